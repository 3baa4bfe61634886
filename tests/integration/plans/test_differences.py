"""What differs, why, and a history that shows what was late and what was wrong (3.10, R51)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from services.plans.app import BASE_PATH
from shared.web.view import NDJSON
from tests.integration.plans.family import Family, agreement, in_force
from tests.integration.plans.town import Town

DAY_3 = "2025-05-03T20:00:00Z"
NOW = "2025-05-20T12:00:00Z"


def concern(what: str, **more: Any) -> dict[str, Any]:
    """The body of a concern of which was heard."""
    return {"wat": what, "aard": "feit", "bron": "School", **more}


@pytest.fixture
def family(town: Town) -> Family:
    """Heard on 4 May, recorded on 6 May: of 3 May. An agreement that was wrong, until 7 May."""
    family = in_force(town)
    town.at("2025-05-01 10:00")
    days = {"geldigVanaf": "2025-05-01", "geldigTot": "2025-05-10"}
    family.do("/afspraken", agreement("Els slaapt bij ons", family.els, **days))
    wrong = agreement("Stefan belt op zondag", family.stefan)
    family.do("/afspraken", wrong)
    town.at("2025-05-06 09:00")
    heard = {
        "gebeurdOp": "2025-05-03T19:00:00Z",
        "vernomenOp": "2025-05-04T10:00:00Z",
        "vernomenDoor": family.fatma,
    }
    family.do("/zorgen", concern("Er is gevochten op straat", **heard))
    town.at("2025-05-07 09:00")
    correct(family, "Stefan belt op zondag", "het zaterdag is")
    return family


def correct(family: Family, what: str, reason: str) -> None:
    """Takes an agreement back and puts the same on another day in its place."""
    event = next(e for e in entries(family) if e["zin"].endswith(what))["gebeurtenisId"]
    instead = agreement("Stefan belt op zaterdag", family.stefan)
    family.do(
        "/correcties",
        {
            "gebeurtenisId": event,
            "reden": reason,
            "inPlaatsDaarvan": [{"soort": "afspraak-maken", **instead}],
        },
        If_Match=family.revision,
    )


def entries(family: Family, **query: str) -> list[dict[str, Any]]:
    """The history."""
    found: list[dict[str, Any]] = family.town.json(f"{family.dossier}/geschiedenis", **query)[
        "gebeurtenissen"
    ]
    return found


def asked(family: Family, view: str, **query: str) -> Any:
    """What differs."""
    return family.town.json(f"{family.dossier}/{view}", **query)


def test_why_a_day_looks_different_is_told_as_people_ask_it(family: Family) -> None:
    """Domain 3.10: what was known later, and what was believed and is corrected."""
    found = asked(family, "waarom-anders", geldigOp=DAY_3)
    assert found["inWoorden"] == [
        "Op 3 mei 2025 om 22:00 stond er nog: Afspraak met Stefan: Stefan belt op zondag. "
        "Op 7 mei 2025 gecorrigeerd door werker-fatma, omdat: het zaterdag is.",
        "In plaats daarvan staat er nu: Afspraak met Stefan: Stefan belt op zaterdag. "
        "Gebeurd op 1 mei 2025. Vastgelegd op 7 mei 2025 (6 dagen later), door werker-fatma.",
        "Op 3 mei 2025 om 22:00 wisten wij nog niet: Er is een zorg vastgelegd: Er is gevochten "
        "op straat Feit, bron: School. Gebeurd op 3 mei 2025. Vernomen op 4 mei 2025 door Fatma. "
        "Vastgelegd op 6 mei 2025 (3 dagen later), door werker-fatma.",
    ]
    assert found["tijdreis"]["beschikbaarOp"] <= found["tijdreis"]["geldigOp"]
    late = found["onderdelen"][-1]["gebeurtenissen"][0]
    assert (late["waarom"], late["vertraging"]) == ("later-bekend", "P2DT14H1S")
    assert late["vernomenDoor"] == family.fatma


def test_why_a_day_looked_different_stays_as_it_was_told(family: Family) -> None:
    """3.10: the address of the answer names whose knowledge it was, and says so again later."""
    told = family.town.get(f"{family.dossier}/waarom-anders", geldigOp=DAY_3)
    before = told.json
    address = told.headers["Content-Location"]
    family.town.at("2025-05-20 12:00")
    family.do("/zorgen", concern("Ook toen", gebeurdOp="2025-05-03T18:00:00Z"))
    again = family.town.get(address.removeprefix(BASE_PATH))
    assert again.json == before
    assert again.headers["Content-Location"] == address
    assert asked(family, "waarom-anders", geldigOp=DAY_3)["inWoorden"] != before["inWoorden"]


def test_it_is_compared_with_what_was_known_later(family: Family) -> None:
    """Not with a moment before K, and not with one that is yet to come."""
    for compared, code in ((DAY_3, "too-early"), ("2035-01-01T00:00:00Z", "future")):
        refused = family.town.get(
            f"{family.dossier}/waarom-anders",
            geldigOp=DAY_3,
            beschikbaarOp="2025-05-04T12:00:00Z",
            vergelekenMetBeschikbaarOp=compared,
        )
        assert refused.status_code == 400
        assert [each["code"] for each in refused.json["invalidParams"]] == [code]


def test_at_the_same_k_nothing_looks_different(family: Family) -> None:
    """K as it is now is what is known now."""
    family.town.at("2025-05-20 12:00")
    found = asked(family, "waarom-anders", geldigOp=DAY_3, beschikbaarOp=NOW)
    assert (found["onderdelen"], found["inWoorden"]) == ([], [])


def test_between_two_days_everything_that_changed_is_told_by_item(family: Family) -> None:
    """Added, corrected, and what ended by itself because its last day passed (S6.6)."""
    family.town.at("2025-05-20 12:00")
    found = asked(
        family,
        "verschil",
        vergelekenMetGeldigOp="2025-05-02T12:00:00Z",
        vergelekenMetBeschikbaarOp="2025-05-02T12:00:00Z",
    )
    became = {item["inWoorden"][0]: item["verandering"] for item in found["onderdelen"]}
    ended = "De afspraak met Els (Els slaapt bij ons) liep vanzelf af op 10-05-2025."
    assert became[ended] == "beeindigd"
    assert sorted(became.values()).count("gecorrigeerd") == 1
    assert "toegevoegd" in became.values()
    assert set(found["inWoorden"]) >= set(became)
    (item,) = [i for i in found["onderdelen"] if i["verandering"] == "gecorrigeerd"]
    by = next(c["gecorrigeerdDoor"] for c in item["gebeurtenissen"] if not c["telt"])
    assert (by["reden"], by["vastgelegdDoor"]) == ("het zaterdag is", "werker-fatma")


def test_looking_back_says_what_was_not_there_yet(family: Family) -> None:
    """The other direction: what ends by itself later had not ended."""
    family.town.at("2025-05-20 12:00")
    found = asked(family, "verschil", geldigOp=DAY_3, vergelekenMetGeldigOp=NOW)
    words = found["inWoorden"]
    assert (
        "Nog niet: De afspraak met Els (Els slaapt bij ons) liep vanzelf af op 10-05-2025." in words
    )
    assert {item["verandering"] for item in found["onderdelen"]} <= {"nog-niet", "gewijzigd"} | {
        "gecorrigeerd"
    }


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({}, 400),
        ({"vergelekenMetBeschikbaarOp": "2035-01-01T00:00:00Z"}, 400),
        ({"vergelekenMetGeldigOp": "gisteren"}, 400),
        ({"vergelekenMetGeldigOp": "2025-05-02T12:00:00"}, 400),
        ({"vergelekenMetGeldigOp": "2020-01-01T00:00:00Z"}, 404),
        ({"vergelekenMetGeldigOp": "2025-05-02T14:00:00+02:00"}, 200),
    ],
)
def test_what_cannot_be_compared_is_refused(
    family: Family, query: dict[str, str], status: int
) -> None:
    """With nothing, in the future, unreadable: 400; before there was a dossier: 404."""
    assert family.town.get(f"{family.dossier}/verschil", **query).status_code == status


def test_a_difference_never_changes_afterwards(family: Family) -> None:
    """Both K's lie in the past: whatever is recorded or corrected later has no part in it."""
    query = {
        "geldigOp": DAY_3,
        "beschikbaarOp": "2025-05-06T12:00:00Z",
        "vergelekenMetGeldigOp": "2025-05-02T12:00:00Z",
        "vergelekenMetBeschikbaarOp": "2025-05-02T12:00:00Z",
    }
    before = asked(family, "verschil", **query)
    family.town.at("2025-05-21 10:00")
    late = {"gebeurdOp": "2025-05-02T18:00:00Z"}
    family.do("/zorgen", concern("Nog een keer", **late))
    correct(family, "Els slaapt bij ons", "het niet zo was")
    assert asked(family, "verschil", **query) == before


def test_the_entry_of_a_correction_tells_what_it_took_back(family: Family) -> None:
    """Domain 3.5: the mistake is reached from what corrected it: what, by whom, why."""
    (correction,) = [e for e in entries(family) if e["gebeurtenis"] == "gegeven-gecorrigeerd"]
    voided = correction["vervallen"]
    assert voided["zin"] == "Afspraak met Stefan: Stefan belt op zondag"
    assert voided["vastgelegdDoor"] == "werker-fatma"
    assert correction["betreft"][0]["gebeurtenisId"] == voided["gebeurtenisId"]
    assert voided["gebeurtenisId"] not in {e["gebeurtenisId"] for e in entries(family)}
    believed = entries(family, geldigOp=DAY_3, beschikbaarOp=DAY_3)
    assert voided["gebeurtenisId"] in {e["gebeurtenisId"] for e in believed}


def test_an_own_statement_points_at_what_it_is_about(family: Family) -> None:
    """R42: and so does whatever goes on about something earlier."""
    said = next(e for e in entries(family) if e["gebeurtenis"] == "zorg-vastgelegd")
    zorg = asked(family, "zorgen")["groepen"][0]["zorgen"][0]
    assert (zorg["vernomenDoor"], zorg["vertraging"]) == (family.fatma, "P2DT14H1S")
    own = {"persoonId": family.mirjam, "overOnderdelen": [zorg["zorgId"]], "tekst": "Niet waar."}
    family.do("/eigen-verklaringen", own)
    (entry,) = [e for e in entries(family) if e["gebeurtenis"] == "eigen-verklaring-toegevoegd"]
    pointed = {"onderdeelId": zorg["zorgId"], "gebeurtenisId": said["gebeurtenisId"]}
    assert entry["betreft"] == [pointed]


@pytest.mark.parametrize("moments", [{}, {"geldigOp": DAY_3}, {"beschikbaarOp": DAY_3}])
def test_the_lines_are_the_history_as_it_was_recorded(
    family: Family, moments: dict[str, str]
) -> None:
    """The same entries, in the order of recording, (V, K) respected."""
    answer = family.town.get(f"{family.dossier}/geschiedenisregels", **moments)
    assert answer.mimetype == NDJSON
    lines = [json.loads(line) for line in answer.text.splitlines()]
    whole = entries(family, **moments)
    assert [each["vastgelegdOp"] for each in lines] == sorted(e["vastgelegdOp"] for e in whole)
    assert {e["gebeurtenisId"]: e for e in lines} == {e["gebeurtenisId"]: e for e in whole}
    assert len(lines) == len(whole)


def test_a_look_at_the_lines_is_logged_before_the_first_of_them_is_sent(family: Family) -> None:
    """Design 6: who looked is written down, or nothing is shown."""
    town, log = family.town, family.town.service.access_log
    before = log.size()
    answer = town.get(f"{family.dossier}/geschiedenisregels")
    assert (answer.status_code, answer.is_streamed) == (200, True)
    assert log.size() == before + 1
    assert next(answer.iter_encoded())
    answer.close()


def test_before_there_was_a_dossier_there_are_no_lines(family: Family) -> None:
    """404, as every view."""
    path = f"{family.dossier}/geschiedenisregels"
    assert family.town.get(path, geldigOp="2020-01-01T00:00:00Z").status_code == 404
