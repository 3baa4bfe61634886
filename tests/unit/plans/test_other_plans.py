"""Other plans of this family: earlier safety plans, and the support plan beside it (W4)."""

from __future__ import annotations

from services.plans.domain.groundwork.earlier_plans import (
    CheckEarlierPlans,
    EarlierPlans,
    ReferToEarlierPlan,
)
from services.plans.domain.groundwork.support_plans import (
    ConfirmSupportPlanMention,
    LinkSupportPlan,
    SupportPlans,
)
from tests.unit.plans.acts import MARCH_10, Family
from tests.unit.plans.case import NOWHERE, PLAN, STRANGER, at

SUPPORT = LinkSupportPlan(system="Zaaksysteem", reference="Z-2025-17")


def test_a_plan_in_force_for_which_nobody_looked_for_an_earlier_one_says_so() -> None:
    """W4.3: "niet nagegaan of er een eerder veiligheidsplan is", until somebody did."""
    family = Family()
    assert "eerder-plan-niet-nagegaan" not in family.case.flags()
    family.in_force()
    assert "eerder-plan-niet-nagegaan" in family.case.flags()
    family.case.do(CheckEarlierPlans(found=False, where="Archief van de wijk", by=family.fatma))
    assert "eerder-plan-niet-nagegaan" not in family.case.flags()
    (check,) = family.case.state()[EarlierPlans].checks
    assert (check.found, check.by) == (False, family.fatma)


def test_who_looked_belongs_to_this_dossier() -> None:
    """W4.3: an act carries who did it."""
    looked = CheckEarlierPlans(found=False, where="Archief", by=STRANGER)
    assert Family().case.refused(looked) == {"persoon-onbekend"}


def test_an_earlier_plan_of_another_organisation_is_referred_to_with_its_day_and_place() -> None:
    """W4.2: the external plan of 2023 can be found again."""
    family = Family()
    refer = ReferToEarlierPlan(organisation="Team West", made_on=MARCH_10, document="D-9")
    item = family.case.item(refer)
    earlier = family.case.state()[EarlierPlans].all[item]
    assert earlier.words.content is not None
    assert (earlier.made_on, earlier.words.content.document) == (MARCH_10, "D-9")


def test_a_plan_does_not_refer_to_itself() -> None:
    """W4.2: to one from an earlier trajectory."""
    refer = ReferToEarlierPlan(organisation="Wij", made_on=MARCH_10, plan=PLAN)
    assert Family().case.refused(refer) == {"eerder-plan-zelf"}


def test_a_linked_support_plan_stays_open_until_it_mentions_this_plan() -> None:
    """W4.1: "ondersteuningsplan vermeldt het veiligheidsplan nog niet"; then who says it does."""
    family = Family()
    assert "ondersteuningsplan-vermeldt-niet" not in family.case.flags()
    item = family.case.item(SUPPORT)
    assert "ondersteuningsplan-vermeldt-niet" in family.case.flags()
    said = ConfirmSupportPlanMention(support_plan=item, said_by="Joke, Wmo-loket")
    family.case.do(said, "2025-03-12 09:00")
    plan = family.case.state()[SupportPlans].all[item]
    assert plan.confirmed is not None
    assert plan.confirmed.content is not None
    assert (plan.confirmed_at, plan.confirmed.content.said_by) == (
        at("2025-03-12 09:00"),
        "Joke, Wmo-loket",
    )
    assert "ondersteuningsplan-vermeldt-niet" not in family.case.flags()


def test_a_linked_support_plan_mentions_this_plan_within_five_working_days() -> None:
    """R30: linked on the Friday before Whitsun, due at the end of Monday week."""
    family = Family()
    item = family.case.item(SUPPORT, "2025-06-06 10:00")
    [due] = family.case.obligations("vermelding-laten-bevestigen")
    assert (due.rule, due.about, due.due_at) == ("R30", item, at("2025-06-16 22:00"))
    assert due.settled is None
    family.case.do(ConfirmSupportPlanMention(support_plan=item, said_by="Joke"))
    [due] = family.case.obligations("vermelding-laten-bevestigen")
    assert due.settled is not None and not due.settled_late


def test_one_confirmed_support_plan_does_not_close_another() -> None:
    """W4.1: each of them has to mention it."""
    family = Family()
    first = family.case.item(SUPPORT)
    family.case.do(LinkSupportPlan(system="Ander systeem", reference="17"))
    family.case.do(ConfirmSupportPlanMention(support_plan=first, said_by="Joke"))
    assert "ondersteuningsplan-vermeldt-niet" in family.case.flags()


def test_only_a_linked_support_plan_is_confirmed() -> None:
    """W4.1."""
    said = ConfirmSupportPlanMention(support_plan=NOWHERE, said_by="Joke")
    assert Family().case.refused(said) == {"ondersteuningsplan-onbekend"}
