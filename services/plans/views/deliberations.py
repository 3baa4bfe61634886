"""The network deliberations, what each of them opened, and how far the plan builds on what is
there already (S6.1, S6.2, S6.5)."""

from __future__ import annotations

from services.plans.domain.picture.deliberations import Deliberation, Deliberations
from services.plans.domain.picture.exceptions import ProtectiveExceptions
from services.plans.domain.picture.framework import Framework
from services.plans.domain.picture.gaps import Gaps
from services.plans.domain.picture.scale_questions import Number, Numbers
from services.plans.domain.plan.agreements import Agreements
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from services.plans.views.spreads import spreads_of


def deliberations_view(look: DossierLook) -> Data:
    """Every deliberation, and the indicator of S6.5; for those with full sight."""
    held = look.state[Deliberations].all.values()
    return {"deliberations": [_row(look, each) for each in held], "based": _based(look)}


def _row(look: DossierLook, held: Deliberation) -> Data:
    said = look.sight.said(held.words)
    gaps = look.state[Gaps].all.values()
    entries = look.state[Framework].all.values()
    return {
        "item": held.item,
        "sitting_of": held.sitting_of,
        "numbers": [_number(look, each) for each in look.state[Numbers].of.get(held.item, ())],
        "spreads": spreads_of(look, _whole(look, held)),
        "participants": held.participants,
        "sufficient": held.sufficient,
        "missing": [each.item for each in gaps if each.origin == held.item],
        "entries": [each.item for each in entries if each.origin == held.item],
        "where": said("where"),
        "remark": said("remark"),
        "at": held.at,
    }


def _whole(look: DossierLook, held: Deliberation) -> list[Number]:
    """The numbers of all sittings of the deliberation that this one belongs to."""
    known, numbers = look.state[Deliberations], look.state[Numbers].of
    sittings = [each for each in known.all if known.whole(each) == known.whole(held.item)]
    return [number for each in sittings for number in numbers.get(each, ())]


def _number(look: DossierLook, number: Number) -> Data:
    said = look.sight.said(number.words)
    event, value = number.event, said("value")
    return {
        "person": event.person,
        "question": event.question,
        "about_child": event.about_child,
        # An erased number reads as none; its reason says that it was erased.
        "value": value if isinstance(value, int) else None,
        "declined": event.declined,
        "why": said("why"),
        "at": number.at,
    }


def _based(look: DossierLook) -> Data:
    """How many agreements build on a moment that it stayed safe: information, never a demand."""
    moments, standing = look.state[ProtectiveExceptions].all, look.state[Agreements].standing
    based = sum(1 for each in standing if not moments.keys().isdisjoint(each.based_on))
    total = len(standing)
    told = f"{based} van {total} afspraken gebaseerd op uitzonderingen"
    return {"based": based, "total": total, "told": told}
