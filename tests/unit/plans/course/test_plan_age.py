"""A plan that is a year old asks why it goes on (W10.3, R35)."""

from __future__ import annotations

from tests.unit.plans.acts import Family, close, good_enough
from tests.unit.plans.case import STRANGER, at
from tests.unit.plans.course.acts import go_on

DUTY = "reden-om-door-te-gaan"


def test_after_366_days_the_reason_to_go_on_is_asked_for() -> None:
    """W10.3: a plan active 366 days; a day earlier nothing is asked."""
    family = Family()
    family.in_force()
    [owed] = family.case.obligations(DUTY)
    assert owed.opened.at <= at("2026-03-11 09:00")
    assert owed.opened.at > at("2026-03-10 09:00")
    assert owed.settled is None
    assert owed.is_with_supervisor(at("2026-03-11 09:00"))


def test_a_review_settles_it_and_a_year_later_it_is_asked_again() -> None:
    """W10.3: alert, not closure."""
    family = Family()
    family.in_force()
    family.case.do(go_on(family, consulted=family.joris), "2026-03-16 10:00")
    first, second = family.case.obligations(DUTY)
    assert first.settled is not None
    assert not first.settled_late
    assert second.settled is None
    assert second.opened.at > at("2027-03-15 10:00")


def test_a_plan_that_was_closed_or_reviewed_in_its_year_is_not_asked_about() -> None:
    """R35: active is what counts."""
    family = Family()
    family.in_force()
    family.case.do(go_on(family), "2025-12-01 10:00")
    [owed] = family.case.obligations(DUTY)
    assert owed.opened.at > at("2026-12-01 10:00")
    family.case.do(good_enough())
    family.case.do(close(), "2026-03-01 10:00")
    assert family.case.obligations(DUTY) == []


def test_there_must_be_a_plan_to_go_on_with() -> None:
    """W10.3: in force, and not closed; and by somebody of the dossier."""
    family = Family()
    assert family.case.refused(go_on(family)) == {"voortzetten-zonder-plan"}
    family.in_force()
    assert family.case.refused(go_on(family, decided_by=STRANGER)) == {"persoon-onbekend"}
    same = go_on(family, consulted=family.fatma)
    assert family.case.refused(same) == {"besluit-andere-collega"}
    family.case.do(good_enough())
    family.case.do(close())
    assert family.case.refused(go_on(family)) == {"plan-afgesloten"}
