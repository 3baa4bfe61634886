"""What plans knows at each question: the fields that it asks for, of views that exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from services.plans.api.course.answers import (
    ClosureAnswer,
    EscalationAnswer,
    HandoverSummaryAnswer,
)
from services.plans.api.family.custody_answers import CustodiesAnswer
from services.plans.api.groundwork.view_answers import (
    FamilyToldAnswer,
    JudgingAnswer,
    ReportsAnswer,
)
from services.plans.api.picture.framework_answers import ConcernsAnswer
from services.plans.api.plan.answers import PeopleAnswer, PlanAnswer
from services.plans.api.plan.around_answers import AdoptionsAnswer
from services.plans.api.plan.content_answers import VersionsAnswer
from services.plans.api.questions.answers import PlanThenAnswer
from services.plans.api.together.answers import CaseLeadAnswer
from services.plans.views.adopted import adopted_view
from services.plans.views.case_lead import case_lead_view
from services.plans.views.concerns import concerns_view
from services.plans.views.course.closing import closing_view
from services.plans.views.course.escalation import escalation_view
from services.plans.views.course.handover import transfers
from services.plans.views.custody import custody_view
from services.plans.views.family_told import family_told_view
from services.plans.views.judging import judging_view
from services.plans.views.looking import DossierLook
from services.plans.views.parts.picture import picture
from services.plans.views.people import people_view
from services.plans.views.plan_then import plan_then
from services.plans.views.reports import reports_view
from services.plans.views.versions import versions_view
from shared.web.looks_schema import LooksAnswer
from shared.web.sections import Section

Sections = Mapping[int, Sequence[Section]]


def sections(looked_at: Callable[[DossierLook], Any]) -> Sections:
    """Per question the sections of plans; ``looked_at`` tells who looked in its part of the file.

    A question that is not here is answered by other services alone.
    """
    return {
        1: _INVOLVED,
        2: _KNOWN,
        3: _PLAN,
        4: _JUDGED,
        5: _TOLD,
        7: _VERSIONS,
        9: _ESCALATED,
        10: (*_BEFORE_AND_AFTER, Section("inzage", LooksAnswer, (), looked_at)),
    }


def _of(name: str, *fields: str) -> tuple[str, ...]:
    return tuple(f"{name}.{field}" for field in fields)


# Late knowledge looks late.
_CLOCKS = ("learned_at", "learned_by", "recorded_at", "lag")
_INVOLVED = (
    Section(
        "personen",
        PeopleAnswer,
        _of("people", "person", "name", "relation", "kind", "departed_at"),
        people_view,
    ),
    Section(
        "gezag",
        CustodiesAnswer,
        _of("children", "person", "name", "age", "custody", "consent"),
        custody_view,
    ),
    Section("casusregie", CaseLeadAnswer, ("case_lead", "handovers", "absences"), case_lead_view),
    Section("registraties", JudgingAnswer, ("registrations",), judging_view),
)
_KNOWN = (
    Section(
        "zorgen",
        ConcernsAnswer,
        _of("groups.concerns", "what", "ascertained", "source", "holder", "about", "at", *_CLOCKS),
        concerns_view,
    ),
    Section(
        "gronden",
        JudgingAnswer,
        _of("suspicions", "grounds", "suspicion_only", "explanation", "at", *_CLOCKS),
        judging_view,
    ),
)
_PLAN = (
    Section(
        "plan",
        PlanThenAnswer,
        (
            "status",
            "version",
            "made_at",
            *_of("agreements", "what", "responsible", "for_people", "valid_from", "valid_until"),
            "agreements.in_force",
            *_of("bottom_lines", "text", "for_people", "set_by", "met"),
        ),
        plan_then,
    ),
)
_JUDGED = (
    Section(
        "beoordelingen",
        JudgingAnswer,
        (
            "classifications",
            *_of("judgements", "judgement", "rationale", "forms", "remark", "about", "made_by"),
            *_of("judgements", "consulted", "at"),
            *_of("assessments", "instrument", "name", "part", "outcome", "document", "by", "at"),
            "consultations",
        ),
        judging_view,
    ),
)
_TOLD = (
    Section(
        "boodschappen",
        FamilyToldAnswer,
        _of("people", "person", "given", "withheld"),
        family_told_view,
    ),
)
_VERSIONS = (
    Section(
        "versies", VersionsAnswer, _of("versions", "version", "made_at", "cause"), versions_view
    ),
)
_ESCALATED = (
    Section("escalatie", EscalationAnswer, ("considerations", "reviews"), escalation_view),
    Section("meldingen", ReportsAnswer, (), reports_view),
)
_BEFORE_AND_AFTER = (
    Section("eerderePlannen", PlanAnswer, ("earlier_plan_checks", "earlier_plans"), picture),
    Section("overgenomen", AdoptionsAnswer, (), adopted_view),
    Section("overdracht", HandoverSummaryAnswer, ("transfers",), transfers),
    Section("afsluiting", ClosureAnswer, ("closing", "checks"), closing_view),
)
