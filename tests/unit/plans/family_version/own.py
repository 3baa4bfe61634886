"""Somebody's family version in memory, as whoever looks gets it, and as the page that it makes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from uuid import UUID

from services.plans.api.family_version.page import family_version_page
from services.plans.domain import catalogue
from services.plans.views.family_version.view import family_version_view
from shared.access.gate import Sight
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Actor
from shared.eventbase.reach import Reaches
from shared.web.view import Stated
from tests.unit.plans.acts import Family
from tests.unit.plans.case import PLAN, WORKER, Case, at


class _NoBoxes:
    """Nothing was sealed here, so there is nothing to open."""

    def open(self, sealed: Any) -> Any:
        raise AssertionError("content is in the clear")

    compartment = open


def look(case: Case, actor: Actor = WORKER, valid: str | None = None) -> Any:
    """What ``actor`` looks at, at V and with all that is known."""
    now, moment = case.state(), case.now if valid is None else at(valid)
    state = now if valid is None else case.state(moment)

    def sight_of(somebody: Actor) -> Sight:
        return Sight(somebody, now[Reaches].of, _NoBoxes())

    return SimpleNamespace(
        plan_id=PLAN,
        history=case.history,
        fold=catalogue.fold,
        opener=_NoBoxes(),
        state=state,
        now=now,
        actor=actor,
        person=actor.person,
        sight=sight_of(actor),
        sight_of=sight_of,
        erasures={},
        day=local_day(moment),
    )


def own(
    family: Family, person: UUID, number: int | None = None, valid: str | None = None
) -> dict[str, Any]:
    """Somebody's family version, as a worker fetches it."""
    return family_version_view(look(family.case, valid=valid), person, number)


def page(family: Family, person: UUID, **more: Any) -> str:
    """The page of it, without what is there for machines."""
    moments = Stated(family.case.now, family.case.now, asked=False, simulated=False)
    raw = family_version_page(own(family, person, **more), moments)
    return raw.body.decode().partition("</style>")[2]


def whats(rows: list[dict[str, Any]]) -> list[str]:
    """What each row says."""
    return [row["what"] for row in rows]
