"""The network through the web: what is drawn for whom, and what nobody finds (S3.1, S5)."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from shared.access.development import DevelopmentIssuer
from shared.access.role import Role
from tests.integration.plans.family import Family, in_force
from tests.integration.plans.network_deeds import DRAWINGS, hidden_preparations, hidden_relation
from tests.integration.plans.town import BASE_PATH, Town
from tests.integration.plans.two_worlds import World

SVGS = DRAWINGS[1:]


def relate(family: Family, one: str, kind: str, other: str, *readers: str, **more: Any) -> str:
    """What one is to the other, shown to these readers."""
    body = {"persoonId": one, "soort": kind, "vanPersoonId": other, "gedeeldMet": list(readers)}
    return family.item("/relaties", body | more)


def drawn(family: Family, person: str, path: str, **query: str) -> bytes:
    """What somebody gets."""
    answer = family.town.get(family.dossier + path, Role.PERSON, person, **query)
    assert answer.status_code == 200, answer.text
    return answer.data


def names(svg: bytes) -> set[str]:
    """The names of the boxes."""
    titles = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}title")
    return {title.text or "" for title in titles} - {"Genogram", "Sociogram"}


def test_whoever_looks_was_always_in_their_own_network(family: Family) -> None:
    """3.7, W8.4: the day on which Stefan came in would tell when a dossier was opened on him."""
    late = family.add("Tante Truus", "netwerk")
    for path in DRAWINGS:
        read = drawn(family, late, path).partition(b'"tijdreis"')[0]
        then = drawn(family, late, path, geldigOp="2025-03-10T08:00:00Z")
        assert b"Tante Truus" in read
        assert then.partition(b'"tijdreis"')[0] == read


@pytest.fixture
def secret(family: Family) -> str:
    """Karel, the new partner of whom Stefan may not know; Bas, whom everybody knows."""
    f = family
    bas = f.add("Bas", "gezin")
    karel = f.add("Karel", "netwerk", verborgenVoor=[f.stefan])
    relate(f, f.mirjam, "ouder", bas, f.stefan, f.mirjam)
    relate(f, f.stefan, "ouder", bas, f.stefan, f.mirjam)
    relate(f, f.mirjam, "partner", karel, f.mirjam, toelichting="Zij wonen in Zwolle")
    relate(f, karel, "stiefouder", bas, f.mirjam)
    relate(f, karel, "vriend", f.els, f.mirjam, f.els)
    return karel


def test_a_whole_network_is_answered_as_nodes_and_typed_edges(family: Family) -> None:
    """S3.1 Accept: parents, two children, ex-partner, grandmother, neighbour and teacher."""
    f = family
    bas, lotte, sanne, truus = (f.add(n, "gezin") for n in ("Bas", "Lotte", "Sanne", "Truus"))
    anna = f.add("Juf Anna", "beroepskracht")
    edges = [(parent, "ouder", child) for parent in (f.mirjam, f.stefan) for child in (bas, lotte)]
    edges += [(f.stefan, "ex-partner", sanne), (truus, "grootouder", bas)]
    edges += [(f.els, "buur", f.mirjam), (anna, "beroepskracht", bas)]
    for one, kind, other in edges:
        relate(f, one, kind, other)
    graph = f.town.json(f"{f.dossier}/netwerk")
    found = [(e["persoonId"], e["soort"], e["vanPersoonId"]) for e in graph["relaties"]]
    assert found == edges
    assert {n["persoonId"] for n in graph["personen"]} >= {bas, lotte, sanne, truus, anna}
    family_drawn = {"Mirjam", "Stefan", "Bas", "Lotte", "Sanne", "Truus"}
    answers = [f.town.get(f.dossier + path) for path in SVGS]
    assert names(answers[0].data) == family_drawn
    assert names(answers[1].data) == family_drawn | {"Els", "Juf Anna", "Hans", "Fatma"}


def test_a_network_can_be_drawn_as_it_was_on_a_day(family: Family) -> None:
    """S3.1 Accept: each version as of a date: what had not begun, what held, what is over."""
    f = family
    f.town.at("2025-06-01 10:00")
    relate(f, f.mirjam, "partner", f.els, f.mirjam, sinds="2025-04-01", totEnMet="2025-05-01")
    item = relate(f, f.mirjam, "vriend", f.stefan, f.mirjam, sinds="2020-01-01")
    f.do(f"/relaties/{item}/einde", {"totEnMet": "2025-06-03"})
    f.town.at("2025-06-09 10:00")
    url = f"{f.dossier}/netwerk"
    then = f.town.json(url, f.mirjam, geldigOp="2025-06-02T12:00:00Z")["relaties"]
    assert [(e["soort"], e["geldt"]) for e in then] == [("partner", False), ("vriend", True)]
    now = f.town.json(url, f.mirjam)["relaties"]
    assert [e["geldt"] for e in now] == [False, False]
    early = f.town.json(url, f.mirjam, geldigOp="2025-03-11T12:00:00Z")
    assert early["relaties"] == []
    before = drawn(f, f.mirjam, SVGS[1], geldigOp="2025-06-02T12:00:00Z")
    assert before != drawn(f, f.mirjam, SVGS[1])


def test_a_secret_new_partner_is_nowhere_in_what_stefan_gets(family: Family, secret: str) -> None:
    """S3.1 Accept: not by id, by name, by what was said, by a count or in a header."""
    for path in DRAWINGS:
        answer = family.town.get(family.dossier + path, Role.PERSON, family.stefan)
        told = answer.text + str(answer.headers)
        for word in (secret, "Karel", "Zwolle", "stief", "Hans", family.hans, "verborgen", "Els"):
            assert word not in told, (path, word)
    graph = family.town.json(f"{family.dossier}/netwerk", family.stefan)
    assert len(graph["personen"]) == 3
    assert len(graph["relaties"]) == 2
    assert "tekeningen" not in graph
    assert names(drawn(family, family.stefan, SVGS[0])) == {"Mirjam", "Stefan", "Bas"}
    assert "Karel" in names(drawn(family, family.mirjam, SVGS[0]))


def test_a_hidden_person_moves_nobody_in_stefans_drawing(family: Family, secret: str) -> None:
    """S3.1: no gap and no other place: the picture with Karel is that without, to the byte."""
    before = [drawn(family, family.stefan, path) for path in SVGS]
    for number in range(6):
        aunt = family.add(f"Tante {number}", "gezin", verborgenVoor=[family.stefan])
        relate(family, aunt, "broer-of-zus", family.mirjam, family.mirjam)
        relate(family, secret, "partner", aunt)
    assert [drawn(family, family.stefan, path) for path in SVGS] == before
    assert len(drawn(family, family.mirjam, SVGS[0])) > len(before[0])


@pytest.mark.parametrize("deed", [hidden_relation, hidden_preparations])
def test_with_or_without_what_is_hidden_stefan_gets_the_same_bytes(
    tmp_path: Path, issuer: DevelopmentIssuer, deed: Any
) -> None:
    """Design 6: two worlds with the same ids, one of which has a secret network besides."""
    answers = []
    for name, acts in (("base", False), ("more", True)):
        world = World(tmp_path / name, issuer)
        if acts:
            world.step(1, deed, "secret")
        world.step(2, _shown, "shown")
        asked = [
            world.town.get(world.family.dossier + path, Role.PERSON, world.family.stefan, **query)
            for path in DRAWINGS
            for query in ({}, {"geldigOp": "2025-03-10T12:00:00Z"})
        ]
        answers.append([(a.status_code, list(a.headers), _untimed(a.data)) for a in asked])
        world.town.close()
    assert answers[0] == answers[1]
    assert b"Els" in answers[0][0][2]


def _shown(world: World, rng: random.Random) -> None:
    relate(world.family, world.family.els, "buur", world.family.stefan, world.family.stefan)


def _untimed(body: bytes) -> bytes:
    return body.partition(b'"tijdreis"')[0]


def test_being_shown_a_relation_makes_no_version_of_the_plan(family: Family) -> None:
    """W8.4: else a hidden change would show as a version with nothing but a new name in it."""
    f = family
    truus = f.add("Truus", "netwerk")
    relate(f, truus, "buur", f.stefan, f.stefan)
    f.adjust()
    assert f.versions(f.stefan) == [1]
    assert b"Truus" in drawn(f, f.stefan, "/netwerk")


def test_an_uncle_who_is_kept_out_gets_no_data(family: Family, secret: str) -> None:
    """S5.2 Accept: named by father, shown a relation, kept out: then there is he alone."""
    f = family
    uncle = f.add("Oom Piet", "netwerk")
    f.do(f"/personen/{uncle}/netwerkcirkel", {"cirkel": 1, "genoemdDoor": [f.stefan]})
    relate(f, uncle, "broer-of-zus", f.stefan, uncle)
    assert len(f.town.json(f"{f.dossier}/netwerk", uncle)["personen"]) == 2
    decided = {"reden": "Niet veilig voor Bas", "beslotenDoor": f.fatma}
    f.do(f"/personen/{uncle}/uitsluitingen", decided)
    graph = f.town.json(f"{f.dossier}/netwerk", uncle)
    assert [n["persoonId"] for n in graph["personen"]] == [uncle]
    assert graph["relaties"] == []
    for path in (*SVGS, "/personen"):
        assert b"Stefan" not in drawn(f, uncle, path)
    past = f.town.json(f"{f.dossier}/netwerk", uncle, geldigOp="2025-03-10T09:30:00Z")
    assert past["relaties"] == []
    invited = f.town.post(
        f"{f.dossier}/personen/{uncle}/uitnodigingen", {"uitgenodigdDoor": f.fatma}
    )
    assert invited.status_code == 409
    assert "uitgesloten" in invited.text


def test_who_was_named_asked_and_kept_out_is_for_professionals(family: Family) -> None:
    """S5: the circles from the inside out, with what came of asking; to a person no such page."""
    f = family
    for person, circle in ((f.hans, 2), (f.els, 1)):
        f.do(f"/personen/{person}/netwerkcirkel", {"cirkel": circle, "genoemdDoor": [f.mirjam]})
    f.do(f"/personen/{f.els}/uitnodigingen", {"uitgenodigdDoor": f.fatma, "hoe": "Gebeld"})
    f.do(f"/personen/{f.els}/bereidheid", {"denktMee": True, "komt": True, "reden": "Graag"})
    decided = {"reden": "Ruzie", "beslotenDoor": f.fatma}
    f.do(f"/personen/{f.hans}/uitsluitingen", decided)
    seen = f.town.json(f"{f.dossier}/netwerkcirkels")
    first, second = seen["personen"]
    assert (first["naam"], first["uitnodiging"]["hoe"]) == ("Els", "Gebeld")
    assert first["bereidheid"]["reden"] == "Graag"
    assert (second["cirkel"], second["deelname"]["uitgesloten"]) == (2, True)
    assert seen["bereid"] == [f.els]
    for question in ("netwerkcirkels", "gezag"):
        answer = f.town.get(f"{f.dossier}/{question}", Role.PERSON, f.mirjam)
        assert answer.status_code == 404


def test_custody_stands_beside_the_age_at_which_it_changes(family: Family) -> None:
    """R41, R49: thirty days before 12, 16 and 18 it shows; one parent's word stands apart."""
    f = family
    bas = f.add("Bas", "gezin", geboortedatum="2013-04-09")
    f.do(
        f"/personen/{bas}/gezag",
        {"bron": "gezagsregister", "nagegaanOp": "2025-03-10", "gezagdragers": [f.mirjam]},
    )
    f.do(
        f"/personen/{bas}/gezag",
        {"bron": "verklaring", "nagegaanOp": "2025-03-10", "gezagdragers": [f.stefan]}
        | {"volgens": f.stefan},
    )
    url = f"{f.dossier}/gezag"
    [child] = f.town.json(url)["kinderen"]
    assert (child["leeftijd"], child["toestemmingVan"]) == (11, "gezagdragers")
    assert child["volgendeLeeftijdsgrens"] == {
        "leeftijd": 12,
        "op": "2025-04-09",
        "binnenkort": True,
    }
    assert child["gezag"]["gezagdragers"] == [f.mirjam]
    assert child["opnieuwNagaanVoor"] == "2025-09-11"
    assert [said["volgens"] for said in child["nietNagegaan"]] == [f.stefan]
    assert f.town.json(url)["geboortedatumOnbekend"] == [f.mirjam, f.stefan]
    f.town.at("2025-04-09 10:00")
    [child] = f.town.json(url)["kinderen"]
    assert (child["leeftijd"], child["toestemmingVan"]) == (12, "jeugdige-en-gezagdragers")
    assert child["volgendeLeeftijdsgrens"]["binnenkort"] is False


def test_the_alert_begins_thirty_days_before(town: Town) -> None:
    """R41: on the thirtieth day, and not on the thirty-first."""
    family = in_force(town)
    family.add("Bas", "gezin", geboortedatum="2013-04-10")
    url = f"{family.dossier}/gezag"
    [child] = town.json(url)["kinderen"]
    assert child["volgendeLeeftijdsgrens"]["binnenkort"] is False
    town.at("2025-03-11 10:00")
    [child] = town.json(url)["kinderen"]
    assert child["volgendeLeeftijdsgrens"]["binnenkort"] is True
    assert child["gezag"] is None


def test_a_drawing_comes_as_svg_that_runs_nothing(family: Family) -> None:
    """S3.1, ADR: one media type, and the headers that forbid scripts."""
    url = BASE_PATH + family.dossier + SVGS[0]
    answer = family.town.get(family.dossier + SVGS[0])
    assert answer.mimetype == "image/svg+xml"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    headers = {"Authorization": answer.request.headers["Authorization"], "Accept": "text/html"}
    assert family.town.client.get(url, headers=headers).status_code == 406
