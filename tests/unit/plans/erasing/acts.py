"""Acts on erasing, with everything filled in that a test does not care about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from services.plans.domain.erasing.approving import ApproveErasure
from services.plans.domain.erasing.deciding import DecideErasure, RefusalGround
from services.plans.domain.erasing.erased import PlanContentErased, PlanDestroyed
from services.plans.domain.erasing.holding import LiftHold, PlaceHold
from services.plans.domain.erasing.linking import LinkSamePerson, UnlinkSamePerson
from services.plans.domain.erasing.requests import RequestErasure
from shared.eventbase.doing import Actor
from shared.eventbase.erasing import Ground, Range
from tests.unit.plans.acts import Family, add, concern
from tests.unit.plans.case import Case, uid

BOSS, OTHER_BOSS = Actor("ria", "supervisor"), Actor("karel", "supervisor")
OTHER_PLAN = uid(5)


def ask(*items: UUID, **more: Any) -> RequestErasure:
    """A request about these items."""
    return RequestErasure(**{"why": "Dat klopt niet meer", "items": items} | more)


def decide(request: UUID, *items: UUID, **more: Any) -> DecideErasure:
    """A decision that grants these items, on request."""
    said = {"ground": Ground.REQUEST, "reason": "Niemand heeft dit nodig", "items": items}
    return DecideErasure(request=request, **said | more)


def refusal(request: UUID, **more: Any) -> DecideErasure:
    """A decision that grants nothing."""
    return decide(request, **{"refusal": RefusalGround.OTHERS_INTEREST} | more)


def hold(**more: Any) -> PlaceHold:
    """A hold."""
    return PlaceHold(**{"reason": "De rechter wil alles zien"} | more)


def approve(family: Family, request: UUID, **more: Any) -> ApproveErasure:
    """The approval of the last decision that was made."""
    made = [r.event for r in family.case.history if r.event.NAME == "wissing-besloten"]
    return ApproveErasure(**{"request": request, "decision": made[-1].item} | more)


def requested(family: Family) -> tuple[UUID, UUID]:
    """A concern that Mirjam wants to be gone, and her request."""
    item = family.case.item(concern())
    return item, family.case.item(ask(item, asked_by=family.mirjam))


def decided(family: Family) -> tuple[UUID, UUID]:
    """The same, granted by a worker."""
    item, request = requested(family)
    family.case.do(decide(request, item))
    return item, request


def elsewhere(family: Family) -> UUID:
    """Another dossier, in which a Mirjam stands; gives her id there."""
    other = Case(first_id=500_000)
    person = other.item(add("Mirjam"))
    family.case.others[OTHER_PLAN] = other.state(plan_id=OTHER_PLAN)
    return person


def link(family: Family, there: UUID) -> LinkSamePerson:
    """Mirjam is somebody of the other dossier."""
    return LinkSamePerson(
        person=family.mirjam, other_plan=OTHER_PLAN, other_person=there, reason="BSN gezien"
    )


def erased(family: Family) -> None:
    """A part of a history: every event on the way to an erasure."""
    case = family.case
    linked = case.item(link(family, elsewhere(family)))
    item, request = decided(family)
    kept = case.item(hold(), actor=BOSS)
    case.do(LiftHold(hold=kept, reason="De zaak is klaar"), actor=BOSS)
    case.do(approve(family, request), actor=BOSS)
    month_on = case.now + timedelta(days=30)
    case.happen(PlanContentErased(request, Ground.REQUEST, (item,), (), month_on))
    rows = (Range(1, 3),)
    case.happen(PlanDestroyed(request, OTHER_PLAN, Ground.TERM_OVER, rows, month_on))
    case.do(UnlinkSamePerson(link=linked, reason="Toch een ander"))
