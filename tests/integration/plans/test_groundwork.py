"""What the views of the groundwork tell, at the moment that is asked for (W0-W3)."""

from __future__ import annotations

from typing import Any

import pytest

from shared.access.role import Role
from tests.integration.plans.family import Family, in_force
from tests.integration.plans.groundwork import VIEWS, happens
from tests.integration.plans.town import Town


@pytest.fixture
def family(town: Town) -> Family:
    """The Zilverberg family, on Friday 14 March."""
    found = Family(town)
    town.at("2025-03-14 10:00")
    return found


def read(family: Family, view: str, **query: str) -> Any:
    """What a view tells the worker."""
    return family.town.json(f"{family.dossier}/{view}", **query)


def test_the_partner_that_is_late_is_shown_and_since_when_we_wait(family: Family) -> None:
    """W2.3, R13: reported on Friday, late after five working days; then it was handed over."""
    report = happens(family)
    [waiting] = read(family, "meldingen")["meldingen"]
    assert waiting["wachtOpPartnerSinds"].startswith("2025-03-14T10:00")
    assert waiting["teLaatBijPartner"] is False
    family.town.at("2025-03-24 10:00")
    [late] = read(family, "meldingen")["meldingen"]
    assert late["teLaatBijPartner"] is True
    said = {"soort": "overgedragen", "antwoord": "Met twee voorwaarden"}
    family.do(f"/meldingen/{report}/antwoorden", said)
    [answered] = read(family, "meldingen")["meldingen"]
    assert (answered["wachtOpPartnerSinds"], answered["teLaatBijPartner"]) == (None, False)
    assert [each["antwoord"] for each in answered["antwoorden"]] == ["Met twee voorwaarden"]


def test_who_was_not_told_yet_is_named_with_the_message(family: Family) -> None:
    """W2.2: father is not told yet (2a, 2b); a decision not to tell him shows with its reason."""
    happens(family)
    lawyer = family.add("Rob", "beroepskracht")
    decided = {"beslotenDoor": family.fatma, "geraadpleegd": lawyer, "reden": "Te gevaarlijk"}
    withheld = {"boodschap": "2b", "persoonId": family.mirjam, "soortReden": "gevaar", **decided}
    family.do("/boodschappen/niet-gegeven", withheld)
    mother, father = read(family, "boodschappen")["personen"]
    assert (mother["gegeven"], mother["nogNietGeinformeerd"]) == (["2a"], [])
    assert [(each["boodschap"], each["reden"]) for each in mother["nietGegeven"]] == [
        ("2b", "Te gevaarlijk")
    ]
    assert father["nogNietGeinformeerd"] == ["2a", "2b"]


def test_a_measure_is_in_force_on_the_days_that_it_holds(family: Family) -> None:
    """R16, R17: derived at V; of a provisional supervision order the hearing has a date too."""
    happens(family)
    dates = {"begint": "2025-03-14T08:00:00Z", "eindigt": "2025-06-01T08:00:00Z"}
    court = {"beslotenDoor": "De kinderrechter", "voorWie": [family.mirjam], **dates}
    family.do("/maatregelen", {"soort": "voorlopige-ondertoezichtstelling", **court})
    order, supervision = read(family, "maatregelen")["maatregelen"]
    assert (order["vanKracht"], order["gehoordVoor"]) == (True, None)
    assert supervision["gehoordVoor"].startswith("2025-03-28T23:00")
    family.town.at("2025-03-24 09:00")
    assert [m["vanKracht"] for m in read(family, "maatregelen")["maatregelen"]] == [False, True]


def test_what_was_judged_stands_with_who_and_on_what(family: Family) -> None:
    """W0.4, W1.2, domain 3.10: the judgement, its forms and the assessment that it refers to."""
    happens(family)
    [assessed] = read(family, "beoordelingen")["risicotaxaties"]
    judged = {
        "oordeel": "Niet veilig",
        "onderbouwing": "Twee keer geweld",
        "beoordeeldDoor": family.fatma,
        "risicotaxatieIds": [assessed["risicotaxatieId"]],
        "vormen": ["lichamelijk geweld"],
    }
    family.do("/beoordelingen", judged)
    [found] = read(family, "beoordelingen")["beoordelingen"]
    assert {key: found[key] for key in judged} == judged


def test_the_three_tasks_and_the_place_of_care_are_told(family: Family) -> None:
    """W0.2, W3.3: discussed since the message; the care that was placed is listed."""
    happens(family)
    family.do("/risicogestuurde-zorg", {"plaats": "veiligheidsplan", "wat": "Schuldhulp"})
    found = read(family, "voortgang")
    assert [(task["taak"], task["gedaan"]) for task in found["taken"]] == [
        ("situatie-in-kaart", False),
        ("besproken", True),
        ("afspraken-gemaakt", False),
    ]
    assert [each["wat"] for each in found["risicogestuurdeZorg"]] == ["Schuldhulp"]


def test_the_familys_own_plan_holds_no_instrument(town: Town) -> None:
    """W0.5: the outcome of the ARIJ and its kind are absent from what a parent reads."""
    family = in_force(town)
    happens(family)
    assert "arij" in town.get(family.plan, Role.WORKER, None).text
    theirs = town.get(family.plan, Role.PERSON, family.mirjam)
    assert theirs.status_code == 200
    assert not {"arij", "hoog", "risicotaxaties"} & set(theirs.text.replace('"', " ").split())


@pytest.mark.parametrize("view", VIEWS)
def test_the_family_does_not_read_this_by_itself(family: Family, view: str) -> None:
    """W0.5, domain 3.7: instruments, consultations and what partners say are for professionals."""
    happens(family)
    path = f"{family.dossier}/{view}"
    assert family.town.get(path, Role.PERSON, family.mirjam).status_code == 404
    assert family.town.get(path, Role.INSPECTOR, None).status_code == 200
