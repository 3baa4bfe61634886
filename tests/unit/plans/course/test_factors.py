"""Risk and complicating factors: found, worked on, and not left alone (W5.2, W5.3, W10.5)."""

from __future__ import annotations

from services.plans.domain.course.complicating_factors import ComplicatingFactors, Effect
from services.plans.domain.course.factors import Handling, Trend
from services.plans.domain.course.placing import PlacedIn
from services.plans.domain.course.progress import standing_still
from services.plans.domain.course.risk_factors import RiskFactors
from services.plans.domain.groundwork.support_plans import LinkSupportPlan
from tests.unit.plans.acts import Family, close, good_enough
from tests.unit.plans.case import NOWHERE, STRANGER, TERMS, at
from tests.unit.plans.course.acts import complicating, lost, reached, reduce, review, risk

RECORD, REDUCE, MOVE = "risicofactoren-vastleggen", "risicofactor-aanpakken", "factor-voortgang"
SUPPORT = PlacedIn.SUPPORT_PLAN


def test_a_risk_factor_has_an_action_an_owner_and_a_day() -> None:
    """W5.2: and how it develops stands beside it."""
    family = Family()
    item = family.case.item(risk(about=(family.stefan,)))
    family.case.do(reduce(family, item))
    family.case.do(review(item, Trend.LARGER, reviewed_with=(family.mirjam,)))
    state = family.case.state()
    [planned], [looked] = state[Handling].reductions[item], state[Handling].reviews[item]
    assert state[RiskFactors].all[item].about == (family.stefan,)
    assert (planned.owner, planned.place.placed_in) == (family.stefan, PlacedIn.SAFETY_PLAN)
    assert (looked.trend, looked.reviewed_with) == (Trend.LARGER, (family.mirjam,))


def test_a_risk_factor_without_an_action_is_owed_one_within_two_weeks() -> None:
    """W5.2, R32: alert when there is none."""
    family = Family()
    item = family.case.item(risk(), "2025-04-07 11:00")
    [owed] = family.case.obligations(REDUCE)
    assert owed.about == item
    assert not owed.overdue(at("2025-04-21 12:00"))
    assert owed.overdue(at("2025-04-22 12:00"))
    family.case.do(reduce(family, item), "2025-04-14 11:00")
    [owed] = family.case.obligations(REDUCE)
    assert owed.settled is not None
    assert owed.settled.at == at("2025-04-14 11:00")


def test_a_risk_that_is_gone_needs_no_action_any_more() -> None:
    """W5.2: nor anybody to look at it."""
    family = Family()
    item = family.case.item(risk())
    family.case.do(review(item, Trend.GONE))
    assert all(o.settled for o in family.case.obligations(REDUCE))
    assert all(o.settled for o in family.case.obligations(MOVE))
    family.case.do(review(item, Trend.LARGER))
    assert [o.settled is None for o in family.case.obligations(MOVE)] == [False, True]


def test_once_it_is_safe_the_risk_factors_are_recorded_within_four_weeks() -> None:
    """W5.2, R31: "geen risicofactoren vastgelegd"."""
    family = Family()
    assert "geen-risicofactoren" not in family.case.flags()
    family.case.do(reached(family), "2025-04-07 11:00")
    assert family.case.told("geen-risicofactoren") == ["Er zijn geen risicofactoren vastgelegd."]
    [owed] = family.case.obligations(RECORD)
    assert not owed.overdue(at("2025-05-05 12:00"))
    assert owed.overdue(at("2025-05-06 12:00"))
    family.case.do(risk(), "2025-04-20 11:00")
    [owed] = family.case.obligations(RECORD)
    assert owed.settled is not None
    assert "geen-risicofactoren" not in family.case.flags()


def test_risk_factors_that_were_known_before_are_not_asked_for_again() -> None:
    """R31: and where safety is lost, that comes first."""
    family = Family()
    family.case.do(risk())
    family.case.do(reached(family))
    assert family.case.obligations(RECORD) == []
    other = Family()
    other.case.do(reached(other))
    other.case.do(lost(other))
    assert all(owed.settled for owed in other.case.obligations(RECORD))
    assert "geen-risicofactoren" not in other.case.flags()


def test_debts_that_keep_it_going_are_no_risk_factor() -> None:
    """W5.3: a list apart; both are asked about."""
    family = Family()
    item = family.case.item(complicating())
    state = family.case.state()
    assert state[ComplicatingFactors].all[item].effect is Effect.MAINTAINS
    assert item not in state[RiskFactors].all
    assert [owed.about for owed in family.case.obligations(MOVE)] == [item]
    assert family.case.refused(reduce(family, item)) == set()


def test_a_factor_last_touched_95_days_ago_stands_still() -> None:
    """W10.5, R32: and one of 84 days ago does not."""
    family = Family()
    item = family.case.item(risk(), "2025-03-10 10:00")
    other = family.case.item(complicating(), "2025-03-21 10:00")
    state = family.case.state()
    assert set(standing_still(state, TERMS, at("2025-06-13 10:00"))) == {item}
    [owed, later] = family.case.obligations(MOVE)
    assert (owed.about, later.about) == (item, other)
    assert owed.overdue(at("2025-06-13 10:00"))
    assert not later.overdue(at("2025-06-13 10:00"))


def test_a_review_or_an_action_takes_it_off_the_list() -> None:
    """W10.5: whatever moves it; so does the closing."""
    family = Family()
    item = family.case.item(risk(), "2025-03-10 10:00")
    family.case.do(reduce(family, item), "2025-05-01 10:00")
    assert standing_still(family.case.state(), TERMS, at("2025-06-13 10:00")) == {}
    assert set(standing_still(family.case.state(), TERMS, at("2025-08-01 10:00"))) == {item}
    family.case.do(review(item, Trend.GONE), "2025-07-01 10:00")
    assert standing_still(family.case.state(), TERMS, at("2026-08-01 10:00")) == {}
    closed = Family()
    closed.case.do(risk())
    closed.in_force()
    closed.case.do(good_enough())
    closed.case.do(close())
    assert standing_still(closed.case.state(), TERMS, at("2026-08-01 10:00")) == {}
    assert all(owed.settled for owed in closed.case.obligations(REDUCE))


def test_what_is_placed_elsewhere_says_in_which_support_plan() -> None:
    """W10.4, W3.3: without it nobody finds it back."""
    family = Family()
    item = family.case.item(risk())
    plan = family.case.item(LinkSupportPlan(system="Zaken", reference="Z-1"))
    elsewhere = reduce(family, item, placed_in=SUPPORT, support_plan=plan)
    assert family.case.refused(elsewhere) == set()
    assert family.case.refused(reduce(family, item, placed_in=SUPPORT)) == {"plaats-onduidelijk"}
    assert family.case.refused(reduce(family, item, support_plan=plan)) == {"plaats-onduidelijk"}
    lost_plan = reduce(family, item, placed_in=SUPPORT, support_plan=NOWHERE)
    assert family.case.refused(lost_plan) == {"plaats-onbekend"}


def test_only_factors_and_people_of_this_dossier_are_worked_on() -> None:
    """W7.1."""
    family = Family()
    assert family.case.refused(review(NOWHERE)) == {"factor-onbekend"}
    assert family.case.refused(reduce(family, NOWHERE)) == {"factor-onbekend"}
    assert family.case.refused(risk(about=(STRANGER,))) == {"persoon-onbekend"}
