"""Acts on the course of a case, with everything filled in that a test does not care about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.course.arranging import ArrangeHelp, ChangeHelpStatus
from services.plans.domain.course.complicating_factors import Effect, IdentifyComplicatingFactor
from services.plans.domain.course.direct_safety import (
    DeclareDirectSafetyLost,
    DeclareDirectSafetyReached,
)
from services.plans.domain.course.escalation import ConsiderEscalation, WayForward
from services.plans.domain.course.factors import PlanRiskReduction, ReviewFactor, Trend
from services.plans.domain.course.follow_up import CheckFollowUp, Occasion
from services.plans.domain.course.helping import HelpStatus
from services.plans.domain.course.plan_age import ReviewContinuation
from services.plans.domain.course.recovery import MapRecoveryNeed, Need
from services.plans.domain.course.risk_factors import IdentifyRiskFactor
from services.plans.domain.course.safety_term import SetDirectSafetyTerm
from services.plans.domain.course.transferring import (
    AcknowledgeTransfer,
    DeclineTransfer,
    OfferTransfer,
)
from services.plans.domain.course.trauma import WeighRecoveryNeed
from services.plans.domain.plan.closing import GoodEnough
from tests.unit.plans.acts import Family, qualified
from tests.unit.plans.case import day

CONTINUE = WayForward.CONTINUE_VOLUNTARY


def reached(family: Family, *people: UUID, **more: Any) -> DeclareDirectSafetyReached:
    """Direct safety reached for these people, or for Mirjam; Joris was consulted."""
    said = {
        "people": people or (family.mirjam,),
        "evidence": "Drie weken geen geweld",
        "decided_by": family.fatma,
        "consulted": family.joris,
    }
    return DeclareDirectSafetyReached(**said | more)


def lost(family: Family, *people: UUID, **more: Any) -> DeclareDirectSafetyLost:
    """Direct safety lost again."""
    return DeclareDirectSafetyLost(
        people=people or (family.mirjam,), evidence="Geschreeuw", decided_by=family.fatma, **more
    )


def risk(**more: Any) -> IdentifyRiskFactor:
    """A risk factor."""
    return IdentifyRiskFactor(**{"text": "Alcohol", "source": "Stefan zelf"} | more)


def complicating(**more: Any) -> IdentifyComplicatingFactor:
    """Debts, which keep it going."""
    said = {"text": "Schulden", "source": "Brieven", "effect": Effect.MAINTAINS}
    return IdentifyComplicatingFactor(**said | more)


def reduce(family: Family, factor: UUID, **more: Any) -> PlanRiskReduction:
    """What Stefan does about a factor."""
    said = {"action": "Naar de kliniek", "owner": family.stefan, "due": day("2025-06-01")}
    return PlanRiskReduction(factor=factor, **said | more)


def review(factor: UUID, trend: Trend = Trend.SMALLER, **more: Any) -> ReviewFactor:
    """A look at a factor."""
    return ReviewFactor(factor=factor, trend=trend, findings="Vier weken nuchter", **more)


def need(person: UUID, answer: Need = Need.YES, **more: Any) -> MapRecoveryNeed:
    """What somebody needs to recover."""
    said = {"explanation": "Slaapt slecht", "kind": "traumabehandeling"}
    return MapRecoveryNeed(person=person, need=answer, **said | more)


def weigh(family: Family, item: UUID, is_risk: bool = True) -> WeighRecoveryNeed:
    """Whether that is a risk."""
    return WeighRecoveryNeed(
        need=item, is_risk=is_risk, reason="Schrikt van alles", decided_by=family.fatma
    )


def help_for(person: UUID, status: HelpStatus = HelpStatus.WAITING, **more: Any) -> ArrangeHelp:
    """Help for somebody."""
    said = {"kind": "traumabehandeling", "provider": "De Polikliniek"}
    return ArrangeHelp(person=person, status=status, **said | more)


def now(item: UUID, status: HelpStatus, **more: Any) -> ChangeHelpStatus:
    """How far help is."""
    return ChangeHelpStatus(item=item, status=status, **more)


def term(until: str, **more: Any) -> SetDirectSafetyTerm:
    """A term for direct safety."""
    return SetDirectSafetyTerm(until=day(until), reason="Het huisverbod loopt dan af", **more)


def consider(family: Family, until: str | None = None, **more: Any) -> ConsiderEscalation:
    """What was weighed: to go on until some day, or to report."""
    said = {
        "options": (CONTINUE, WayForward.REPORT_VT),
        "decision": CONTINUE if until else WayForward.REPORT_VT,
        "until": day(until) if until else None,
        "weighing": "Beide gewogen",
        "reason": "De hulp begint nu",
        "decided_by": family.fatma,
        "consulted": (family.joris,),
        "family_informed": True,
    }
    return ConsiderEscalation(**said | more)


def go_on(family: Family, **more: Any) -> ReviewContinuation:
    """Why the plan goes on."""
    return ReviewContinuation(
        **{"reason": "De behandeling loopt nog", "decided_by": family.fatma} | more
    )


def offer(receiver: UUID, **more: Any) -> OfferTransfer:
    """The dossier offered to another team."""
    said = {"team": "De GI", "reason": "Ondertoezichtstelling", "notes": "Bel Mirjam niet thuis"}
    return OfferTransfer(receiver=receiver, **said | more)


def take(transfer: UUID, **more: Any) -> AcknowledgeTransfer:
    """The receiver takes it."""
    return AcknowledgeTransfer(transfer=transfer, **more)


def decline(transfer: UUID) -> DeclineTransfer:
    """The receiver does not take it."""
    return DeclineTransfer(transfer=transfer, remark="Geen plaats")


def check(family: Family, occasion: Occasion = Occasion.THREE_MONTHS, **more: Any) -> CheckFollowUp:
    """A look at how it goes after the closing."""
    said = {"good_enough": GoodEnough.MET, "findings": "Het gaat goed", "by": family.fatma}
    return CheckFollowUp(occasion=occasion, **said | more)


def live(family: Family) -> None:
    """Every event of the course but the look after the closing."""
    case, mirjam = family.case, family.mirjam
    case.do(term("2025-05-01"))
    case.do(consider(family, "2025-06-01", reason_not_informed="Dat is nog niet veilig"))
    case.do(reached(family))
    case.do(lost(family))
    factor = case.item(risk(about=(family.stefan,)))
    case.do(complicating())
    case.do(reduce(family, factor))
    case.do(review(factor))
    mapped = case.item(need(mirjam, asked=(mirjam,)))
    case.do(weigh(family, mapped))
    help_given = case.item(help_for(mirjam))
    case.do(now(help_given, HelpStatus.STARTED, remark="Elke maandag"))
    case.do(go_on(family, consulted=family.joris))
    colleague = case.item(qualified("Nadia"))
    case.do(take(case.item(offer(colleague)), remark="Welkom"))
