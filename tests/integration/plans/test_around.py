"""What each audience reads of what stands around the plan (W0.9, W4.2, W10.4, domain.md 3.7)."""

from __future__ import annotations

from typing import Any

import pytest

from shared.access.role import Role
from tests.integration.plans.family import Family, agreement
from tests.integration.plans.together import an_agreement, code_word


def pieces(family: Family, person: str | None = None) -> list[Any]:
    """The emergency plan of somebody."""
    read = family.town.json(f"{family.dossier}/noodplan", person)
    assert read["alarmnummer"] == "112"
    found: list[Any] = read["onderdelen"]
    return found


def test_each_piece_of_the_emergency_plan_is_read_only_by_whom_it_names(family: Family) -> None:
    """Domain 3.7, 4.1: Hans knows the word and not the place; Stefan not that there is any."""
    family.do("/noodplanonderdelen", code_word(family))
    place = {"soort": "veilige-plek", "tekst": "Bij Truus", "voorWie": [family.mirjam]}
    family.do("/noodplanonderdelen", place)
    for number, who in ((2, "Els"), (1, "Hans")):
        call = {"soort": "bellen", "tekst": who, "volgorde": number}
        family.do("/noodplanonderdelen", {**call, "voorWie": [family.mirjam]})
    mine = [piece["tekst"] for piece in pieces(family, family.mirjam)]
    assert mine == ["Hans", "Els", "Bij Truus", "Appel"]
    assert [piece["tekst"] for piece in pieces(family, family.hans)] == ["Appel"]
    assert pieces(family, family.els) == pieces(family, family.stefan) == []
    assert "verborgenVoor" not in pieces(family, family.mirjam)[0]
    assert len(pieces(family)) == 4


def test_the_numbers_of_the_pieces_that_somebody_reads_have_no_gap(family: Family) -> None:
    """Domain 3.7: a number that is left out says that there is a piece which one may not read."""
    hidden = {"verborgenVoor": [family.els]}
    for number, more in ((1, hidden), (2, {}), (3, hidden), (5, {})):
        call = {"soort": "bellen", "tekst": f"Nummer {number}", "volgorde": number}
        family.do("/noodplanonderdelen", {**call, "voorWie": [family.mirjam, family.els], **more})
    place = {"soort": "veilige-plek", "tekst": "Thuis", "volgorde": 4, "voorWie": [family.els]}
    family.do("/noodplanonderdelen", place)
    read = [(each["tekst"], each["volgorde"]) for each in pieces(family, family.els)]
    assert read == [("Nummer 2", 1), ("Nummer 5", 2), ("Thuis", 1)]
    assert [each["volgorde"] for each in pieces(family)] == [1, 2, 3, 5, 4]


def test_a_piece_does_not_say_when_it_was_last_given_again(family: Family) -> None:
    """Domain 3.7: it was, when somebody hidden from Stefan was added to those who read it."""
    call = {"soort": "bellen", "tekst": "Bel Els", "voorWie": [family.stefan]}
    item = family.item("/noodplanonderdelen", call)
    before = pieces(family, family.stefan)
    family.town.at("2025-03-12 10:00")
    again = {**call, "voorWie": [family.stefan, family.hans]}
    family.do("/noodplanonderdelen", {**again, "onderdeelId": item})
    assert pieces(family, family.stefan) == before
    assert pieces(family)[0]["sinds"].startswith("2025-03-12")


def test_an_inspector_reads_that_there_is_a_safe_place_and_not_where(family: Family) -> None:
    """Domain 3.7: masked in the view, and in the history too."""
    place = {"soort": "veilige-plek", "tekst": "Bij Truus", "voorWie": [family.mirjam]}
    family.do("/noodplanonderdelen", place)
    for path in ("/noodplan", "/geschiedenis", "/veiligheidsplan"):
        answer = family.town.get(family.dossier + path, Role.INSPECTOR)
        assert answer.status_code == 200
        assert "Truus" not in answer.text
    read = family.town.get(f"{family.dossier}/noodplan", Role.INSPECTOR).json
    assert read["onderdelen"][0]["tekst"] is None


def test_what_somebody_says_to_the_plan_is_theirs_and_the_workers(family: Family) -> None:
    """W0.9: without the plan's own numbers, which would tell of versions that one cannot see."""
    body = {"eens": "nee", "opmerking": "Onzin"}
    url = f"{family.dossier}/instemmingen"
    answer = family.town.post(url, body, Role.PERSON, family.stefan)
    assert answer.status_code == 201, answer.text
    assert answer.json.get("versie") is None
    asked = {"persoonId": family.mirjam, "door": family.fatma, "wijze": "Thuis"}
    family.do("/besprekingen", asked)
    whole = family.town.json(f"{family.dossier}/instemming")
    assert [each["overVersie"] for each in whole["instemmingen"]] == [1]
    assert whole["nogNietGevraagd"] == [family.mirjam]
    assert whole["besprekingen"][0]["wijze"] == "Thuis"
    own = family.town.json(f"{family.dossier}/instemming", family.stefan)
    assert [(each["eens"], each["opmerking"]) for each in own["instemmingen"]] == [("nee", "Onzin")]
    assert "overVersie" not in own["instemmingen"][0]
    assert "besprekingen" not in own
    other = family.town.json(f"{family.dossier}/instemming", family.mirjam)
    assert other["instemmingen"] == []


def test_what_was_taken_over_says_from_where_and_what_became_of_it(family: Family) -> None:
    """W4.2: to be confirmed, confirmed by each who keeps it, or dropped with the reason."""
    earlier = family.item("/eerdere-plannen", {"organisatie": "Team West", "datum": "2023-03-01"})
    taken = [{"afspraak": agreement(f"Oud {n}", family.els)} for n in range(4)]
    body = {"eerderPlanId": earlier, "afspraken": taken}
    items = family.do("/overgenomen-afspraken", body)["onderdelen"][:4]
    yes = {"akkoord": True, "persoonId": family.els}
    family.do(f"/afspraken/{items[0]}/antwoorden", yes)
    family.do(f"/afspraken/{items[1]}/beeindigingen", {"reden": "Past niet meer"})
    read = family.town.json(f"{family.dossier}/overgenomen")["overgenomen"]
    assert [each["status"] for each in read] == [
        "bevestigd",
        "vervallen",
        "te bevestigen",
        "te bevestigen",
    ]
    assert {each["herkomst"] for each in read} == {"overgenomen uit plan Team West van 01-03-2023"}
    assert read[1]["redenVervallen"] == "Past niet meer"
    assert read[2]["nogTeBevestigenDoor"] == [family.els]


def test_terms_tell_what_ends_soon_and_what_is_over(family: Family) -> None:
    """S6.6, R34, W10.1."""
    until = {"geldigTot": "2025-03-14"}
    family.do("/afspraken", agreement("Kort", family.els, **until))
    family.do("/verwachte-looptijden", {"verwachtTot": "2025-09-01", "reden": "Behandeling"})
    path = f"{family.dossier}/looptijden"
    read = family.town.json(path)
    assert [each["wat"] for each in read["looptAf"]] == ["Kort"]
    assert (read["verwachtTot"], read["reden"]) == ("2025-09-01", "Behandeling")
    assert len(read["zonderDuur"]) == 3
    family.town.at("2025-03-15 10:00")
    later = family.town.json(path)
    assert [each["wat"] for each in later["afgelopenBespreken"]] == ["Kort"]
    assert later["looptAf"] == []


def test_what_was_placed_in_the_support_plan_stays_listed(family: Family) -> None:
    """W10.4: with where it is, and in the plan as well."""
    support = family.item("/ondersteuningsplannen", {"systeem": "Zaken", "kenmerk": "Z-1"})
    item = an_agreement(family)
    family.do(f"/ondersteuningsplannen/{support}/onderdelen", {"onderdeelId": item})
    (placed,) = family.town.json(f"{family.dossier}/elders-belegd")["eldersBelegd"]
    assert (placed["onderdeelId"], placed["systeem"]) == (item, "Zaken")
    assert item in [each["afspraakId"] for each in family.town.json(family.plan)["afspraken"]]


@pytest.mark.parametrize("path", ["/overgenomen", "/looptijden", "/elders-belegd"])
def test_what_only_professionals_ask_is_nowhere_to_a_person(family: Family, path: str) -> None:
    """Design 6: a constant 404."""
    asked = family.town.get(family.dossier + path, Role.PERSON, family.mirjam)
    assert asked.status_code == 404
