"""The exact edges of the family and its network: what coincides, and who counts (R49, S3, S5)."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from services.plans.domain.family.custody import Custodies, CustodySource
from services.plans.domain.family.recording import is_late
from services.plans.domain.network.attendance import Attendances
from services.plans.domain.network.mapping import MapForm, MapNetwork
from services.plans.domain.network.willingness import willing_network
from services.plans.views.custody import custody_view
from tests.unit.plans.acts import Family, add
from tests.unit.plans.case import TERMS, at
from tests.unit.plans.looking import look
from tests.unit.plans.network_acts import admit, custody, exclude, willing

STATEMENT = CustodySource.STATEMENT


@pytest.mark.parametrize("read_first", [True, False])
def test_a_word_of_the_moment_of_reading_asks_for_no_other_reading(read_first: bool) -> None:
    """R49: as when both are entered in one act; what was read then is the answer to it."""
    family = Family()
    bas = family.case.item(add("Bas"))
    read = custody(bas, family.mirjam, effective_at=at("2025-03-10 09:30"))
    said = msgspec.structs.replace(read, source=STATEMENT, holders=(family.stefan,))
    for act in (read, said) if read_first else (said, read):
        family.case.do(act, "2025-03-10 10:00")
    custodies = family.case.state()[Custodies]
    known = custodies.known(bas)
    assert known is not None
    assert known.holders == (family.mirjam,)
    assert custodies.contradicting(bas) == []
    assert len(family.case.obligations("gezag-nagaan")) == 1


@pytest.mark.parametrize(("days", "soon"), [(30, True), (31, False)])
def test_a_birthday_at_which_rights_change_is_told_thirty_days_ahead(days: int, soon: bool) -> None:
    """R41: so that whoever decides from then on is spoken to in time."""
    family = Family()
    on = date(2025, 3, 10) + timedelta(days=days)
    family.case.do(add("Bas", birth_date=on.replace(year=on.year - 12)))
    seen = look(family.case)
    seen.obligations = []
    [child] = custody_view(seen)["children"]
    assert child["next_age"] == {"age": 12, "on": on, "soon": soon}


def test_what_is_recorded_when_the_term_is_over_is_late() -> None:
    """R51: from the instant at which the fifth working day is over."""
    stamp = Family().case.history[-1].stamp
    over = at("2025-03-17 23:00")
    for early, late in ((0, True), (1, False)):
        recorded = over - timedelta(microseconds=early)
        assert is_late(TERMS, msgspec.structs.replace(stamp, recorded_at=recorded)) is late


def test_who_was_kept_out_is_so_from_the_moment_of_deciding() -> None:
    """S5.2: and until the moment at which they are let in again."""
    family = Family()
    family.case.do(exclude(family.stefan, family.fatma), "2025-03-10 10:00")
    family.case.do(admit(family.stefan, family.fatma), "2025-03-11 10:00")
    kept_out = family.case.state()[Attendances].excluded_at
    moments = ("2025-03-10 09:59", "2025-03-10 10:00", "2025-03-11 09:59", "2025-03-11 10:00")
    found = [kept_out(family.stefan, at(moment)) for moment in moments]
    assert found == [False, True, True, False]


def test_a_drawing_made_with_the_network_alone_was_made_with_those_involved() -> None:
    """S3.1: the family need not be there; one of professionals alone stays in sight."""
    family = Family()
    family.case.do(MapNetwork(form=MapForm.SOCIOGRAM, made_with=(family.els, family.fatma)))
    assert "netwerk-zonder-betrokkenen" not in family.case.flags()
    family.case.do(MapNetwork(form=MapForm.SOCIOGRAM, made_with=(family.fatma,)))
    assert "netwerk-zonder-betrokkenen" in family.case.flags()


def test_who_is_not_in_the_dossier_yet_is_no_willing_network() -> None:
    """S5.2: what they said before counts from when they are known here."""
    family = Family()
    family.case.do(willing(family.els, effective_at=at("2025-03-09 10:00")))
    assert willing_network(family.case.state()) == [family.els]
    assert willing_network(family.case.state(valid=at("2025-03-09 11:00"))) == []
