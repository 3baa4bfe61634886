"""What is due, at the exact edges: order of arrival, and moments that coincide."""

from __future__ import annotations

from datetime import date, timedelta

from services.evaluations.domain.breaches.findings import JudgeBreach
from services.evaluations.domain.considering.considerations import ConsiderRecurrence
from services.evaluations.domain.considering.repeated import BROKEN_AGAIN
from services.evaluations.domain.course.recurring import Wait, as_it_happened, due_by, waits
from services.evaluations.domain.course.reminding import reminders
from services.evaluations.domain.course.rhythm import Turn, turns
from services.evaluations.domain.followed.course_events import NeedMapped, SafetyWeighed
from services.evaluations.domain.followed.events import (
    UnsafetyJudged,
)
from services.evaluations.domain.followed.safety import Safety
from services.evaluations.domain.followed.values import (
    Rhythm,
    Unsafety,
)
from shared.eventbase.obligation import Mark, Obligation
from tests.unit.evaluations.case import (
    A1,
    ELS,
    FATMA,
    MIRJAM,
    TERMS,
    Case,
    at,
    family,
    uid,
    version,
)
from tests.unit.evaluations.test_breaches import SATURDAY, claim, heard, judge, with_consequence

ONE, TWO, THREE = (Mark(uid(n), at(f"2025-03-1{n} 09:00")) for n in (1, 2, 3))


def owed(case: Case, duty: str) -> list[Obligation]:
    """What is or was owed of one duty."""
    return [each for each in case.obligations() if each.duty == duty]


def judged(case: Case, kind: Unsafety, now: str) -> None:
    """Plans judged the unsafety."""
    case.follow(UnsafetyJudged(kind), now)


def test_waiting_is_ended_by_what_was_done_in_the_order_in_which_it_was() -> None:
    """R07, R37: also at the very moment that it began or ended."""
    assert list(waits(ONE, [THREE, TWO], None)) == [
        Wait(ONE, TWO),
        Wait(TWO, THREE),
        Wait(THREE, None),
    ]
    same, end = Mark(uid(8), ONE.at), Mark(uid(9), TWO.at)
    assert list(waits(ONE, [same], None)) == [Wait(ONE, same), Wait(same, None)]
    assert list(waits(ONE, [TWO], end)) == [Wait(ONE, TWO), Wait(TWO, end)]
    assert list(waits(TWO, [ONE, THREE], end)) == [Wait(TWO, end)]


def test_what_happened_at_one_moment_has_one_order() -> None:
    """Design 2: whatever order the events came in."""
    later_id = Mark(uid(9), ONE.at)
    assert sorted([TWO, later_id, ONE], key=as_it_happened) == [ONE, later_id, TWO]


def test_becoming_acute_shortens_the_waiting_that_goes_on_and_no_other() -> None:
    """R37: not what was over by then, nor what began at that moment."""
    case = family()
    judged(case, Unsafety.ACUTE, "2025-03-12 09:00")
    plan = case.state()[Safety]
    acute = TERMS.due("R37-acuut", TWO.at)
    begun, over = Wait(ONE), Wait(ONE, Mark(uid(7), TWO.at))
    assert due_by(plan, TERMS, begun, "R37", "R37-acuut") == acute
    assert due_by(plan, TERMS, over, "R37", "R37-acuut") == TERMS.due("R37", ONE.at)
    assert due_by(plan, TERMS, Wait(TWO), "R37", "R37-acuut") == acute


def test_it_is_acute_from_the_judgement_that_says_so_to_the_one_that_does_not() -> None:
    """W3.4: whatever order they came in; the stricter of two at one moment."""
    case = family()
    for kind, now in (
        (Unsafety.NONE_FOUND, "2025-03-20 09:00"),
        (Unsafety.ACUTE, "2025-03-12 09:00"),
        (Unsafety.BOTH, "2025-03-14 09:00"),
        (Unsafety.STRUCTURAL, "2025-03-22 09:00"),
        (Unsafety.STRUCTURAL, "2025-03-25 09:00"),
        (Unsafety.ACUTE, "2025-03-25 09:00"),
    ):
        judged(case, kind, now)
    safety = case.state()[Safety]
    periods = [(p.begun.at, p.ended.at if p.ended else None) for p in safety.acute_periods]
    assert periods == [
        (at("2025-03-12 09:00"), at("2025-03-20 09:00")),
        (at("2025-03-25 09:00"), None),
    ]
    moments = ("2025-03-12 08:59", "2025-03-12 09:00", "2025-03-20 09:00", "2025-03-25 09:00")
    assert [safety.is_acute_at(at(each)) for each in moments] == [False, True, False, True]


def test_the_numbers_are_those_of_the_rules() -> None:
    """R29, R51: a rating of three is low and of four is not; late is after five working days."""
    day = date(2025, 3, 10)
    numbers = {name: TERMS.number(f"R29-{name}", day) for name in ("laag", "spreiding", "daling")}
    assert numbers == {"laag": 3, "spreiding": 4, "daling": 2}
    assert TERMS.due("R51", at("2025-03-10 09:00")) == at("2025-03-17 23:00")


def test_a_supervisor_hears_five_working_days_after_the_day_itself() -> None:
    """R20: of a Tuesday, on the Tuesday after; at the end of that day it is too late."""
    case = Case()
    case.follow(version(1, schedule=Rhythm(date(2025, 3, 18), 1)), "2025-03-10 16:30")
    state = case.state()
    found = reminders(state, TERMS, turns(state)[0], True)
    assert found.supervisor_on == date(2025, 3, 25)
    assert found.at_latest == date(2025, 6, 9)


def test_the_rhythm_is_that_of_the_versions_in_their_order() -> None:
    """W8.2: also when a later one arrived first."""
    case = Case()
    later, sooner = Rhythm(date(2025, 5, 1), 2), Rhythm(date(2025, 4, 1), 1)
    case.follow(version(3, schedule=later), "2025-03-12 10:00")
    case.follow(version(2, schedule=sooner), "2025-03-11 10:00")
    assert [turn.due_on for turn in turns(case.state())] == [sooner.first_on, later.first_on]


def test_an_agreement_is_broken_again_within_eight_weeks_and_not_at_them() -> None:
    """R28: counted in days; and what was considered at that very moment answers it."""
    for second, asked in (("2025-07-19 21:59", 1), ("2025-07-19 22:00", 0)):
        case = with_consequence()
        first = claim(case, SATURDAY)
        judge(case, first, "2025-05-26 09:00")
        judge(case, claim(case, second), "2025-07-21 09:00")
        assert len(owed(case, BROKEN_AGAIN)) == asked


def test_what_is_answered_at_the_moment_of_asking_is_answered() -> None:
    """R28: considered while the conclusion was drawn; not before it."""
    for moment, answered in (("2025-06-02 09:00", True), ("2025-06-02 08:59", False)):
        case = with_consequence()
        judge(case, claim(case, SATURDAY), "2025-05-26 09:00")
        again = claim(case, "2025-05-31 19:50")
        case.do(heard(again), "2025-06-02 08:00")
        case.do(JudgeBreach(breach=again, confirmed=True, why="Gezien."), "2025-06-02 09:00")
        considered = ConsiderRecurrence(
            item=A1,
            weighed="x",
            decision="y",
            decided_by=FATMA,
            consulted=ELS,
            effective_at=at(moment),
        )
        case.do(considered, "2025-06-03 09:00")
        [due] = owed(case, BROKEN_AGAIN)
        assert (due.settled is not None) is answered


def test_what_was_acute_for_no_time_at_all_makes_no_due_time_shorter() -> None:
    """R37: judged so, and weighed to be safe at that very moment."""
    case = family()
    case.follow(UnsafetyJudged(Unsafety.ACUTE, (MIRJAM,)), "2025-03-12 09:00")
    case.follow(SafetyWeighed(True, (MIRJAM,)), "2025-03-12 09:00")
    due = due_by(case.state()[Safety], TERMS, Wait(TWO), "R37", "R37-acuut")
    assert due == TERMS.due("R37", TWO.at)


def test_the_longest_is_by_what_was_reached_and_mapped_on_the_day_itself() -> None:
    """R19: to its last instant, in the Netherlands."""
    for mapped, weeks in (("2025-03-12 22:59:59.999999", 12), ("2025-03-12 23:00", 6)):
        case = family()
        case.follow(SafetyWeighed(True, (MIRJAM,)), "2025-03-11 09:00")
        case.follow(NeedMapped(), mapped)
        found = reminders(case.state(), TERMS, Turn(date(2025, 4, 1), TWO), False)
        assert found.at_latest == date(2025, 3, 12) + timedelta(weeks=weeks)


def test_the_rhythm_that_was_agreed_is_the_same_whatever_order_versions_came_in() -> None:
    """W8.2, design 2: what kept the rhythm does not move the day."""
    case = Case()
    for number in (1, 2, 3):
        case.follow(version(number), f"2025-03-1{number} 10:00")
    case.follow(version(4, schedule=Rhythm(date(2025, 5, 1), 2)), "2025-03-14 10:00")
    assert turns(case.backwards()) == turns(case.state())
