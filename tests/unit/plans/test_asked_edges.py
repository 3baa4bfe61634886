"""The exact edges of judging anew: what was done at the very moment that asks for it (W1, R05)."""

from __future__ import annotations

from datetime import timedelta

from services.plans.domain.groundwork.unsafety import Unsafety
from tests.unit.plans.acts import Family, activate, agree, classify, close, consult, good_enough
from tests.unit.plans.case import at
from tests.unit.plans.course.acts import consider
from tests.unit.plans.test_assessing_again import owed as owed_at_turning_points
from tests.unit.plans.test_choosing import FROM_14_MARCH, arij, lirik
from tests.unit.plans.test_choosing import owed as owed_of_the_list
from tests.unit.plans.test_judging import ARIJ
from tests.unit.plans.test_suspicions import AGAIN, ASSESS, CONSULT, suspect


def test_a_colleague_who_was_asked_when_it_was_suspected_was_asked_about_that() -> None:
    """W1.3: at the very moment; not a moment before."""
    for early, settled in ((0, True), (1, False)):
        family = Family()
        moment = at("2025-06-10 10:00") - timedelta(microseconds=early)
        family.case.do(suspect(), "2025-06-10 10:00")
        family.case.do(consult(family.joris, family.fatma, effective_at=moment))
        _, due = family.case.obligations(CONSULT)
        assert (due.settled is not None) is settled


def test_a_plan_of_the_moment_at_which_it_turned_acute_was_made_for_that() -> None:
    """R01: so a colleague is asked within hours of it."""
    family = Family()
    family.case.do(agree(family.stefan), "2025-03-10 09:00")
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-03-10 10:00")
    family.case.do(activate(effective_at=at("2025-03-10 10:00")), "2025-03-10 10:05")
    _, acute = family.case.obligations(CONSULT)
    assert acute.due_at == at("2025-03-10 14:00")


def test_what_was_too_late_when_the_plan_was_closed_stays_in_sight() -> None:
    """R05: from the instant on which it was due."""
    for moment, often in (("2025-09-12 21:59:59", 0), ("2025-09-12 22:00", 1)):
        family = Family()
        family.case.do(ARIJ, "2025-03-12 10:00")
        family.in_force()
        family.case.do(good_enough())
        family.case.do(close(), moment)
        assert len(family.case.obligations(AGAIN)) == often


def test_an_assessment_of_two_weeks_before_a_turning_point_was_made_for_it() -> None:
    """R05: to the minute."""
    for moment, settled in (("2025-03-18 10:00", True), ("2025-03-18 09:59", False)):
        family = Family()
        family.case.do(ARIJ, moment)
        family.case.do(consider(family), "2025-04-01 10:00")
        [due] = owed_at_turning_points(family)
        assert (due.settled is not None) is settled


def test_what_is_owed_for_an_instrument_names_the_assessment() -> None:
    """T7: so that somebody knows which one is to be done again."""
    family = Family()
    done = family.case.item(lirik(), "2025-03-14 10:00")
    family.case.do(arij(), "2025-03-18 10:00")
    assert [each.about for each in owed_of_the_list(family, FROM_14_MARCH)] == [done]


def test_an_assessment_that_is_owed_too_long_is_for_a_supervisor_to_see_to() -> None:
    """R05: from the instant on which it was due."""
    [due] = Family().case.obligations(ASSESS)
    moments = ("2025-03-24 22:59", "2025-03-24 23:00")
    assert [due.is_with_supervisor(at(moment)) for moment in moments] == [False, True]
