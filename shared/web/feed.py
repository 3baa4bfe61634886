"""The thin public feed of a service: ``GET …/gebeurtenissen?na=<cursor>``, to be pulled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import orjson

from shared.access.role import Role
from shared.web.cloud_event import PublicEvent, Publisher, cloud_event
from shared.web.cursor import Cursors
from shared.web.feed_schema import FeedAnswer, FeedQuery
from shared.web.paging import asked_place
from shared.web.view import Raw, Reading, View

PATH = "/gebeurtenissen"
DEFAULT_LIMIT = 100
ROLES = (Role.SYSTEM, Role.WORKER, Role.SUPERVISOR, Role.INSPECTOR)

EventsAfter = Callable[[int, int], Sequence[PublicEvent]]


def feed_view(
    events_after: EventsAfter, publisher: Publisher, cursors: Cursors, base_path: str
) -> View:
    """The feed as a view of its service. Asking again from a cursor gives the same and what is new.

    ``volgende`` is there when there is nothing new too, so that a follower never has to think.
    """

    def read(reading: Reading) -> Raw:
        seq = asked_place(cursors, reading.query.get("after"))
        found = events_after(seq, reading.query.get("limit", DEFAULT_LIMIT))
        following = cursors.at(found[-1].seq if found else seq)
        events = [cloud_event(event, publisher) for event in found]
        body = orjson.dumps({"gebeurtenissen": events, "volgende": following})
        link = f'<{base_path}{PATH}?na={following}>; rel="next"'
        return Raw(body, headers={"Link": link})

    return View(
        path=PATH,
        name="gebeurtenissen",
        summary="Wat er gebeurde, op volgorde, zonder inhoud",
        roles=ROLES,
        answer=FeedAnswer,
        query=FeedQuery,
        read=read,
        time_travel=False,
    )
