"""Who looked at a plan, for those who may know that (domain 3.7, 3.10; NEN 7513)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any
from uuid import UUID

import msgspec

from shared.access.gate import ERASED_TEXT
from shared.access.looks import Looked, LooksOfPlan, looks
from shared.access.role import Role
from shared.service.dossier_view import Looks
from shared.web.cursor import Cursors
from shared.web.look import Look
from shared.web.looks_schema import LooksAnswer, LooksQuery
from shared.web.paging import asked_place
from shared.web.view import Reading, View

OVERSEERS = (Role.SUPERVISOR, Role.INSPECTOR)
_LIMIT = 100

Data = dict[str, Any]
OpenReason = Callable[[UUID, bytes], str | None]


class LookedAt:
    """The looks at one plan in one service's access log, a page at a time."""

    def __init__(self, log: LooksOfPlan, open_reason: OpenReason, cursors: Cursors) -> None:
        self._log = log
        self._open_reason = open_reason
        self._cursors = cursors

    def asked(self, look: Look, reading: Reading) -> Data:
        """The page that the query asks for. Raises a Problem for a cursor that was made up."""
        after = asked_place(self._cursors, reading.query.get("after"))
        return self.page(look, after, reading.query.get("limit", _LIMIT))

    def page(self, look: Look, after: int = 0, limit: int = _LIMIT) -> Data:
        """The looks before both V and K that follow place ``after``: all of them for who oversees,

        for anybody else their own. The look that is being answered is not one of them.
        """
        until = min(look.moment.valid, look.moment.known)
        oversees = look.actor.role in OVERSEERS

        def wanted(looked: Looked) -> bool:
            return oversees or looked.subject == look.actor.subject

        rows = list(islice(looks(self._log, look.plan_id, after, until, wanted), limit + 1))
        more = len(rows) > limit
        return {
            "looks": [self._row(look.plan_id, looked) for _, looked in rows[:limit]],
            "following": self._cursors.at(rows[limit - 1][0]) if more else None,
        }

    def _row(self, plan_id: UUID, looked: Looked) -> Data:
        reason = None
        if looked.reason is not None:
            reason = self._open_reason(plan_id, looked.reason) or ERASED_TEXT
        return msgspec.structs.asdict(looked) | {"reason": reason}


def looked_at_view(looked_at: LookedAt, of_plan: Looks) -> View:
    """The access log of one plan; ``of_plan`` makes this service's look at it."""
    return View(
        path="/dossiers/{planId}/inzage",
        name="inzage",
        summary="Wie in het dossier keek: wat, wanneer, op welke momenten en waarom",
        roles=OVERSEERS,
        answer=LooksAnswer,
        query=LooksQuery,
        read=lambda reading: looked_at.asked(of_plan(reading), reading),
        paragraphs=("R45",),
        beyond_record=True,
    )
