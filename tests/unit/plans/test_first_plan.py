"""Acute unsafety asks for a plan at once, and again when it comes back (W3.1, W3.4, R02)."""

from __future__ import annotations

from services.plans.domain.groundwork.unsafety import Unsafety
from tests.unit.plans.acts import Family, activate, adjust, agree, classify
from tests.unit.plans.case import at

DUTY = "eerste-plan-vaststellen"


def test_acute_unsafety_asks_for_a_plan_within_a_day() -> None:
    """W3.1, R02: judged at 16:00, for a supervisor after 8 hours, due the next day at 16:00."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-03-10 16:00")
    [due] = family.case.obligations(DUTY)
    assert due.due_at == at("2025-03-11 16:00")
    assert due.overdue(at("2025-03-11 16:00"))
    assert not due.is_with_supervisor(at("2025-03-10 23:59"))
    assert due.is_with_supervisor(at("2025-03-11 00:00"))
    family.case.do(agree(family.stefan), "2025-03-10 16:30")
    family.case.do(activate(), "2025-03-10 16:40")
    [due] = family.case.obligations(DUTY)
    assert due.settled is not None
    assert due.settled.at == at("2025-03-10 16:40")
    assert not due.is_with_supervisor(at("2025-03-11 00:00"))


def test_structural_unsafety_starts_no_such_clock() -> None:
    """W3.3: a structural case may never get a plan."""
    family = Family()
    family.case.do(classify(Unsafety.STRUCTURAL, family.mirjam))
    assert family.case.obligations(DUTY) == []


def test_acute_again_starts_the_clock_again_and_only_a_new_version_stops_it() -> None:
    """W3.4: re-classification to acute restarts the clock; judged acute twice on end does not."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    family.case.do(classify(Unsafety.BOTH, family.mirjam))
    family.case.do(agree(family.stefan))
    family.case.do(activate())
    family.case.do(classify(Unsafety.STRUCTURAL, family.mirjam))
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    first, second = family.case.obligations(DUTY)
    assert first.settled is not None
    assert second.settled is None
    family.case.do(adjust(agree(family.els)))
    assert all(each.settled is not None for each in family.case.obligations(DUTY))
