"""The lead over time: who has it, who is away and who stands in, and who was told (W7.2)."""

from __future__ import annotations

from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.together.cover import Absence, Absences, Cover
from services.plans.domain.together.handover import Handover, Handovers
from services.plans.views.parts.content import Data
from shared.web.look import Look


def case_lead_view(look: Look) -> Data:
    """The lead, for those with full sight."""
    state = look.state
    told = state[Handovers].told.items()
    return {
        "case_lead": state[CaseLead].person,
        "handovers": [_handover(look, each) for each in state[Handovers].all],
        "told": [{"person": person, "at": at} for person, at in told],
        "absences": [_absence(look, each) for each in state[Absences].all.values()],
    }


def _handover(look: Look, handover: Handover) -> Data:
    return {
        "from_person": handover.from_person,
        "person": handover.person,
        "notes": look.sight.said(handover.words)("notes"),
        "at": handover.at,
    }


def _absence(look: Look, absence: Absence) -> Data:
    announced = absence.announced
    return {
        "item": announced.item,
        "person": announced.person,
        "first_day": announced.first_day,
        "last_day": announced.last_day,
        "explanation": look.sight.said(announced.words)("explanation"),
        "cover": _cover(look, absence.cover) if absence.cover else None,
    }


def _cover(look: Look, cover: Cover) -> Data:
    notes = look.sight.said(cover.words)("notes")
    return {"person": cover.person, "notes": notes, "at": cover.mark.at}
