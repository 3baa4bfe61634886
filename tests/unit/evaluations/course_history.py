"""What is followed of the course of a case, for the tests of all that follows from it."""

from __future__ import annotations

from services.evaluations.domain.followed.course_events import (
    CarePlaced,
    ComplicatingFactorFound,
    FactorLookedAt,
    HelpAgreed,
    HelpMoved,
    HelpStatus,
    NeedMapped,
    Place,
    PlacedElsewhere,
    PlacedIn,
    PlacementEnded,
    ReductionPlanned,
    RiskAssessed,
    RiskFactorFound,
    SafetyWeighed,
    StatementWithdrawn,
    Trend,
)
from tests.unit.evaluations.case import BAS, MIRJAM, NOOR, Case, uid

GOAL, CARE, RISK, DEBTS, REDUCTION, HELP = (uid(n) for n in range(61, 67))
ALL_SAFE = (MIRJAM, NOOR, BAS)
ELSEWHERE, HERE = Place(PlacedIn.SUPPORT_PLAN), Place(PlacedIn.SAFETY_PLAN)


def course_history(case: Case) -> None:
    """Every message about the course of a case."""
    for event in (
        RiskAssessed(),
        SafetyWeighed(True, ALL_SAFE),
        SafetyWeighed(False, (NOOR,)),
        PlacedElsewhere(GOAL),
        CarePlaced(CARE, PlacedIn.SUPPORT_PLAN),
        RiskFactorFound(RISK),
        ComplicatingFactorFound(DEBTS),
        ReductionPlanned(REDUCTION, RISK, ELSEWHERE),
        NeedMapped(),
        HelpAgreed(HELP, HelpStatus.WAITING, ELSEWHERE),
        HelpMoved(HELP, HelpStatus.STARTED),
        FactorLookedAt(RISK, Trend.GONE),
        PlacementEnded(CARE),
        StatementWithdrawn(GOAL),
    ):
        case.follow(event, "2025-06-08 10:00")
