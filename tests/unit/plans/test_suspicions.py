"""A suspicion and a turn to acute each ask for a colleague and an instrument (W1, W3.1)."""

from __future__ import annotations

from typing import Any

from services.plans.domain.family.dossier import Ground
from services.plans.domain.groundwork.suspicions import AddGround, Suspicions
from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.plan.versions import Path
from tests.unit.plans.acts import (
    Family,
    activate,
    agree,
    bottom_line,
    classify,
    close,
    consult,
    good_enough,
    rhythm,
)
from tests.unit.plans.case import at
from tests.unit.plans.test_correction import correct
from tests.unit.plans.test_judging import ARIJ

CONSULT = "collega-raadplegen"
ASSESS, AGAIN = "risicotaxatie-invullen", "risicotaxatie-herhalen"
ALONE = "eerste-plan-zonder-raadpleging"


def suspect(**more: Any) -> AddGround:
    """Something new is suspected."""
    said = {"grounds": (Ground.ABUSE_VICTIM,), "explanation": "Een onthulling op school."}
    return AddGround(**{**said, "suspicion_only": True, **more})


def test_a_new_ground_demands_a_new_consultation() -> None:
    """W1.3: a consultation in January; abuse suspected in June: a new one is demanded."""
    family = Family()
    family.case.do(consult(family.fatma, family.joris), "2025-03-12 10:00")
    [first] = family.case.obligations(CONSULT)
    assert first.settled is not None
    family.case.do(suspect(), "2025-06-10 10:00")
    _, second = family.case.obligations(CONSULT)
    assert (second.settled, second.rule) == (None, "R01")
    assert second.due_at == at("2025-06-17 22:00")
    family.case.do(consult(family.joris, family.fatma), "2025-06-11 10:00")
    _, second = family.case.obligations(CONSULT)
    assert second.settled is not None
    assert second.settled.at == at("2025-06-11 10:00")


def test_a_new_suspicion_is_a_fact_of_its_own() -> None:
    """W0.1, W1.3: the opening keeps its ground; a correction takes back only the new one."""
    family = Family()
    [added] = family.case.do(suspect(), "2025-06-10 10:00")
    assert [each.first for each in family.case.state()[Suspicions].all] == [True, False]
    assert family.case.state()[Suspicions].grounds == {
        Ground.UNSAFE_SITUATION,
        Ground.ABUSE_VICTIM,
    }
    family.case.do(correct(family.case, added))
    assert len(family.case.obligations(CONSULT)) == 1


def test_from_the_opening_on_a_colleague_is_asked_within_five_working_days() -> None:
    """W1.1, R01: opened on Monday 10 March, due at the end of Monday 17 March."""
    family = Family()
    [due] = family.case.obligations(CONSULT)
    assert due.due_at == at("2025-03-17 23:00")
    early = consult(family.fatma, family.joris, effective_at=at("2025-03-08 12:00"))
    family.case.do(early)
    [due] = family.case.obligations(CONSULT)
    assert due.settled is not None


def test_acute_unsafety_asks_for_a_colleague_the_same_day() -> None:
    """W3.1, R01: also in the morning before it was judged; not the day before."""
    family = Family()
    family.case.do(consult(family.fatma, family.joris), "2025-03-10 20:00")
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-03-11 16:00")
    _, acute = family.case.obligations(CONSULT)
    assert (acute.settled, acute.due_at) == (None, at("2025-03-11 23:00"))
    morning = consult(family.fatma, family.joris, effective_at=at("2025-03-11 08:00"))
    family.case.do(morning, "2025-03-11 17:00")
    _, acute = family.case.obligations(CONSULT)
    assert acute.settled is not None


def test_a_first_plan_without_consultation_comes_into_force_with_a_flag_and_a_deadline() -> None:
    """W3.1: accepted at 12:00, and a colleague is asked before 16:00; then the flag is gone."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-03-10 10:00")
    family.case.do(agree(family.stefan, for_people=(family.mirjam,)))
    assert ALONE not in family.case.flags()
    family.case.do(activate(), "2025-03-10 12:00")
    assert ALONE in family.case.flags()
    _, acute = family.case.obligations(CONSULT)
    assert acute.due_at == at("2025-03-10 16:00")
    family.case.do(consult(family.fatma, family.joris), "2025-03-10 13:00")
    assert ALONE not in family.case.flags()


def test_a_plan_by_the_regular_path_is_no_first_plan() -> None:
    """W3.1: that no colleague was asked yet is then said by another flag."""
    acute, regular = Family(), Family()
    acute.in_force()
    assert ALONE in acute.case.flags()
    regular.case.do(agree(regular.stefan))
    regular.case.do(bottom_line(regular.mirjam))
    regular.case.do(rhythm())
    regular.case.do(activate(Path.REGULAR))
    assert ALONE not in regular.case.flags()


def test_acute_again_asks_again() -> None:
    """W3.4: structural in between; judged acute twice on end is one turn."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE), "2025-04-01 10:00")
    family.case.do(classify(Unsafety.BOTH), "2025-04-02 10:00")
    family.case.do(consult(family.fatma, family.joris, effective_at=at("2025-03-20 10:00")))
    family.case.do(classify(Unsafety.STRUCTURAL), "2025-04-03 10:00")
    family.case.do(classify(Unsafety.ACUTE), "2025-04-04 10:00")
    assert [o.settled is None for o in family.case.obligations(CONSULT)] == [False, True, True]


def test_without_an_instrument_it_is_too_late_after_the_term_until_there_is_one() -> None:
    """W1.2, R05: consulted and no instrument: overdue after ten working days; both facts stay."""
    family = Family()
    family.case.do(consult(family.fatma, family.joris), "2025-03-10 10:00")
    [due] = family.case.obligations(ASSESS)
    assert due.due_at == at("2025-03-24 23:00")
    assert due.overdue(at("2025-03-25 09:00"))
    assert due.is_with_supervisor(at("2025-03-25 09:00"))
    family.case.do(ARIJ, "2025-03-26 09:00")
    [due] = family.case.obligations(ASSESS)
    assert due.settled_late
    assert not due.overdue(at("2025-03-27 09:00"))


def test_acute_unsafety_asks_for_an_instrument_in_two_working_days() -> None:
    """R05: judged on Friday, due at the end of Tuesday."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE), "2025-03-14 10:00")
    _, acute = family.case.obligations(ASSESS)
    assert acute.due_at == at("2025-03-18 23:00")


def test_an_assessment_is_repeated_after_half_a_year_while_the_plan_is_there() -> None:
    """R05: every six months; not after the plan was closed."""
    family = Family()
    family.case.do(ARIJ, "2025-03-12 10:00")
    family.case.do(ARIJ, "2025-08-12 10:00")
    done, owed = family.case.obligations(AGAIN)
    assert done.settled is not None
    assert (owed.settled, owed.due_at) == (None, at("2026-02-12 23:00"))
    family.in_force()
    family.case.do(good_enough())
    family.case.do(close(), "2025-12-01 10:00")
    assert len(family.case.obligations(AGAIN)) == 1
