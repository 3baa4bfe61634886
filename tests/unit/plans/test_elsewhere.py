"""What is worked on from the support plan stays in sight here (W10.4)."""

from __future__ import annotations

from services.plans.domain.groundwork.support_plans import LinkSupportPlan
from services.plans.domain.plan.agreements import Purpose
from services.plans.domain.plan.elsewhere import Elsewhere, PlaceInSupportPlan
from tests.unit.plans.acts import Family, activate, agree
from tests.unit.plans.case import NOWHERE
from tests.unit.plans.test_papers import message


def test_an_agreement_that_was_placed_in_the_support_plan_is_still_evaluated_here() -> None:
    """W10.4: the version that other services prepare an evaluation from still names it."""
    family = Family()
    support = family.case.item(LinkSupportPlan(system="Zaken", reference="Z-1"))
    item = family.case.item(agree(family.els, purpose=Purpose.RECOVERY))
    family.case.do(PlaceInSupportPlan(item=item, support_plan=support))
    assert family.case.state()[Elsewhere].all[item].support_plan == support
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
