"""Risk-driven care has a place in one of two plans (W3.3)."""

from __future__ import annotations

from services.plans.domain.groundwork.risk_care import Place, PlaceRiskCare, RiskCare
from services.plans.domain.groundwork.support_plans import LinkSupportPlan
from services.plans.domain.groundwork.unsafety import Unsafety
from tests.unit.plans.acts import Family, classify
from tests.unit.plans.case import NOWHERE

CARE = "Hulp bij verslaving"
FLAG = "risicozorg-zonder-plaats"


def test_care_in_the_support_plan_needs_the_reference() -> None:
    """W3.3: STRUCTURAL and the choice SUPPORT_PLAN: refused without reference, listed with it."""
    family = Family()
    family.case.do(classify(Unsafety.STRUCTURAL))
    without = PlaceRiskCare(place=Place.SUPPORT_PLAN, what=CARE)
    assert family.case.refused(without) == {"risicozorg-zonder-verwijzing"}
    unknown = PlaceRiskCare(place=Place.SUPPORT_PLAN, what=CARE, support_plan=NOWHERE)
    assert family.case.refused(unknown) == {"risicozorg-onbekende-verwijzing"}
    linked = family.case.item(LinkSupportPlan(system="Zaken", reference="Z-1"))
    placed = PlaceRiskCare(place=Place.SUPPORT_PLAN, what=CARE, support_plan=linked)
    assert family.case.refused(placed) == set()
    assert [each.support_plan for each in family.case.state()[RiskCare].all] == [linked]


def test_structural_unsafety_asks_for_a_place_until_there_is_one() -> None:
    """W3.3: in the safety plan no reference is needed; acute asks for a first plan instead."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE))
    assert FLAG not in family.case.flags()
    family.case.do(classify(Unsafety.STRUCTURAL))
    assert FLAG in family.case.flags()
    family.case.do(PlaceRiskCare(place=Place.SAFETY_PLAN, what=CARE))
    assert FLAG not in family.case.flags()
