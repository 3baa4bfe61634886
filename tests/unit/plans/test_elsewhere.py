"""What is worked on from the support plan stays in sight here (W10.4)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.course.factors import Trend
from services.plans.domain.course.helping import HelpStatus
from services.plans.domain.course.placements import EndPlacement, standing
from services.plans.domain.course.placing import PlacedIn
from services.plans.domain.groundwork import risk_care
from services.plans.domain.groundwork.risk_care import PlaceRiskCare
from services.plans.domain.groundwork.support_plans import LinkSupportPlan
from services.plans.domain.plan.agreeing import EndAgreement
from services.plans.domain.plan.agreements import Purpose
from services.plans.domain.plan.bottom_lines import WithdrawBottomLine
from services.plans.domain.plan.elsewhere import PlaceInSupportPlan
from services.plans.domain.statements.withdrawing import WithdrawStatement
from tests.unit.plans.acts import Family, activate, agree, bottom_line
from tests.unit.plans.case import NOWHERE
from tests.unit.plans.course.acts import help_for, now, reduce, review, risk
from tests.unit.plans.picture_history import desired
from tests.unit.plans.picture_history import risk as statement
from tests.unit.plans.test_papers import message


def elsewhere(family: Family) -> dict[UUID, UUID | None]:
    """What is worked on from which support plan."""
    return {each.item: each.support_plan for each in standing(family.case.state())}


def linked(family: Family) -> dict[str, Any]:
    """A support plan, as the place of something."""
    support = family.case.item(LinkSupportPlan(system="Zaken", reference="Z-1"))
    return {"placed_in": PlacedIn.SUPPORT_PLAN, "support_plan": support}


def test_an_agreement_that_was_placed_in_the_support_plan_is_still_evaluated_here() -> None:
    """W10.4: the version that other services prepare an evaluation from still names it."""
    family = Family()
    support = family.case.item(LinkSupportPlan(system="Zaken", reference="Z-1"))
    item = family.case.item(agree(family.els, purpose=Purpose.RECOVERY))
    family.case.do(PlaceInSupportPlan(item=item, support_plan=support))
    assert elsewhere(family) == {item: support}
    family.case.do(activate())
    assert [told["item"] for told in message(family)["items"]] == [str(item)]


def test_only_what_is_here_can_be_placed_in_a_support_plan_that_is_linked() -> None:
    """W10.4, W4.1: and a person is not a goal."""
    family = Family()
    nowhere = PlaceInSupportPlan(item=NOWHERE, support_plan=NOWHERE)
    assert family.case.refused(nowhere) == {"elders-onbekend", "elders-zonder-ondersteuningsplan"}
    support = family.case.item(LinkSupportPlan(system="Zaken", reference="Z-1"))
    person = PlaceInSupportPlan(item=family.els, support_plan=support)
    assert family.case.refused(person) == {"elders-onbekend"}


def test_whatever_was_placed_elsewhere_stands_there_until_somebody_says_otherwise() -> None:
    """W10.4, W3.3: care, what is done about a factor, and help; taken out with a reason."""
    family = Family()
    case = family.case
    place = linked(family)
    support = place["support_plan"]
    care = PlaceRiskCare(place=risk_care.Place.SUPPORT_PLAN, what="Rust", support_plan=support)
    items = [
        case.item(care),
        case.item(reduce(family, case.item(risk()), **place)),
        case.item(help_for(family.mirjam, **place)),
    ]
    case.do(help_for(family.stefan))
    case.do(PlaceRiskCare(place=risk_care.Place.SAFETY_PLAN, what="Rust"))
    assert elsewhere(family) == dict.fromkeys(items, support)
    case.do(EndPlacement(placed=items[0], reason="Staat nu hier"))
    assert elsewhere(family) == dict.fromkeys(items[1:], support)
    assert case.refused(EndPlacement(placed=items[0], reason="x")) == {"elders-staat-niet"}


def test_what_is_over_by_itself_is_worked_on_nowhere() -> None:
    """W10.4: help that is done, a factor that is gone, and what no longer holds here."""
    family = Family()
    case = family.case
    place = linked(family)
    support = place["support_plan"]
    factor = case.item(risk())
    case.do(reduce(family, factor, **place))
    given = case.item(help_for(family.mirjam, **place))
    held = [case.item(agree(family.els)), case.item(bottom_line(family.mirjam))]
    fear = case.item(statement(family.mirjam))
    goal = case.item(desired(family.mirjam, risk_statements=(fear,)))
    for item in (*held, goal):
        case.do(PlaceInSupportPlan(item=item, support_plan=support))
    assert len(elsewhere(family)) == 5
    case.do(review(factor, Trend.GONE))
    case.do(now(given, HelpStatus.COMPLETED))
    case.do(EndAgreement(item=held[0], reason="x"))
    case.do(WithdrawBottomLine(item=held[1], reason="x"))
    case.do(WithdrawStatement(statement=goal, reason="x"))
    assert elsewhere(family) == {}


def test_others_are_told_that_something_is_elsewhere_and_not_what() -> None:
    """W10.4, design 5: ids and kinds, from which an agenda is made."""
    family = Family()
    case = family.case
    place = linked(family)
    factor = case.item(risk())
    item = case.item(reduce(family, factor, **place))
    stands = {"placed_in": "support-plan", "support_plan": str(place["support_plan"])}
    assert message(family) == {"item": str(item), "factor": str(factor), "place": stands}
    case.do(review(factor, Trend.GONE))
    assert message(family) == {"factor": str(factor), "trend": "gone"}
    case.do(EndPlacement(placed=item, reason="Geheim"))
    assert message(family) == {"placed": str(item)}
