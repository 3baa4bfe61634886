"""Custody: read in a register, checked again, and never one parent's word (R49)."""

from __future__ import annotations

from uuid import UUID

import pytest

from services.plans.domain.family.custody import Custodies, CustodySource
from tests.unit.plans.acts import Family, add
from tests.unit.plans.case import STRANGER, at, day
from tests.unit.plans.network_acts import custody, leave

DUTY = "gezag-nagaan"
SAID = CustodySource.STATEMENT


@pytest.fixture
def family() -> Family:
    """The family, in which Bas is a child."""
    return Family()


@pytest.fixture
def bas(family: Family) -> UUID:
    """The child."""
    return family.case.item(add("Bas"))


def test_custody_says_who_by_which_source_and_checked_when(family: Family, bas: UUID) -> None:
    """R49: per child, with source and check date."""
    family.case.do(custody(bas, family.mirjam, family.stefan))
    known = family.case.state()[Custodies].known(bas)
    assert known is not None
    assert known.holders == (family.mirjam, family.stefan)
    assert (known.source, known.checked_on) == (CustodySource.REGISTER, day("2025-03-10"))


def test_one_parents_word_never_takes_the_place_of_the_register(family: Family, bas: UUID) -> None:
    """R49: it is kept beside it, and the contradiction stays in sight until it is read again."""
    family.case.do(custody(bas, family.mirjam, family.stefan))
    said = custody(
        bas, family.mirjam, source=SAID, said_by=family.mirjam, checked_on=day("2025-03-11")
    )
    family.case.do(said, "2025-03-11 10:00")
    known = family.case.state()[Custodies].known(bas)
    assert known is not None
    assert family.stefan in known.holders
    assert "gezag-tegengesproken" in family.case.flags()
    family.case.do(custody(bas, family.mirjam, checked_on=day("2025-03-11")), "2025-03-11 11:00")
    assert "gezag-tegengesproken" not in family.case.flags()


def test_what_is_only_said_must_be_read_in_the_register(family: Family, bas: UUID) -> None:
    """R49: five working days, whatever was said; reading it settles that and starts six months."""
    family.case.do(custody(bas, family.mirjam, source=SAID, said_by=family.mirjam))
    assert "gezag-niet-nagegaan" in family.case.flags()
    [owed] = family.case.obligations(DUTY)
    assert owed.about == bas
    assert owed.due_at == at("2025-03-17 23:00")
    family.case.do(custody(bas, family.mirjam))
    assert "gezag-niet-nagegaan" not in family.case.flags()
    first, second = family.case.obligations(DUTY)
    assert (first.settled is not None, second.settled is None) == (True, True)


def test_a_word_that_repeats_the_register_asks_for_nothing(family: Family, bas: UUID) -> None:
    """R49: who says the same makes no work."""
    family.case.do(custody(bas, family.mirjam))
    family.case.do(custody(bas, family.mirjam, source=SAID, said_by=family.mirjam))
    [owed] = family.case.obligations(DUTY)
    assert owed.rule == "R49"
    assert "gezag-tegengesproken" not in family.case.flags()


def test_the_register_is_read_again_after_six_months(family: Family, bas: UUID) -> None:
    """R49: counted from the day it was read, not from the day that was typed in."""
    family.case.do(custody(bas, family.mirjam, checked_on=day("2025-01-15")))
    [owed] = family.case.obligations(DUTY)
    assert owed.due_at == at("2025-07-15 22:00")
    assert owed.overdue(at("2025-07-15 22:00"))
    assert not owed.overdue(at("2025-07-15 21:59"))
    family.case.do(custody(bas, family.mirjam))
    first, _ = family.case.obligations(DUTY)
    assert first.settled is not None


def test_nothing_is_checked_about_a_child_who_left_or_came_of_age(
    family: Family, bas: UUID
) -> None:
    """R49, R41."""
    family.case.do(custody(bas, family.mirjam))
    family.case.do(leave(bas))
    assert all(each.settled is not None for each in family.case.obligations(DUTY))
    lotte = family.case.item(add("Lotte"))
    family.case.do(custody(lotte, family.mirjam))
    family.case.do(custody(lotte, source=CustodySource.OF_AGE))
    assert all(each.settled is not None for each in family.case.obligations(DUTY))
    assert "niemand-met-gezag" not in family.case.flags()


def test_a_child_over_whom_nobody_has_custody_stays_in_sight(family: Family, bas: UUID) -> None:
    """R49: a gap that the register itself shows."""
    family.case.do(custody(bas))
    assert "niemand-met-gezag" in family.case.flags()
    family.case.do(custody(bas, family.mirjam))
    assert "niemand-met-gezag" not in family.case.flags()


def test_what_cannot_be_so_is_refused(family: Family, bas: UUID) -> None:
    """R49, R41: a check in the future, over oneself, over an adult, by a stranger."""
    case, mirjam = family.case, family.mirjam
    assert case.refused(custody(bas, mirjam, checked_on=day("2025-03-11"))) == {"gezag-dag"}
    assert case.refused(custody(bas, bas)) == {"gezag-over-zichzelf"}
    of_age = custody(bas, mirjam, source=CustodySource.OF_AGE)
    assert case.refused(of_age) == {"gezag-meerderjarig"}
    assert case.refused(custody(bas, STRANGER)) == {"persoon-onbekend"}
