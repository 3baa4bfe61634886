"""How long agreements and the plan last, and what is over (S6.6, R34, W10.1)."""

from __future__ import annotations

from services.plans.domain.plan.agreeing import EndAgreement
from services.plans.domain.plan.duration import Duration, ExpectPlanEnd, expiring, over
from tests.unit.plans.acts import MARCH_17, Family, agree, close, good_enough
from tests.unit.plans.case import TERMS, at, day


def test_an_agreement_without_a_last_day_is_flagged_and_accepted() -> None:
    """S6.6, R34, W10.1."""
    family = Family()
    item = family.case.item(agree(family.els))
    assert [str(item) in told for told in family.case.told("afspraak-zonder-duur")] == [True]
    family.case.do(EndAgreement(item=item, reason="x"))
    family.case.do(agree(family.els, valid_until=MARCH_17))
    assert "afspraak-zonder-duur" not in family.case.flags()


def test_an_agreement_whose_last_day_passed_is_over_and_to_be_discussed() -> None:
    """S6.6: it leaves those in force, and is never silently in force, nor silently gone."""
    family = Family()
    item = family.case.item(agree(family.els, valid_until=MARCH_17))
    assert "afspraak-afgelopen" not in family.case.flags("2025-03-17 12:00")
    assert "afspraak-afgelopen" in family.case.flags("2025-03-18 12:00")
    (past,) = over(family.case.state(), day("2025-03-18"))
    assert past.item == item
    assert not past.in_force_on(day("2025-03-18"))
    family.case.do(EndAgreement(item=item, reason="Besproken"), "2025-03-19 09:00")
    assert "afspraak-afgelopen" not in family.case.flags("2025-03-20 12:00")


def test_an_agreement_is_on_the_agenda_in_its_last_fourteen_days() -> None:
    """R34: from two weeks before its last day until that day."""
    family = Family()
    family.case.do(agree(family.els, valid_until=day("2025-03-31")))
    state = family.case.state()
    days = [day(each) for each in ("2025-03-16", "2025-03-17", "2025-03-31", "2025-04-01")]
    found = [len(expiring(state, each, TERMS)) for each in days]
    assert found == [0, 1, 1, 0]


def test_a_plan_without_an_end_date_is_accepted_and_what_is_expected_can_change() -> None:
    """W10.1: no fixed end; when it lasts longer than expected, that is seen and nothing ends."""
    family = Family()
    family.in_force()
    assert "verwachte-looptijd-voorbij" not in family.case.flags("2035-01-01 12:00")
    family.case.do(ExpectPlanEnd(until=MARCH_17, reason="Kort"))
    assert "verwachte-looptijd-voorbij" not in family.case.flags("2025-03-17 12:00")
    assert "verwachte-looptijd-voorbij" in family.case.flags("2025-03-18 12:00")
    family.case.do(ExpectPlanEnd(until=day("2025-06-01"), reason="Toch langer"))
    assert "verwachte-looptijd-voorbij" not in family.case.flags("2025-03-18 12:00")
    expected = family.case.state()[Duration].expected
    assert expected is not None
    assert expected.until == day("2025-06-01")


def test_nothing_is_expected_of_a_plan_that_is_closed() -> None:
    """W10.1."""
    family = Family()
    family.in_force()
    family.case.do(ExpectPlanEnd(until=MARCH_17, reason="Kort"))
    family.case.do(good_enough())
    family.case.do(close(effective_at=at("2025-03-10 09:30")), "2025-03-10 10:00")
    assert "verwachte-looptijd-voorbij" not in family.case.flags("2025-03-18 12:00")
    late = ExpectPlanEnd(until=MARCH_17, reason="x")
    assert family.case.refused(late) == {"plan-afgesloten"}
