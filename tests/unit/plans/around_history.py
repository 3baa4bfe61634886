"""A part of a history: what stands around the plan, with every event of it."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.course.placements import EndPlacement
from services.plans.domain.groundwork.adopting import AdoptEarlierPlan, AdoptedAgreement
from services.plans.domain.plan.bottom_lines_judged import JudgeBottomLine
from services.plans.domain.plan.discussing import Agrees, AgreeToPlan, DiscussPlan
from services.plans.domain.plan.duration import ExpectPlanEnd
from services.plans.domain.plan.elsewhere import PlaceInSupportPlan
from services.plans.domain.plan.emergency import DropSafetyPiece, Piece, RecordSafetyPiece
from services.plans.domain.plan.revising import ReviseBottomLine
from tests.unit.plans.acts import MARCH_17, Family, agree


def around(family: Family, earlier: UUID, support: UUID, line: UUID) -> None:
    """An earlier plan and a support plan were linked, and ``line`` is a bottom line."""
    case, mirjam = family.case, family.mirjam
    adopted = AdoptedAgreement(agree(family.els))
    case.do(AdoptEarlierPlan(earlier_plan=earlier, agreements=(adopted,)))
    case.do(PlaceInSupportPlan(item=line, support_plan=support))
    case.do(EndPlacement(placed=line, reason="Toch hier"))
    revised = ReviseBottomLine(item=line, text="Rust", reason="Duidelijker", for_people=(mirjam,))
    case.do(revised)
    case.do(JudgeBottomLine(item=line, met=True, evidence="Rustig", judged_by=family.fatma))
    case.do(DiscussPlan(person=mirjam, by=family.fatma, manner="Thuis"))
    case.do(AgreeToPlan(person=mirjam, agrees=Agrees.PARTLY, remark="Te lang"))
    word = RecordSafetyPiece(piece=Piece.CODE_WORD, text="Appel", for_people=(mirjam,))
    case.do(DropSafetyPiece(item=case.item(word), reason="Uitgelekt"))
    case.do(ExpectPlanEnd(until=MARCH_17, reason="Kort"))
