"""The exact edges of the clock of direct safety: what coincides with its begin or end (W10.2)."""

from __future__ import annotations

from services.plans.domain.course.safety_clock import Clock, clocks
from services.plans.domain.groundwork.unsafety import Unsafety
from tests.unit.plans.acts import Family, activate, agree, classify
from tests.unit.plans.case import TERMS, at
from tests.unit.plans.course.acts import consider, reached, term

BEGUN, REACHED = "2025-03-10 10:00", "2025-04-07 10:00"
SIX_WEEKS, TWELVE_WEEKS = at("2025-04-21 22:00"), at("2025-06-02 22:00")


def judged(kind: Unsafety = Unsafety.STRUCTURAL, in_force: str | None = BEGUN) -> Family:
    """Mirjam was judged to be unsafe at 10:00; the plan came into force at some moment."""
    family = Family()
    family.case.do(agree(family.stefan), "2025-03-10 09:30")
    family.case.do(classify(kind, family.mirjam), BEGUN)
    if in_force:
        family.case.do(activate(effective_at=at(in_force)))
    return family


def ran(family: Family) -> list[Clock]:
    """Every clock that there was."""
    return clocks(family.case.state(), TERMS)


def test_a_term_of_the_moment_at_which_it_became_unsafe_is_the_first() -> None:
    """W10.2: and no other begins by itself; also when the plan was there at that moment."""
    for in_force in (None, BEGUN):
        family = judged(in_force=in_force)
        family.case.do(term("2025-03-31", effective_at=at(BEGUN)))
        if not in_force:
            family.case.do(activate())
        [clock] = ran(family)
        assert (clock.by_default, clock.until) == (False, at("2025-03-31 22:00"))


def test_what_was_decided_the_moment_that_it_became_unsafe_ended_the_term() -> None:
    """W10.2: something else is going to happen, and nobody watches until when."""
    family = judged()
    family.case.do(consider(family, effective_at=at(BEGUN)))
    assert "geen-termijn-veiligheid" in family.case.flags()


def test_a_term_of_the_moment_at_which_it_was_reached_begins_nothing() -> None:
    """W10.2: there was nothing to wait for any more."""
    family = judged()
    family.case.do(reached(family), REACHED)
    family.case.do(term("2025-05-31", effective_at=at(REACHED)))
    assert [clock.by_default for clock in ran(family)] == [True]


def test_a_plan_of_the_moment_at_which_it_was_reached_begins_nothing() -> None:
    """R09: a plan that came when everybody was safe has no term for it."""
    family = judged(in_force=None)
    family.case.do(reached(family), REACHED)
    family.case.do(activate(effective_at=at(REACHED)))
    assert ran(family) == []


def test_the_judgement_of_the_moment_at_which_the_plan_began_decides_how_long() -> None:
    """R09: six weeks when that says acute; the last of two that were made at one moment."""
    [clock] = ran(judged(Unsafety.ACUTE))
    assert clock.until == SIX_WEEKS
    milder = judged(Unsafety.ACUTE)
    milder.case.do(classify(Unsafety.STRUCTURAL, milder.mirjam, effective_at=at(BEGUN)))
    [clock] = ran(milder)
    assert clock.until == TWELVE_WEEKS


def test_what_turned_acute_and_was_reached_at_one_moment_shortens_nothing() -> None:
    """R09: the term was over by then."""
    family = judged()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), REACHED)
    family.case.do(reached(family, effective_at=at(REACHED)))
    assert [clock.until for clock in ran(family)] == [TWELVE_WEEKS]
