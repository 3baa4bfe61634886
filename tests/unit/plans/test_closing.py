"""Closing a plan, against the picture of good enough (W0.6, R40)."""

from __future__ import annotations

import pytest

from services.plans.domain.plan.closing import Closing, DescribeGoodEnough, GoodEnough
from tests.unit.plans.acts import Family, add, close, good_enough
from tests.unit.plans.case import STRANGER


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
    assert family.case.state()[Closing].pictures[None].item == latest.item


def test_each_child_has_a_picture_of_its_own_side_by_side() -> None:
    """W0.6: per child; a later one for the same child replaces only that child's."""
    family = Family()
    noor, bas = family.case.item(add("Noor")), family.case.item(add("Bas"))
    both = family.case.item(DescribeGoodEnough(text="Rust", for_people=(noor, bas)))
    own = family.case.item(DescribeGoodEnough(text="Bas slaapt door", for_people=(bas,)))
    pictures = family.case.state()[Closing].pictures
    assert {person: held.item for person, held in pictures.items()} == {noor: both, bas: own}
    stranger = DescribeGoodEnough(text="Rust", for_people=(STRANGER,))
    assert family.case.refused(stranger) == {"persoon-onbekend"}


def test_the_picture_of_one_child_is_enough_to_close_against() -> None:
    """W0.6: refused only when there is none at all."""
    family = Family()
    family.in_force()
    assert family.case.refused(close()) == {"afsluiten-zonder-goed-genoeg"}
    family.case.do(DescribeGoodEnough(text="Rust", for_people=(family.mirjam,)))
    assert family.case.refused(close()) == set()
