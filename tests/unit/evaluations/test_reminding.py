"""The days around an evaluation."""

from datetime import date

from services.evaluations.domain.course.reminding import reminders
from services.evaluations.domain.course.rhythm import turns
from services.evaluations.domain.followed.values import Rhythm
from tests.unit.evaluations.case import TERMS, Case, evaluated, family, version


def around(case: Case, number: int = -1) -> tuple[list[date], date, date]:
    """When to remember, when a supervisor hears of it, and the last day that fits."""
    state = case.state()
    found = turns(state)
    days = reminders(state, TERMS, found[number], found[number] is found[0])
    return list(days.remind_on), days.supervisor_on, days.at_latest


def test_a_week_and_two_days_before_and_for_a_supervisor_five_working_days_after():
    """R20: due on Friday 14 March."""
    remind_on, supervisor_on, _ = around(family())
    assert remind_on == [date(2025, 3, 7), date(2025, 3, 12)]
    assert supervisor_on == date(2025, 3, 21)


def test_while_acute_the_first_is_within_a_week_and_the_next_within_two():
    """R19: counted from the plan, and from the evaluation."""
    case = family(acute=True)
    assert around(case)[2] == date(2025, 3, 17)
    evaluated(case, "2025-03-14 10:00")
    assert around(case)[2] == date(2025, 3, 28)


def test_never_longer_than_thirteen_weeks():
    """R19: an agreed day after it is shown as too late, and not refused."""
    case = family()
    case.follow(version(2, schedule=Rhythm(date(2025, 9, 1), 26)), "2025-03-11 10:00")
    assert around(case)[2] == date(2025, 6, 10)
    assert turns(case.state())[-1].due_on > date(2025, 6, 10)
