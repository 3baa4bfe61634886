"""What a worker reads of the course of a case, over the wire (W5, W6, W10, R39, R40)."""

from __future__ import annotations

from typing import Any

from tests.integration.plans.family import Family, in_force
from tests.integration.plans.town import Town


def read(family: Family, name: str, **query: str) -> Any:
    """One view, as a worker reads it."""
    return family.town.json(f"{family.dossier}/{name}", **query)


def judged(family: Family, what: str) -> None:
    """Direct safety of Mirjam, reached or lost."""
    said = {"voorWie": [family.mirjam], "waaruitBlijkt": "x", "beslotenDoor": family.fatma}
    family.do(f"/directe-veiligheid/{what}", said)


def test_the_phase_line_reads_as_it_was_then_and_as_it_is(town: Town) -> None:
    """W5.1: reached on 7 April, lost on 24 May; on 1 May nothing was lost."""
    family = in_force(town)
    town.at("2025-04-07 11:00")
    judged(family, "bereikt")
    town.at("2025-05-24 20:40")
    judged(family, "verloren")
    line = [(s["fase"], s["van"][:10], s["tot"] and s["tot"][:10]) for s in _line(family)]
    assert line == [
        ("directe-veiligheid", "2025-03-10", "2025-04-07"),
        ("stabiliteit", "2025-04-07", "2025-05-24"),
        ("directe-veiligheid", "2025-05-24", None),
    ]
    assert [s["tot"] for s in _line(family, geldigOp="2025-05-01T12:00:00Z")][1:] == [None]


def _line(family: Family, **query: str) -> Any:
    return read(family, "fasen", **query)["fasen"]


def test_a_factor_last_touched_95_days_ago_is_on_the_stagnation_list(town: Town) -> None:
    """W10.5: and debts are in a list of their own (W5.3)."""
    family = in_force(town)
    risk = family.item("/risicofactoren", {"tekst": "Alcohol", "bron": "Stefan"})
    debts = {"tekst": "Schulden", "bron": "Brieven", "werking": "in-stand-houden"}
    family.do("/complicerende-factoren", debts)
    town.at("2025-06-01 10:00")
    plan = {"actie": "Kliniek", "wie": family.stefan, "uiterlijk": "2025-07-01"}
    family.do(f"/factoren/{risk}/maatregelen", plan)
    town.at("2025-06-13 10:00")
    [still] = read(family, "stagnatie")["factoren"]
    assert (still["tekst"], still["dagen"]) == ("Schulden", 95)
    both = read(family, "risicofactoren")
    assert [f["tekst"] for f in both["risicofactoren"]] == ["Alcohol"]
    assert both["risicofactoren"][0]["maatregelen"][0]["belegdIn"] == "veiligheidsplan"
    [kept_up] = both["complicerendeFactoren"]
    assert (kept_up["werking"], kept_up["staatStil"]) == ("in-stand-houden", True)


def test_the_view_on_recovery_shows_who_is_open_and_the_weeks_on_a_waiting_list(town: Town) -> None:
    """W6.1, W6.3: one open; "wachtlijst traumabehandeling, 10 weken"; W6.2: an open risk."""
    family = in_force(town)
    said = {"persoonId": family.mirjam, "hulpNodig": "ja", "toelichting": "Slaapt slecht"}
    need = family.item("/herstelbehoeften", said)
    weighed = {"teltAlsRisico": True, "reden": "Schrikt", "beslotenDoor": family.fatma}
    family.do(f"/herstelbehoeften/{need}/wegingen", weighed)
    asked = {"persoonId": family.mirjam, "soortHulp": "traumabehandeling", "stand": "wachtlijst"}
    family.do("/hulp", asked)
    town.at("2025-05-20 10:00")
    seen = read(family, "herstel")
    assert (seen["aantalOpen"], seen["nogOpen"], seen["compleet"]) == (1, [family.stefan], False)
    assert seen["hulp"][0]["wekenWachten"] == 10
    assert seen["herstelbehoeften"][0]["openRisico"]
    risks = read(family, "risicofactoren")["onbehandeldeHerstelbehoeften"]
    assert risks == [{"herstelbehoefteId": need, "persoonId": family.mirjam}]


def test_a_term_that_ran_out_is_seen_with_what_is_owed_and_what_was_weighed(town: Town) -> None:
    """W10.2: then a new term runs; W10.3: since when the plan is active."""
    family = in_force(town)
    family.do("/directe-veiligheid/termijnen", {"tot": "2025-04-21", "reden": "Huisverbod"})
    town.at("2025-04-22 10:00")
    seen = read(family, "escalatie")
    assert [t["verlopen"] for t in seen["termijnen"]] == [False, True]
    assert [o["soort"] for o in seen["verplichtingen"]] == ["escalatie-overwegen"]
    family.do(
        "/afwegingen",
        {
            "mogelijkheden": ["vrijwillig-verder", "melden-veilig-thuis"],
            "besluit": "vrijwillig-verder",
            "tot": "2025-05-12",
            "afweging": "Beide gewogen",
            "reden": "De hulp begint",
            "beslotenDoor": family.fatma,
            "gezinIngelicht": True,
        },
    )
    seen = read(family, "escalatie")
    assert seen["verplichtingen"][0]["afgehandeldOp"]
    assert seen["termijnen"][-1]["tot"].startswith("2025-05-12T22:00")
    assert seen["aantalKeerVrijwilligVerder"] == 1
    assert seen["afwegingen"][0]["afweging"] == "Beide gewogen"
    assert seen["actiefSinds"].startswith("2025-03-10")


def test_the_summary_for_a_successor_follows_from_the_events(town: Town) -> None:
    """R39: the sender stays responsible until the receiver acknowledges."""
    family = in_force(town)
    rob = family.add("Rob", "beroepskracht")
    family.do("/risicofactoren", {"tekst": "Alcohol", "bron": "Stefan"})
    offered = {"ontvangerId": rob, "team": "De GI", "reden": "Ondertoezicht"}
    item = family.item("/overdrachten", offered)
    seen = read(family, "overdracht")
    assert (seen["verantwoordelijke"], seen["versie"]) == (family.fatma, 1)
    assert seen["overdrachten"][0]["stand"] == "aangeboden"
    assert len(seen["afspraken"]) == 3
    assert [f["tekst"] for f in seen["risicofactoren"]] == ["Alcohol"]
    assert "overdracht-bevestigen" in {o["soort"] for o in seen["verplichtingen"]}
    family.do(f"/overdrachten/{item}/bevestigingen", {})
    assert read(family, "overdracht")["verantwoordelijke"] == rob


def test_a_closing_is_read_back_with_its_evidence_and_its_checks(town: Town) -> None:
    """R40: children, everybody informed, follow-up and the checks."""
    family = in_force(town)
    family.do("/goed-genoeg", {"tekst": "Rust"})
    noor = family.add("Noor", "gezin")
    said = {
        "goedGenoeg": "bereikt",
        "uitkomst": "Veilig",
        "vergelijking": "Zoals beschreven",
        "nazorg": "Els belt",
        "nazorgTot": "2025-09-10",
        "kinderen": [{"kindId": noor, "gesprokenOp": "2025-03-09"}],
        "iedereenIngelicht": True,
    }
    family.do("/afsluitingen", said, If_Match=family.revision)
    town.at("2025-06-02 10:00")
    looked = {"moment": "drie-maanden", "goedGenoeg": "bereikt", "bevindingen": "Goed"}
    family.do("/nazorgcontroles", looked | {"door": family.fatma})
    seen = read(family, "afsluiting")
    assert {key: seen["afsluiting"][key] for key in said} == said
    assert [c["bevindingen"] for c in seen["nazorgcontroles"]] == ["Goed"]
    assert [bool(o["afgehandeldOp"]) for o in seen["verplichtingen"]] == [True, False]
