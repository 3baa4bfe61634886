"""A restraining order and a provisional supervision order: dated, and what follows (R16, R17)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from services.plans.domain.groundwork.measures import (
    ImposeMeasure,
    MeasureKind,
    Measures,
    MoveMeasureEnd,
)
from services.plans.domain.plan.agreeing import MakeAgreement
from services.plans.domain.plan.agreements import Purpose
from tests.unit.plans.acts import Family, activate, adjust, agree
from tests.unit.plans.case import NOWHERE, STRANGER, at, day
from tests.unit.plans.test_correction import correct

READY = "plan-na-huisverbod"
BEGINS, ENDS = "2025-03-08 22:40", "2025-03-18 22:40"


def impose(family: Family, begins: str = BEGINS, ends: str = ENDS, **more: Any) -> ImposeMeasure:
    """An order of the mayor, on Stefan."""
    said = {"kind": MeasureKind.RESTRAINING_ORDER, "decided_by": "De burgemeester"}
    dates = {"begins": at(begins), "ends": at(ends), "on": (family.stefan,)}
    return ImposeMeasure(**{**said, **dates, "protects": (family.mirjam,), **more})


def move(measure: UUID, ends: str) -> MoveMeasureEnd:
    """Another end."""
    return MoveMeasureEnd(measure=measure, ends=at(ends), reason="Het is nog niet veilig.")


def test_an_order_is_in_force_from_its_beginning_to_its_end() -> None:
    """R16: derived at V; an extension and its correction move the end."""
    family = Family()
    order = family.case.item(impose(family))
    assert _in_force(family, "2025-03-08 22:40", "2025-03-18 22:39") == [True, True]
    assert _in_force(family, "2025-03-08 22:39", "2025-03-18 22:40") == [False, False]
    [longer] = family.case.do(move(order, "2025-04-05 21:40"), "2025-03-18 10:00")
    assert _in_force(family, "2025-04-05 21:39") == [True]
    family.case.do(correct(family.case, longer))
    assert _in_force(family, "2025-03-20 10:00") == [False]


def _in_force(family: Family, *moments: str) -> list[bool]:
    [measure] = family.case.state()[Measures].all
    return [measure.in_force(at(moment)) for moment in moments]


@pytest.mark.parametrize(
    ("ends", "rules"),
    [
        ("2025-04-05 21:40", set()),
        ("2025-04-05 21:41", {"maatregel-te-lang"}),
        ("2025-03-08 22:40", {"maatregel-eindigt-voor-begin"}),
    ],
)
def test_an_order_lasts_at_most_28_days_with_its_extensions(ends: str, rules: set[str]) -> None:
    """R16: by the clock on the wall, though summer time begins meanwhile."""
    family = Family()
    assert family.case.refused(impose(family, ends=ends)) == rules
    order = family.case.item(impose(family))
    assert family.case.refused(move(order, ends)) == rules
    assert family.case.refused(move(NOWHERE, ends)) == {"maatregel-onbekend"}


def test_a_provisional_supervision_order_lasts_at_most_three_months() -> None:
    """R17; and its beginning is not a slip of the pen."""
    family = Family()
    kind = {"kind": MeasureKind.PROVISIONAL_SUPERVISION}
    ends = {"begins": "2025-03-01 10:00", "ends": "2025-06-01 09:00"}
    assert family.case.refused(impose(family, **ends, **kind)) == set()
    longer = impose(family, **{**ends, "ends": "2025-06-02 10:00"}, **kind)
    assert family.case.refused(longer) == {"maatregel-te-lang"}
    far = impose(family, "2027-03-01 10:00", "2027-03-02 10:00", **kind)
    assert family.case.refused(far) == {"maatregel-begint-ver-weg"}
    assert family.case.refused(impose(family, on=(STRANGER,))) == {"persoon-onbekend"}


def test_two_days_before_it_ends_the_plan_for_afterwards_is_owed() -> None:
    """R16: opened two days before the end; an extension moves it; no clock for another measure."""
    family = Family()
    order = family.case.item(impose(family))
    [due] = family.case.obligations(READY)
    assert (due.opened.at, due.due_at) == (at("2025-03-16 22:40"), at(ENDS))
    family.case.do(move(order, "2025-04-05 21:40"), "2025-03-18 10:00")
    [due] = family.case.obligations(READY)
    assert (due.opened.at, due.due_at) == (at("2025-04-03 21:40"), at("2025-04-05 21:40"))
    family.case.do(impose(family, kind=MeasureKind.PROVISIONAL_SUPERVISION))
    assert len(family.case.obligations(READY)) == 1


@pytest.mark.parametrize(
    "insufficient",
    [
        lambda family: agree(family.stefan, valid_until=day("2025-03-18")),
        lambda family: agree(family.stefan, purpose=Purpose.RECOVERY),
        lambda family: agree(family.els),
    ],
)
def test_what_holds_afterwards_is_agreed_with_whoever_the_order_was_on(
    insufficient: Callable[[Family], MakeAgreement],
) -> None:
    """R16: a safety agreement of Stefan's that outlasts the order, in a version of the plan."""
    family = Family()
    family.case.do(impose(family))
    family.case.do(insufficient(family))
    family.case.do(activate())
    assert [each.settled for each in family.case.obligations(READY)] == [None]
    family.case.do(adjust(agree(family.stefan)))
    [due] = family.case.obligations(READY)
    assert due.settled is not None


def test_a_supervision_order_makes_help_compulsory_while_it_holds() -> None:
    """R17, domain.md 2: from voluntary to compulsory and back; extended as often as it takes."""
    family = Family()
    dates = {"begins": "2025-04-12 09:00", "ends": "2026-04-12 09:00"}
    order = family.case.item(impose(family, kind=MeasureKind.SUPERVISION_ORDER, **dates))
    family.case.do(move(order, "2027-04-12 09:00"))
    family.case.do(impose(family))
    measures = family.case.state()[Measures]
    moments = ("2025-03-10 09:00", "2025-04-12 09:00", "2027-04-12 09:00")
    assert [measures.compulsory(at(moment)) for moment in moments] == [False, True, False]
