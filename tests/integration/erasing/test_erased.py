"""Something is erased in every service, and what stays proves itself as before (R43)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from shared.eventbase.sealed import Compartment, Kind
from tests.integration.erasing.asking import order
from tests.integration.privacy.household import (
    ADDRESS,
    EVALUATIONS,
    HIDDEN_NAME,
    NOTIFICATIONS,
    PLANS,
    Household,
)
from tests.integration.whole.village import Village

MARKER = "[gewist op 20-03-2026, grond: verzoek]"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Household]:
    """A household of which something may be erased."""
    with Village(tmp_path) as village:
        yield Household(village)


def erasures(home: Household) -> list[dict[str, Any]]:
    """How it stands with each order."""
    found: list[dict[str, Any]] = home.ask(NOTIFICATIONS, "/wissingen").json["wissingen"]
    return found


def agreements(home: Household, person: str | None = None) -> list[str]:
    """What was agreed, as somebody reads it."""
    read = home.ask(PLANS, "/veiligheidsplan", person).json
    return [each["wat"] for each in read["afspraken"]]


def audited(home: Household) -> list[Any]:
    """What is not as it was written, in any service."""
    return [found for service in home.village.town.services for found in
            service.acting.record.audit()]  # fmt: skip


def test_an_item_is_a_marker_with_a_day_and_a_ground_and_the_others_stay(home: Household) -> None:
    """R43, design 3: to whoever could read it; to who could not, it never was there."""
    before = agreements(home), agreements(home, home.stefan)
    order(home, onderdelen=[home.secret])
    home.village.settle()
    assert agreements(home) == [MARKER if "appel" in what else what for what in before[0]]
    assert agreements(home, home.stefan) == before[1]
    assert audited(home) == []


def test_a_person_is_erased_and_the_account_of_another_stays(home: Household) -> None:
    """Domain 3.5: destroying one person's key does not destroy what another said."""
    said = agreements(home)
    order(home, personen=[home.hans])
    home.village.settle()
    people = {each["persoonId"]: each for each in home.ask(PLANS, "/personen").json["personen"]}
    assert people[home.hans]["naam"] == MARKER
    assert people[home.mirjam]["naam"] == "Mirjam"
    assert agreements(home) == said
    assert HIDDEN_NAME not in home.ask(PLANS, "/geschiedenis").text


def test_of_an_address_only_that_is_erased(home: Household) -> None:
    """Issue 5, one compartment: where somebody can be found goes, and who it is stays."""
    contact = f"/personen/{home.mirjam}/veilig-contact"
    assert ADDRESS in home.ask(PLANS, contact).text
    order(home, adressenVan=[home.mirjam])
    home.village.settle()
    assert (MARKER in home.ask(PLANS, contact).text) and ADDRESS not in home.ask(
        PLANS, contact
    ).text
    people = home.ask(PLANS, "/personen").json["personen"]
    assert "Mirjam" in [each["naam"] for each in people]


def test_every_service_confirms_and_says_when_it_is_complete(home: Household) -> None:
    """Integrity 3.2: complete when no copy of a key can be unwrapped any more."""
    request = order(home, onderdelen=[home.secret])
    home.village.settle()
    (told,) = erasures(home)
    assert (told["wisverzoekId"], told["grond"]) == (request, "verzoek")
    confirmed = {each["dienst"] for each in told["bevestigd"]}
    assert confirmed == {"plannen", "evaluaties", "notificaties"}
    assert (told["nogNietBevestigd"], told["teLaat"]) == ([], False)
    assert told["volledigOp"] == max(each["volledigOp"] for each in told["bevestigd"])


def test_a_service_that_does_not_confirm_is_seen(home: Household) -> None:
    """R43: an order that plans gave and nobody else carries out is an open obligation."""
    order(home, onderdelen=[home.secret])
    town = home.village.town
    town.followers["notifications/plans"].step()
    (told,) = erasures(home)
    missing = {"plannen", "evaluaties", "notificaties"}
    assert (set(told["nogNietBevestigd"]), told["volledigOp"]) == (missing, None)
    (owed,) = home.ask(NOTIFICATIONS, "/verplichtingen").json["verplichtingen"]
    assert (owed["soort"], owed["aanleidingId"]) == ("wissing-bevestigen", told["wisverzoekId"])
    assert (owed["afgehandeldOp"], owed["teLaat"]) == (None, False)
    home.later(hours=25)
    assert erasures(home)[0]["teLaat"] is True
    (owed,) = home.ask(NOTIFICATIONS, "/verplichtingen").json["verplichtingen"]
    assert owed["teLaat"] is True


def test_no_key_is_left_anywhere(home: Household) -> None:
    """Integrity 3.2: in every service the key of what was erased is gone, and only that."""
    order(home, personen=[home.hans], onderdelen=[home.secret])
    home.village.settle()
    gone = [
        Compartment(Kind.ITEM, UUID(home.secret)),
        Compartment(Kind.PARTY, UUID(home.hans)),
        Compartment(Kind.ADDRESS, UUID(home.hans)),
    ]
    for service in home.village.town.services:
        record = service.acting.record
        for recorded in record.of_plan(UUID(home.plan_id)):
            for box in _boxes(recorded.event):
                compartment = record.sealer.compartment(box)
                erased = record.keys.find(box.box.part.key_id) is None
                assert erased == (compartment in gone), (service.name, compartment)


def test_carried_out_twice_it_is_the_same(home: Household) -> None:
    """A rebuild brings the order back: nothing is recorded a second time."""
    order(home, onderdelen=[home.secret])
    home.village.settle()
    town = home.village.town
    before = [service.acting.record.last().seq for service in town.services]
    inbox = town.by_name["evaluations"].inbox
    assert inbox is not None
    inbox.empty("plans")
    home.village.settle()
    assert [service.acting.record.last().seq for service in town.services] == before


def test_a_whole_dossier_is_gone_from_every_service_and_the_others_stay(home: Household) -> None:
    """R43, R44: its rows are removed, the log is as sound as it was, nobody finds it any more."""
    other = Household(home.village)
    order(home, heelDossier=True)
    home.village.settle()
    for service, path in ((PLANS, "/veiligheidsplan"), (EVALUATIONS, "/tijdlijn")):
        assert home.ask(service, path).status_code == 404
        assert other.ask(service, path).status_code == 200
    for each in home.village.town.services:
        assert each.acting.record.of_plan(UUID(home.plan_id)) == []
    assert audited(home) == []
    home.village.town.sign_all()


def _boxes(event: Any) -> Iterator[Any]:
    for name in event.__struct_fields__:
        value = getattr(event, name)
        if getattr(value, "box", None) is not None:
            yield value
