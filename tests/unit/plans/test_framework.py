"""The framework: all that is known, ordered, with source and date (S1.1, S6.2)."""

from __future__ import annotations

from typing import Any

from services.plans.domain.picture.exceptions import RecordException
from services.plans.domain.picture.framework import Column
from services.plans.views.framework import RowKind, framework_view
from tests.unit.plans.acts import Family, concern
from tests.unit.plans.case import NOWHERE, STRANGER, at, day
from tests.unit.plans.looking import look
from tests.unit.plans.picture_history import entry, strength
from tests.unit.plans.test_correction import correct


def rows(family: Family, column: Column) -> list[dict[str, Any]]:
    """One column of the framework as a worker reads it."""
    columns = framework_view(look(family.case))["columns"]
    found: list[dict[str, Any]] = next(c["rows"] for c in columns if c["column"] is column)
    return found


def test_one_view_shows_what_police_school_and_mother_told_each_with_source_and_date() -> None:
    """S1.1: given police, school and mother's information, then all entries are in one view."""
    family = Family()
    told = {"politie": "2025-03-08", "school, juf Anna": "2025-02-20", "moeder": "2025-03-09"}
    for source, told_on in told.items():
        family.case.do(entry(source=source, on=day(told_on)))
    found = rows(family, Column.WORRIES)
    assert {row["source"]: row["on"] for row in found} == {s: day(d) for s, d in told.items()}


def test_every_entry_says_since_when_it_stands_there_whose_view_it_is_and_in_whose_words() -> None:
    """S1.1: the day the information is of is one thing, since when it is known another."""
    family = Family()
    act = entry(column=Column.COMPLICATING, holder=family.els, quote="Hij drinkt", about=())
    family.case.do(act, "2025-03-12 09:00")
    [row] = rows(family, Column.COMPLICATING)
    assert row["at"] == at("2025-03-12 09:00")
    assert (row["holder"], row["quote"]) == (family.els, "Hij drinkt")
    assert (row["kind"], row["text"]) == (RowKind.ENTRY, "Ruzie op straat")


def test_concerns_strengths_and_exceptions_stand_in_the_column_where_they_belong() -> None:
    """S1.1: all that is available is ordered, however it was recorded."""
    family = Family()
    family.case.do(concern())
    family.case.do(strength())
    family.case.do(RecordException(what="Oma bleef slapen"))
    assert [row["kind"] for row in rows(family, Column.WORRIES)] == [RowKind.CONCERN]
    well = [row["kind"] for row in rows(family, Column.WORKING_WELL)]
    assert well == [RowKind.STRENGTH, RowKind.EXCEPTION]


def test_an_entry_is_superseded_by_a_new_one_and_stays_readable() -> None:
    """S1.1: and once superseded it cannot be superseded again, nor can what is not there."""
    family = Family()
    old = family.case.item(entry())
    new = family.case.item(entry(supersedes=old))
    found = {row["item"]: row["superseded_by"] for row in rows(family, Column.WORRIES)}
    assert found == {old: new, new: None}
    for gone in (old, NOWHERE):
        assert family.case.refused(entry(supersedes=gone)) == {"raamwerk-niet-vervangbaar"}


def test_when_what_superseded_an_entry_was_a_mistake_the_entry_stands_again() -> None:
    """W8.1: state follows from what remains."""
    family = Family()
    old = family.case.item(entry())
    (wrong,) = family.case.do(entry(supersedes=old))
    family.case.do(correct(family.case, wrong))
    [row] = rows(family, Column.WORRIES)
    assert (row["item"], row["superseded_by"]) == (old, None)
    assert family.case.refused(entry(supersedes=old)) == set()


def test_an_entry_names_only_people_and_deliberations_of_this_dossier() -> None:
    """W7.1, S6.2."""
    family = Family()
    assert family.case.refused(entry(about=(STRANGER,))) == {"persoon-onbekend"}
    assert family.case.refused(entry(holder=STRANGER)) == {"persoon-onbekend"}
    assert family.case.refused(entry(origin=NOWHERE)) == {"beraad-onbekend"}


def test_a_strength_is_not_yet_protection_until_a_moment_shows_that_it_protects() -> None:
    """S2.3: "kracht" works well; an exception shows that it kept somebody safe."""
    family = Family()
    item = family.case.item(strength())
    assert [row["protects"] for row in rows(family, Column.WORKING_WELL)] == [False]
    family.case.do(RecordException(what="Zij aten samen", strength=item))
    assert [row["protects"] for row in rows(family, Column.WORKING_WELL)] == [True, True]
    unknown = RecordException(what="Anders", strength=NOWHERE)
    assert family.case.refused(unknown) == {"kracht-onbekend"}
    assert family.case.refused(strength(holder=STRANGER)) == {"persoon-onbekend"}
