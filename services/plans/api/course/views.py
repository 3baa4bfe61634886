"""The questions about the course of a case, as routes: all for professionals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from services.plans.api.asking import Asking
from services.plans.api.course.answers import (
    ClosureAnswer,
    EscalationAnswer,
    HandoverSummaryAnswer,
    PhasesAnswer,
)
from services.plans.api.course.care_answers import (
    FactorsAnswer,
    RecoveryAnswer,
    StagnationAnswer,
)
from services.plans.views.course.closing import closing_view
from services.plans.views.course.escalation import escalation_view
from services.plans.views.course.factors import factors_view, stagnation_view
from services.plans.views.course.handover import handover_view
from services.plans.views.course.phases import phases_view
from services.plans.views.course.recovery import recovery_view
from services.plans.views.looking import DossierLook
from shared.access.role import PROFESSIONALS
from shared.web.view import View
from shared.web.wire import WireSchema

_QUESTIONS: tuple[tuple[str, str, type[WireSchema], Callable[[DossierLook], Any]], ...] = (
    ("fasen", "In welke fase het was, van wanneer tot wanneer", PhasesAnswer, phases_view),
    ("risicofactoren", "Wat onveiligheid in de hand werkt", FactorsAnswer, factors_view),
    ("stagnatie", "Waar te lang niet aan is gewerkt", StagnationAnswer, stagnation_view),
    ("herstel", "Wat ieder nodig heeft om te herstellen", RecoveryAnswer, recovery_view),
    ("escalatie", "Tot wanneer, en wat er dan is afgewogen", EscalationAnswer, escalation_view),
    ("overdracht", "Wat een opvolger moet weten", HandoverSummaryAnswer, handover_view),
    ("afsluiting", "Hoe het plan is afgesloten, en de nazorg", ClosureAnswer, closing_view),
)


def views(asking: Asking) -> Sequence[View]:
    """Each question under its own name."""
    return [_asked(asking, *question) for question in _QUESTIONS]


def _asked(
    asking: Asking,
    name: str,
    summary: str,
    answer: type[WireSchema],
    view: Callable[[DossierLook], Any],
) -> View:
    return asking.view(f"/{name}", name, summary, answer, lambda look, _: view(look), PROFESSIONALS)
