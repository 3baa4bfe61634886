"""What each audience reads of who does what (W7.1, W7.2, design 6)."""

from __future__ import annotations

from typing import Any

from shared.access.role import Role
from tests.integration.plans.family import Family, agreement
from tests.integration.plans.together import task


def read(family: Family, person: str | None = None) -> Any:
    """The view ``taken``."""
    return family.town.json(f"{family.dossier}/taken", person)


def test_a_school_that_did_not_accept_yet_is_not_in_the_familys_promise_list(
    family: Family,
) -> None:
    """W7.1: the worker sees "nog niet bevestigd"; Mirjam sees it once the school said yes."""
    school = family.add("De Wilgen", "instantie")
    asked = task(family, school, gedeeldMet=[family.mirjam])
    whole = read(family)
    assert [t["status"] for t in whole["taken"]] == ["nog niet bevestigd"]
    assert whole["toezeggingen"] == []
    assert read(family, family.mirjam)["taken"] == []
    assert [t["status"] for t in read(family, school)["taken"]] == ["nog niet bevestigd"]
    url = f"{family.dossier}/taken/{asked}/antwoorden"
    answer = family.town.post(url, {"akkoord": True}, Role.PERSON, school)
    assert answer.status_code == 201, answer.text
    assert "revisie" not in answer.json
    assert read(family)["toezeggingen"] == [asked]
    assert read(family)["taken"][0]["zelfBeantwoord"] is True
    mine = read(family, family.mirjam)
    assert (mine["toezeggingen"], mine["taken"][0]["partij"]) == ([asked], school)
    assert "verborgenVoor" not in mine["taken"][0]
    assert read(family, family.stefan)["taken"] == []


def test_a_person_who_answers_for_another_is_told_nothing(family: Family) -> None:
    """Design 6: a task of somebody else and no task at all are refused in the same words."""
    theirs = task(family, family.els)
    answers = []
    for asked in (theirs, family.plan_id):
        url = f"{family.dossier}/taken/{asked}/antwoorden"
        answer = family.town.post(url, {"akkoord": True}, Role.PERSON, family.stefan)
        answers.append((answer.status_code, (answer.json or {}).get("regels")))
    assert answers[0] == answers[1]
    assert answers[0][0] in (404, 409, 422)


def test_a_task_makes_no_version_and_a_promise_that_one_may_count_on_is_no_secret(
    family: Family,
) -> None:
    """W8.4: nobody gets another number because something was asked of somebody else."""
    task(family, family.hans)
    family.adjust()
    assert family.versions(family.stefan) == [1]


def test_what_is_still_a_draft_is_not_asked_of_anybody_yet(family: Family) -> None:
    """W8.3: a task for an agreement that stands in no version reads once it does."""
    draft = family.item("/afspraken", agreement("Concept", family.els, family.stefan))
    task(family, family.stefan, afspraakId=draft)
    assert read(family, family.stefan)["taken"] == []
    assert len(read(family)["taken"]) == 1
    family.adjust(ongewijzigdBevestigd=False)
    assert len(read(family, family.stefan)["taken"]) == 1


def test_what_is_drafted_since_takes_no_task_and_no_answer_away(family: Family) -> None:
    """W8.3: until the next version Stefan reads his task, and what he said, as it was agreed."""
    (item,) = [
        each["afspraakId"]
        for each in family.town.json(family.plan, family.stefan)["afspraken"]
        if each["wat"] == "Geen contact"
    ]
    task(family, family.stefan, afspraakId=item)
    yes = {"akkoord": True, "persoonId": family.stefan}
    family.do(f"/afspraken/{item}/antwoorden", yes)
    before = read(family, family.stefan)
    assert (len(before["taken"]), len(before["afspraakAntwoorden"])) == (1, 1)
    family.do(f"/afspraken/{item}/wijzigingen", agreement("Concept", family.stefan))
    family.do(f"/afspraken/{item}/beeindigingen", {"reden": "Concept"})
    assert untimed(read(family, family.stefan)) == untimed(before)
    assert (read(family)["taken"], read(family)["afspraakAntwoorden"]) == ([], [])
    family.adjust(ongewijzigdBevestigd=False)
    assert read(family, family.stefan)["taken"] == []


def test_who_answered_before_moves_no_answer_in_what_somebody_reads(family: Family) -> None:
    """W7.1: whether Els said yes to one of them, and when, is not Stefan's to know."""
    items = [
        family.item("/afspraken", agreement(f"Nummer {number}", family.stefan, family.els))
        for number in (1, 2)
    ]
    family.adjust(ongewijzigdBevestigd=False)
    answers = ((items[1], family.els), (items[0], family.stefan), (items[1], family.stefan))
    for item, person in answers:
        yes = {"akkoord": True, "persoonId": person}
        family.do(f"/afspraken/{item}/antwoorden", yes)
    told = read(family, family.stefan)["afspraakAntwoorden"]
    assert [each["afspraakId"] for each in told] == items


def test_what_is_hidden_does_not_show_before_it_is_agreed_that_it_may(family: Family) -> None:
    """W8.3, 3.7: an agreement that will be shown is still hidden, and so is what it asks."""
    hidden = agreement("Plan B", family.els, verborgenVoor=[family.stefan])
    item = family.item("/afspraken", hidden)
    asked = task(family, family.els, afspraakId=item, gedeeldMet=[family.mirjam])
    family.do(f"/taken/{asked}/antwoorden", {"akkoord": True})
    family.adjust(ongewijzigdBevestigd=False)
    open_to_all = agreement("Plan B", family.els, verborgenVoor=[])
    family.do(f"/afspraken/{item}/wijzigingen", open_to_all)
    shown = task(family, family.els, afspraakId=item, gedeeldMet=[family.stefan])
    family.do(f"/taken/{shown}/antwoorden", {"akkoord": True})
    assert read(family, family.stefan)["taken"] == []
    family.adjust(ongewijzigdBevestigd=False)
    assert [each["taakId"] for each in read(family, family.stefan)["taken"]] == [shown]


def test_a_hidden_coordination_takes_the_place_of_none_that_one_may_read(family: Family) -> None:
    """W7.1, 3.7: to Els nothing changed; who is left out openly may know that they are."""
    agreed = {"wieStemtAf": family.fatma, "contactmomenten": "Elke week", "deelnemers": []}
    family.do("/afstemmingen", agreed | {"deelnemers": [family.els, family.mirjam]})
    before = untimed(read(family, family.els))
    assert before["afstemming"]["contactmomenten"] == "Elke week"
    hidden = {"deelnemers": [family.mirjam, family.els], "verborgenVoor": [family.els]}
    family.do("/afstemmingen", agreed | hidden | {"contactmomenten": "Elke dag"})
    assert untimed(read(family, family.els)) == before
    assert read(family, family.mirjam)["afstemming"]["contactmomenten"] == "Elke dag"
    family.do("/afstemmingen", agreed | {"deelnemers": [family.mirjam]})
    assert read(family, family.els)["afstemming"] is None


def untimed(told: Any) -> Any:
    """What was told, without the moments that were asked for."""
    return {key: value for key, value in told.items() if key != "tijdreis"}


def test_the_lead_goes_over_with_notes_that_only_professionals_read(family: Family) -> None:
    """W7.2: and the absence with its cover."""
    rob = family.add("Rob", "beroepskracht")
    family.do("/casusregie/overdrachten", {"persoonId": rob, "overdracht": "Bel Els eerst"})
    away = family.item("/casusregie/afwezigheden", {"eersteDag": "2025-03-20"})
    cover = {"persoonId": family.fatma, "overdracht": "Zie Els"}
    family.do(f"/casusregie/afwezigheden/{away}/vervangingen", cover)
    read = family.town.json(f"{family.dossier}/casusregie")
    assert read["casusregisseur"] == rob
    assert read["overdrachten"][0]["overdracht"] == "Bel Els eerst"
    assert read["afwezigheden"][0]["vervanging"]["persoonId"] == family.fatma
    asked = family.town.get(f"{family.dossier}/casusregie", Role.PERSON, family.mirjam)
    assert asked.status_code == 404
