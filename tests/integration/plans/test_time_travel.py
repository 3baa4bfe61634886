"""The plan as it was on any day, as it was known on any day (design 3, W8.1, W3.4)."""

from __future__ import annotations

from tests.integration.plans.family import Family, agreement
from tests.integration.plans.town import Town

Z = "2025-03-{}Z"


def test_before_it_comes_into_force_there_is_no_plan_yet(town: Town) -> None:
    """Design 2: "nog geen plan" to the worker, and to a person not one agreement."""
    family = Family(town)
    family.do("/afspraken", agreement("Geen contact", family.stefan))
    assert town.json(family.plan)["status"] == "nog geen plan"
    assert town.json(family.plan)["versie"] is None
    own = town.json(family.plan, family.stefan)
    assert own["status"] == "nog geen plan"
    assert "Geen contact" not in str(own)
    assert family.versions(family.stefan) == []
    before = town.now.isoformat()
    family.activate()
    assert town.json(family.plan)["status"] == "van kracht"
    assert town.json(family.plan, geldigOp=before)["status"] == "nog geen plan"
    then = town.json(family.plan, family.stefan, beschikbaarOp=before)
    assert then["status"] == "nog geen plan"


def test_before_the_dossier_was_known_there_was_none(family: Family) -> None:
    """Design 6: the same 404 to everybody, at K and at V."""
    for query in ({"beschikbaarOp": "2025-03-09T12:00:00Z"}, {"geldigOp": "2025-03-09T12:00:00Z"}):
        for path in ("", "/versies", "/versies/1"):
            assert family.town.get(family.plan + path, **query).status_code == 404
        assert family.town.json("/dossiers", **query)["dossiers"] == []


def test_what_was_heard_late_is_true_from_then_and_known_from_now(family: Family) -> None:
    """W8.1: of three days ago, typed in now."""
    town = family.town
    town.at("2025-03-20 10:00")
    late = agreement("Oma slaapt hier", family.els, gebeurdOp=Z.format("17T10:00:00"))
    family.do("/afspraken", late)
    believed = {"beschikbaarOp": Z.format("19T00:00:00")}
    day = {"geldigOp": Z.format("18T00:00:00")}
    earlier = {"geldigOp": Z.format("16T00:00:00")}
    assert "Oma slaapt hier" in family.agreements(**day)
    assert "Oma slaapt hier" not in family.agreements(**day, **believed)
    assert "Oma slaapt hier" not in family.agreements(**earlier)
    assert "Oma slaapt hier" not in family.agreements(**believed)


def test_the_history_shows_late_knowledge_as_late(family: Family) -> None:
    """Domain 3.10, amendments: happened, heard and recorded, each with its moment."""
    town = family.town
    town.at("2025-03-20 10:00")
    late = agreement("Oma slaapt hier", family.els, gebeurdOp=Z.format("17T10:00:00"))
    family.do("/afspraken", {**late, "vernomenOp": Z.format("18T20:00:00")})
    entries = town.json(f"{family.dossier}/geschiedenis")["gebeurtenissen"]
    (entry,) = [each for each in entries if "Oma slaapt hier" in each["zin"]]
    assert entry["gebeurdOp"].startswith("2025-03-17T10")
    assert entry["vernomenOp"].startswith("2025-03-18T20")
    assert entry["vastgelegdOp"].startswith("2025-03-20T10")


def test_before_a_correction_the_mistake_shows_as_it_was_believed(family: Family) -> None:
    """Domain 3.5: afterwards what is right stands there, also for earlier days."""
    town = family.town
    town.at("2025-03-12 10:00")
    family.do("/onveiligheid", {"soort": "acuut", "onderbouwing": "Letsel"})
    entries = town.json(f"{family.dossier}/geschiedenis")["gebeurtenissen"]
    wrong = entries[-1]["gebeurtenisId"]
    town.at("2025-03-14 10:00")
    correction = {"gebeurtenisId": wrong, "reden": "Verkeerd dossier"}
    family.do("/correcties", correction, If_Match=family.revision)
    day = {"geldigOp": Z.format("13T00:00:00")}
    believed = {"beschikbaarOp": Z.format("13T00:00:00")}
    assert town.json(family.plan, **day, **believed)["onveiligheid"]["soort"] == "acuut"
    assert town.json(family.plan, **day)["onveiligheid"] is None
    assert town.json(family.plan)["onveiligheid"] is None


def test_a_later_judgement_leaves_every_earlier_day_as_it_was(family: Family) -> None:
    """W3.4: 31 October still says structural."""
    town = family.town
    town.at("2025-05-02 10:00")
    family.do("/onveiligheid", {"soort": "structureel", "onderbouwing": "Lang"})
    town.at("2025-11-01 10:00")
    family.do("/onveiligheid", {"soort": "acuut", "onderbouwing": "Letsel"})
    then = town.json(family.plan, geldigOp="2025-10-31T23:59:00+01:00")["onveiligheid"]
    assert then["soort"] == "structureel"
    assert town.json(family.plan)["onveiligheid"]["soort"] == "acuut"


def test_an_agreement_is_in_force_on_the_days_that_it_names(family: Family) -> None:
    """S6.6: derived at V, by the Dutch day."""
    family.do("/afspraken", agreement("Week rust", family.els, geldigTot="2025-03-16"))
    for moment, expected in (("16T22:59:00", True), ("16T23:00:00", False)):
        read = family.town.json(family.plan, geldigOp=Z.format(moment))["afspraken"]
        (week,) = [each for each in read if each["wat"] == "Week rust"]
        assert week["vanKracht"] is expected


def test_version_one_reads_the_same_whatever_comes_later(family: Family) -> None:
    """Design 3: immutable, also for what is corrected or typed in late."""
    first = family.town.json(f"{family.plan}/versies/1")
    family.adjust({"soort": "afspraak-maken", **agreement("Nieuw", family.els)})
    family.do("/afspraken", agreement("Vroeger", family.els, gebeurdOp=Z.format("10T09:00:00")))
    again = family.town.json(f"{family.plan}/versies/1")
    # That another one came after it is not in it.
    around = {"tijdreis": None, "volgende": None, "volgendeAdres": None}
    assert {**first, **around} == {**again, **around}


def test_the_revision_at_a_past_moment_stays_and_goes_on_only_from_there(family: Family) -> None:
    """Design 3: no answer about the past changes, so neither does what a writer may go on from."""
    town = family.town
    town.at("2025-03-20 10:00")
    then = town.json(family.plan)["tijdreis"]
    del then["klok"]
    read = town.json(family.plan, **then)
    assert read["revisie"] == family.revision
    family.do("/afspraken", agreement("Erbij", family.els))
    assert town.json(family.plan, **then) == read
    assert family.revision != read["revisie"]
    body = {"oorzaak": {"soort": "verzoek"}, "reden": "Rust", "ongewijzigdBevestigd": True}
    stale = town.post(f"{family.dossier}/bijstellingen", body, If_Match=read["revisie"])
    assert stale.status_code == 412


def test_an_earlier_moment_still_says_from_whom_something_was_hidden_then(family: Family) -> None:
    """Design 3: to whoever sees everything that is data like any other, and does not change."""
    town = family.town
    item = family.item("/afspraken", agreement("Rust", family.els, family.stefan))
    then = town.json(family.plan)["tijdreis"]
    del then["klok"]
    town.at("2025-03-20 10:00")
    hidden = agreement("Rust", family.els, verborgenVoor=[family.stefan])
    family.do(f"/afspraken/{item}/wijzigingen", hidden)

    def hidden_from(**query: str) -> list[str]:
        read = town.json(family.plan, **query)["afspraken"]
        found: list[str] = next(a["verborgenVoor"] for a in read if a["afspraakId"] == item)
        return found

    assert hidden_from() == [family.stefan]
    assert hidden_from(**then) == []


def test_what_happened_before_the_dossier_was_opened_makes_none_of_that_day(
    family: Family,
) -> None:
    """Domain 4.2, case A: the assault is of Saturday, the dossier of Monday."""
    day = {"geldigOp": "2025-03-09T12:00:00Z"}
    early = agreement("Oma bleef al slapen", family.els, gebeurdOp=Z.format("09T09:00:00"))
    family.do("/afspraken", early)
    assert family.town.get(family.plan, **day).status_code == 404
    assert family.town.json("/dossiers", **day)["dossiers"] == []
    assert "Oma bleef al slapen" in str(family.town.json(family.plan))
