"""The feed of a service for the other services: ``GET …/interne-gebeurtenissen?na&aantal&wacht``.

Ids, kinds and moments of every event, so for services only (design section 5).
"""

from __future__ import annotations

from collections.abc import Callable

from shared.access.role import Role
from shared.feed.http_page import page_of
from shared.feed.http_source import PATH
from shared.feed.source import Source
from shared.web.internal_feed_schema import InternalFeedAnswer, InternalFeedQuery
from shared.web.view import Raw, Reading, View
from shared.web.waiting import WaitingRoom

_DEFAULT_LIMIT = 200
# Half of what a reader takes at most, and far more than one event can be.
_MOST_BYTES = 8 * 1024 * 1024


def internal_feed_view(source: Source, last: Callable[[], int], room: WaitingRoom) -> View:
    """The feed as a view of its service. ``last`` is its last position, cheaply.

    Who asks to wait gets an answer when there is news, and else when the time is over.
    """

    def read(reading: Reading) -> Raw:
        query = reading.query
        after = query.get("after", 0)
        # Not "is greater": whoever is past our end must hear that soon, it was put back.
        room.until(lambda: last() != after, query.get("wait", 0))
        return Raw(_page(source, after, query.get("limit", _DEFAULT_LIMIT)))

    return View(
        path=PATH,
        name="interne-gebeurtenissen",
        summary="Wat de andere diensten volgen, op volgorde, zonder inhoud",
        roles=(Role.SERVICE,),
        answer=InternalFeedAnswer,
        query=InternalFeedQuery,
        read=read,
        time_travel=False,
    )


def _page(source: Source, after: int, limit: int) -> bytes:
    while True:
        page = page_of(source.name, source.read(after, limit))
        if len(page) <= _MOST_BYTES or limit == 1:
            return page
        limit //= 2
