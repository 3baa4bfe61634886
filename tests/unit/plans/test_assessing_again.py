"""An escalation and a closing are turning points: the risks are assessed for them (R05)."""

from __future__ import annotations

from services.plans.domain.groundwork.unsafety import Unsafety
from shared.eventbase.obligation import Obligation
from tests.unit.plans.acts import Family, classify, close, good_enough
from tests.unit.plans.case import at
from tests.unit.plans.course.acts import consider
from tests.unit.plans.test_judging import ARIJ


def owed(family: Family) -> list[Obligation]:
    """What is, or was, owed at turning points."""
    return family.case.obligations("risicotaxatie-bij-keerpunt")


def test_an_escalation_asks_for_a_new_assessment() -> None:
    """R05, W1.2: within ten working days; one of the two weeks before was made for it."""
    family = Family()
    family.case.do(ARIJ, "2025-03-12 10:00")
    family.case.do(consider(family), "2025-04-01 10:00")
    [due] = owed(family)
    assert (due.rule, due.due_at, due.settled) == ("R05", at("2025-04-15 22:00"), None)
    family.case.do(ARIJ, "2025-04-08 10:00")
    family.case.do(consider(family), "2025-04-22 09:00")
    assert [each.settled is not None for each in owed(family)] == [True, True]


def test_a_closing_asks_for_an_assessment_of_the_last_two_weeks() -> None:
    """R05: on the day itself; where unsafety was never judged, nothing is asked."""
    for before, settled in (("2025-11-16 10:00", False), ("2025-11-18 10:00", True)):
        family = Family()
        family.case.do(classify(Unsafety.STRUCTURAL, family.mirjam))
        family.in_force()
        family.case.do(good_enough())
        family.case.do(ARIJ, before)
        family.case.do(close(), "2025-12-01 10:00")
        [due] = owed(family)
        assert (due.due_at, due.settled is not None) == (at("2025-12-01 23:00"), settled)
    calm = Family()
    calm.in_force()
    calm.case.do(good_enough())
    calm.case.do(close())
    assert owed(calm) == []
