"""The exact edges of help, factors and deciding on: what coincides, and who was asked (W5, W6)."""

from __future__ import annotations

from services.plans.domain.course.direct_safety import DirectSafety
from services.plans.domain.course.plan_age import GO_ON
from services.plans.domain.course.progress import RECORD, touches
from services.plans.domain.course.recovery import Need
from services.plans.domain.groundwork.unsafety import Unsafety
from tests.unit.plans.acts import Family, classify
from tests.unit.plans.case import at, uid
from tests.unit.plans.course.acts import consider, go_on, lost, need, reached, reduce, review, risk
from tests.unit.plans.course.test_recovery import ARRANGE, MAP

REACHED = "2025-04-07 11:00"


def test_who_was_mapped_at_the_moment_of_direct_safety_is_not_asked_again() -> None:
    """R33: a moment later it is what settles the asking."""
    for moment, asked in ((REACHED, False), ("2025-04-07 11:01", True)):
        family = Family()
        family.case.do(reached(family), REACHED)
        family.case.do(need(family.mirjam, effective_at=at(moment)), "2025-04-07 12:00")
        owed = {each.about for each in family.case.obligations(MAP)}
        assert (family.mirjam in owed) is asked


def test_help_is_not_owed_to_who_said_right_after_to_need_none() -> None:
    """R33: the next answer settles it; a later need asks for help anew."""
    family = Family()
    answers = ((Need.YES, "04-07"), (Need.NO, "04-08"), (Need.YES, "04-09"))
    for answer, day in answers:
        family.case.do(need(family.mirjam, answer), f"2025-{day} 10:00")
    first, second = family.case.obligations(ARRANGE)
    assert first.settled is not None
    assert first.settled.at == at("2025-04-08 10:00")
    assert second.settled is None


def test_factors_that_were_known_when_it_became_stable_are_not_asked_for() -> None:
    """R31: at that very moment; a moment later that is what settles the asking."""
    for moment, often in ((REACHED, 0), ("2025-04-07 11:01", 1)):
        family = Family()
        family.case.do(classify(Unsafety.STRUCTURAL, family.mirjam))
        family.case.do(reached(family), REACHED)
        family.case.do(risk(effective_at=at(moment)), "2025-04-07 12:00")
        assert len(family.case.obligations(RECORD)) == often


def test_work_on_a_factor_is_told_in_the_order_in_which_it_was_done() -> None:
    """R32: also what was planned after it was reviewed."""
    family = Family()
    factor = family.case.item(risk(), "2025-03-11 09:00")
    family.case.do(review(factor), "2025-03-12 09:00")
    family.case.do(reduce(family, factor), "2025-03-13 09:00")
    found = [touch.mark.at.day for touch in touches(family.case.state())[factor]]
    assert found == [11, 12, 13]


def test_safety_that_was_lost_names_the_incident_and_nobody_was_asked() -> None:
    """W5.1: an incident is no colleague."""
    family = Family()
    family.case.do(reached(family))
    family.case.do(lost(family, incident=uid(9)))
    declared = family.case.state()[DirectSafety].all[-1]
    assert (declared.because, declared.consulted) == (uid(9), None)


def test_to_go_on_until_today_is_not_over_yet_and_says_which_supervisor_was_asked() -> None:
    """W10.2, R11: the last day counts."""
    family = Family()
    family.in_force()
    assert family.case.refused(consider(family, "2025-03-10")) == set()
    [asked] = family.case.do(consider(family, "2025-05-12", supervisor=family.joris))
    assert asked.supervisor == family.joris


def test_a_reason_at_the_instant_that_the_plan_is_a_year_old_answers_the_question() -> None:
    """R35: it was asked from then on; a moment before nobody asks."""
    for moment, often in (("2026-03-10 22:59", 1), ("2026-03-10 23:00", 2)):
        family = Family()
        family.in_force()
        family.case.do(go_on(family), moment)
        assert len(family.case.obligations(GO_ON)) == often
