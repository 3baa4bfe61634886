"""Closing a plan, against the picture of good enough (W0.6, R40)."""

from __future__ import annotations

import pytest

from services.plans.domain.plan.closing import Closing, GoodEnough
from tests.unit.plans.acts import Family, close, good_enough


def test_a_plan_without_a_picture_of_good_enough_is_not_closed() -> None:
    """W0.6: refused with "geen goed-genoeg-situatie vastgelegd"."""
    family = Family()
    family.in_force()
    (broken,) = family.case.broken(close())
    assert (broken.rule, broken.paragraph) == ("afsluiten-zonder-goed-genoeg", "W0.6")
    assert broken.message == "Er is geen goed-genoeg-situatie vastgelegd."


def test_what_never_came_into_force_is_not_closed() -> None:
    """W0.6: and what else is missing is said too."""
    assert Family().case.refused(close()) == {
        "afsluiten-zonder-plan",
        "afsluiten-zonder-goed-genoeg",
    }


@pytest.mark.parametrize("compared", GoodEnough)
def test_a_person_closes_whatever_the_comparison_says(compared: GoodEnough) -> None:
    """W0.6, R40: the system compares nothing by itself; outcome and follow-up are kept."""
    family = Family()
    family.in_force()
    family.case.do(good_enough())
    (closed,) = family.case.do(close(good_enough=compared))
    closing = family.case.state()[Closing]
    assert closing.closed is closed
    assert closing.closed_at == family.case.now
    assert closed.good_enough is compared
    assert closed.words.content.follow_up == "Els belt na drie maanden."


def test_a_plan_is_closed_once() -> None:
    """W0.6."""
    family = Family()
    family.in_force()
    family.case.do(good_enough())
    family.case.do(close())
    assert family.case.refused(close()) == {"plan-afgesloten"}


def test_a_later_picture_replaces_the_earlier_one() -> None:
    """W0.6: the plan closes against the latest."""
    family = Family()
    family.case.do(good_enough())
    (latest,) = family.case.do(good_enough())
    assert family.case.state()[Closing].good_enough_item == latest.item
