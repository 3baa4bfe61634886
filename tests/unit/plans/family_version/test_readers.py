"""One version, and a page for each kind of reader (W0.11)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from services.plans.api.family_version.phrases import PHRASES
from services.plans.domain.family.custody import CustodySource, RecordCustody
from services.plans.domain.family.people import PartyKind
from services.plans.domain.picture.sharing import ShareConcern
from services.plans.domain.plan.emergency import Piece, RecordSafetyPiece
from services.plans.views.family_version.audience import CONTENTS, Audience
from tests.unit.plans.acts import (
    MARCH_10,
    Family,
    activate,
    add,
    adjust,
    agree,
    bottom_line,
    concern,
)
from tests.unit.plans.case import day
from tests.unit.plans.family_version.own import own, page, whats


class Household(Family):
    """The family with a reader of every kind, all of whom everything concerns."""

    def __init__(self) -> None:
        super().__init__()
        self.noor = self.case.item(add("Noor", birth_date=day("2016-02-11")))
        self.sem = self.case.item(add("Sem", birth_date=day("2012-03-10")))
        self.school = self.case.item(add("De Vlieger", PartyKind.AGENCY))
        self.readers: dict[Audience, UUID] = {
            Audience.FAMILY: self.mirjam,
            Audience.YOUTH: self.sem,
            Audience.CHILD: self.noor,
            Audience.NETWORK: self.els,
            Audience.AGENCY: self.school,
        }
        everybody = tuple(self.readers.values())
        for person in (*everybody, self.stefan):
            self.case.do(agree(person, what=f"Belofte {person}", **self._for(everybody)))
        self.case.do(bottom_line(*everybody, text="Rust", reason="Er was geweld"))
        told = self.case.item(concern(what="Er wordt geslagen"))
        for person in everybody:
            self.case.do(ShareConcern(concern=told, person=person))
        for kind in (Piece.CALL, Piece.CHILD_DOES):
            said = {"text": kind.value, "for_people": everybody}
            self.case.do(RecordSafetyPiece(piece=kind, **said))
        self.case.do(activate())

    def _for(self, everybody: tuple[UUID, ...]) -> dict[str, Any]:
        return {"for_people": everybody, "if_kept": "Feest", "if_not_kept": "Uit huis"}

    def read(self, audience: Audience) -> dict[str, Any]:
        """The family version of a reader of this kind."""
        return own(self, self.readers[audience])


@pytest.fixture(scope="module")
def household() -> Household:
    """One for tests that only look."""
    return Household()


@pytest.mark.parametrize("audience", Audience)
def test_every_kind_of_reader_gets_the_page_that_is_written_for_them(
    household: Household, audience: Audience
) -> None:
    """W0.11: each in its own words, and with what that reader does first of all."""
    found = household.read(audience)
    assert found["audience"] is audience
    assert whats(found["mine"]) == [f"Belofte {household.readers[audience]}"]
    assert len(found["others"]) == 5
    read = page(household, household.readers[audience])
    assert f"<h1>{PHRASES[audience].title}</h1>" in read
    assert f"<h2>{PHRASES[audience].mine}</h2>" in read


@pytest.mark.parametrize("audience", Audience)
def test_every_rendering_names_the_version(household: Household, audience: Audience) -> None:
    """W0.11: "versie 4, vastgesteld op … door …", and whose page it is."""
    read = page(household, household.readers[audience])
    assert "<b>Versie 1</b>, vastgesteld op 10 maart 2025 door het wijkteam." in read
    assert f"Voor <b>{household.read(audience)['name']}</b>" in read
    assert household.read(audience)["version"] == 1


def outcomes(found: dict[str, Any]) -> tuple[int, int]:
    """How many outcomes stand on a page: of the reader's own promises, and of others'."""
    mine = {row["number"] for row in found["mine"]}
    told = [row["number"] for row in (*found["if_kept"], *found["if_not_kept"])]
    return sum(n in mine for n in told), sum(n not in mine for n in told)


@pytest.mark.parametrize(
    ("audience", "told"),
    [
        (Audience.FAMILY, (2, 10)),
        (Audience.YOUTH, (2, 0)),
        (Audience.CHILD, (0, 0)),
        (Audience.NETWORK, (2, 0)),
        (Audience.AGENCY, (2, 10)),
    ],
)
def test_who_reads_what_follows(
    household: Household, audience: Audience, told: tuple[int, int]
) -> None:
    """W0.11: what adults lose when they fail is not for a child to carry, nor for a neighbour."""
    assert outcomes(household.read(audience)) == told


def test_a_child_reads_what_adults_promised_and_whom_to_call_and_nothing_heavy(
    household: Household,
) -> None:
    """W0.11, S7.3: no concern, no bottom line, no reason, no outcome."""
    found, read = household.read(Audience.CHILD), page(household, household.noor)
    assert found["bottom_lines"] == found["concerns"] == []
    for heavy in ("Uit huis", "Feest", "geslagen", "geweld", "casusregisseur"):
        assert heavy not in read
    assert found["calls"] == [Piece.CALL.value]
    assert found["child_does"] == [Piece.CHILD_DOES.value]
    assert "<h2>Dit hebben grote mensen beloofd</h2>" in read
    assert "niet jouw schuld" in read
    assert "Kindertelefoon, 0800-0432" in read


def test_a_network_member_reads_promises_and_whom_to_call_and_nothing_else(
    household: Household,
) -> None:
    """W0.11, 3.7: neither the bottom lines nor the concerns of a family are a neighbour's."""
    found = household.read(Audience.NETWORK)
    assert found["bottom_lines"] == found["concerns"] == found["child_does"] == []
    assert "<h2>Dit heb jij beloofd</h2>" in page(household, household.els)


def test_an_agency_reads_its_tasks_and_the_bottom_lines_that_concern_it(
    household: Household,
) -> None:
    """W0.11: in formal words, and without what the family was told in confidence."""
    found, read = household.read(Audience.AGENCY), page(household, household.school)
    assert [line["text"] for line in found["bottom_lines"]] == ["Rust"]
    assert found["concerns"] == []
    assert "<h2>Uw taken</h2>" in read
    assert " je " not in read
    assert " jij" not in read


def test_a_youth_reads_the_bottom_lines_without_their_reasons(household: Household) -> None:
    """W0.11, 3.6: from twelve on it is their plan too."""
    line = {"text": "Rust", "reason": None, "measurable_by": None}
    assert household.read(Audience.YOUTH)["bottom_lines"] == [line]
    assert household.read(Audience.YOUTH)["concerns"] == []


def test_whose_page_it_is_changes_on_the_twelfth_and_eighteenth_birthday(
    household: Household,
) -> None:
    """R41, W0.11: on the day itself."""
    at_noon = [("2028-02-10", "CHILD"), ("2028-02-11", "YOUTH"), ("2034-02-11", "FAMILY")]
    for on, name in at_noon:
        found = own(household, household.noor, valid=f"{on} 12:00")
        assert found["audience"] is Audience[name]


def test_a_child_whose_age_is_not_known_is_one_when_somebody_holds_custody() -> None:
    """R49, W0.11: the most careful page for who may be a toddler."""
    family = Household()
    read = {"source": CustodySource.REGISTER, "checked_on": MARCH_10}
    assert own(family, family.stefan)["audience"] is Audience.FAMILY
    family.case.do(RecordCustody(child=family.stefan, holders=(family.mirjam,), **read))
    assert own(family, family.stefan)["audience"] is Audience.CHILD


def test_a_secret_is_not_for_a_child_to_carry() -> None:
    """3.7, W0.11: the paper goes along to whoever must not read it; an adult's stays at home."""
    family = Household()
    hidden = {"hidden_from": (family.stefan,)}
    minors = (family.noor, family.sem)
    family.case.do(agree(family.mirjam, *minors, what="Codewoord", **hidden))
    family.case.do(bottom_line(family.mirjam, *minors, text="Geheim", **hidden))
    piece = {"piece": Piece.CALL, "text": "Bel Hans", "for_people": (family.mirjam, *minors)}
    family.case.do(RecordSafetyPiece(**piece, **hidden))
    family.case.do(adjust())
    for person in minors:
        for secret in ("Codewoord", "Geheim", "Bel Hans"):
            assert secret not in page(family, person)
    for secret in ("Codewoord", "Geheim", "Bel Hans"):
        assert secret in page(family, family.mirjam)


def test_every_reader_has_phrases_and_contents() -> None:
    """W0.11: a new kind of reader fails this until it has both."""
    assert set(PHRASES) == set(CONTENTS) == set(Audience)
