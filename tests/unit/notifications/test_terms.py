"""When people must be told, and when sending is tried again (R24, R25)."""

from datetime import timedelta

import pytest

from services.notifications.domain.obligations import obligations
from services.notifications.domain.terms import GRACE, OWN, repeat_at, retry_at
from tests.unit.notifications.family import OPA, Family, at

START = at("2025-03-10 09:00")


def test_a_version_is_sent_in_two_working_days_and_confirmed_in_seven_days():
    """R24: Thursday's version by Monday night, Dutch time."""
    family = Family("2025-03-13 15:00")
    family.version(1, opa=1)
    due = family.due(OPA, 1)
    assert due.send_by == at("2025-03-17 23:00")
    assert due.confirm_by == at("2025-03-20 23:00")


def test_with_acute_unsafety_everybody_is_told_the_same_day():
    """R24: acute same day."""
    family = Family("2025-03-13 15:00", acute=True)
    family.version(1, opa=1)
    due = family.due(OPA, 1)
    assert due.send_by == due.confirm_by == at("2025-03-13 23:00")


def test_overdue_is_seen_at_v():
    """R24: late is derived at the moment that is asked about, never stored."""
    family = Family("2025-03-13 15:00")
    family.version(1, opa=1)
    due = family.due(OPA, 1)
    late = [due.overdue_at(at(day)) for day in ("2025-03-20 22:59", "2025-03-20 23:00")]
    assert late == [False, True]


def test_a_version_recorded_later_is_not_due_before_it_was_made():
    """At V before the version there is nothing to inform anybody of."""
    family = Family("2025-03-13 15:00")
    family.version(1, opa=1)
    assert obligations(family.state(valid=at("2025-03-13 14:59")), OWN) == []


@pytest.mark.parametrize(
    ("tries", "minutes"), [(1, 1), (2, 5), (3, 25), (4, 120), (5, 720), (6, 720), (9, 720)]
)
def test_sending_is_tried_again_ever_later(tries: int, minutes: int):
    """W8.4: a failure is retried, with back-off."""
    assert retry_at(tries, START, START) == START + timedelta(minutes=minutes)


def test_after_five_days_it_is_not_tried_again():
    """W8.4: then it is for a worker to see."""
    days = [START + timedelta(days=n) for n in (4, 5)]
    assert [retry_at(9, START, day) is None for day in days] == [False, True]


def test_an_uncertain_attempt_is_given_a_grace_before_it_is_repeated():
    """W8.4: a sender that is slow is not a sender that died; and it stops in the end."""
    assert repeat_at(1, START, START) == START + GRACE
    assert repeat_at(9, START, START + timedelta(days=5)) is None
