"""Protective exceptions: when, what was done or left, by whom, and who told of it (S2.3)."""

from __future__ import annotations

from services.plans.domain.picture.exceptions import ProtectiveExceptions, RecordException
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, agree
from tests.unit.plans.case import STRANGER, day


def test_an_exception_says_when_who_left_or_did_what_and_what_that_protected() -> None:
    """S2.3: "toen hij niet dronk, bleef het rustig"."""
    family = Family()
    item = family.case.item(
        RecordException(
            what="Niet drinken",
            moment="Op de verjaardag van Noor",
            on=day("2025-02-11"),
            left=True,
            by=(family.stefan,),
            protected="Ruzie",
            told_by=family.els,
        )
    )
    told = family.case.state()[ProtectiveExceptions].all[item]
    assert (told.on, told.left, told.by) == (day("2025-02-11"), True, (family.stefan,))
    assert told.told_by == family.els
    assert told.words.content is not None
    assert told.words.content.moment == "Op de verjaardag van Noor"


def test_whoever_did_it_does_not_learn_who_told_of_it() -> None:
    """Design 6: who told stands in no reach."""
    family = Family()
    item = family.case.item(RecordException(what="Gebeld", by=(family.stefan,), told_by=family.els))
    assert family.case.state()[Reaches].of[item].concerns == {family.stefan}


def test_an_exception_needs_no_more_than_what_was_done_and_can_be_the_basis_of_an_agreement() -> (
    None
):
    """S2.3: given "toen oma bleef slapen ging het goed", then it can be linked (S6.5)."""
    family = Family()
    slept = family.case.item(RecordException(what="Toen oma bleef slapen ging het goed"))
    assert family.case.refused(agree(family.els, based_on=(slept,))) == set()
    stranger = RecordException(what="x", told_by=STRANGER)
    assert family.case.refused(stranger) == {"persoon-onbekend"}
