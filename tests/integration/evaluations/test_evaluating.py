"""Evaluating through the API: from the start to the adjustment that it asks for."""

from datetime import UTC, datetime

from tests.integration.evaluations.town import Family, Town


def test_an_evaluation_is_held_part_by_part_and_completed(family: Family, town: Town):
    """W8.1, S7.4: and read back whole by the worker."""
    evaluation = family.start("Mirjam", "Els")
    family.rate(evaluation, "Mirjam", 3, waarom="Hij belt nog.")
    family.rate(evaluation, "Els", 7)
    family.fill(evaluation)
    family.evaluate(f"evaluaties/{evaluation}/afrondingen", {})
    found = town.read(f"{family.plan}/evaluaties/{evaluation}")
    assert found["afgerondOp"] is not None
    assert found["ontbreekt"] == []
    assert [r["waarde"] for r in found["waarderingen"]] == [3, 7]
    assert found["waarderingen"][0]["waarom"] == "Hij belt nog."
    assert [b["oordeel"] for b in found["beoordelingen"]] == ["ja", "ja"]
    [spread] = found["spreidingen"]
    assert (spread["laagste"], spread["hoogste"], spread["spreiding"]) == (3, 7, 4)
    assert {p["regel"] for p in found["aandachtspunten"]} == {
        "lage-waardering",
        "waarderingen-ver-uiteen",
    }


def test_completing_too_early_is_refused_with_all_that_is_missing(family: Family, town: Town):
    """R21: 409, one line per missing thing; the same list stands in the view."""
    evaluation = family.start("Mirjam")
    path = f"{family.plan}/evaluaties/{evaluation}"
    response = town.post(town.evaluations, f"{path}/afrondingen", {})
    assert response.status_code == 409
    assert len(response.json["overtredingen"]) == 1 + 3 + 2
    assert response.json["overtredingen"] == town.read(path)["ontbreekt"]


def test_a_version_that_was_not_followed_yet_is_a_conflict_that_passes(family: Family, town: Town):
    """Design 2: 409 with Retry-After, and a moment later it works."""
    body = {"versie": 2, "wijze": "netwerkberaad", "deelnemers": [family.people["Mirjam"]]}
    early = town.post(town.evaluations, f"{family.plan}/evaluaties", body)
    assert (early.status_code, early.headers["Retry-After"]) == (409, "2")
    family.confirm({"soort": "verzoek"})
    assert town.post(town.evaluations, f"{family.plan}/evaluaties", body).status_code == 201


def test_only_the_adjustment_that_names_the_evaluation_settles_it(family: Family, town: Town):
    """W8.3: across two services, by the feed."""
    town.clock.now = datetime(2025, 3, 14, 10, tzinfo=UTC)
    evaluation = family.start("Mirjam")
    family.rate(evaluation, "Mirjam", 5)
    family.fill(evaluation)
    family.evaluate(f"evaluaties/{evaluation}/afrondingen", {})
    for cause, settled in (
        ({"soort": "verzoek"}, False),
        ({"soort": "evaluatie", "id": evaluation}, True),
    ):
        family.confirm(cause)
        [due] = _duties(town, family, "plan-bijstellen")
        assert (due["afgehandeldOp"] is not None) is settled
        assert due["aanleidingId"] == evaluation


def test_what_is_due_turns_overdue_at_the_moment_asked_for(family: Family, town: Town):
    """W8.2, R20: the first evaluation was agreed for 14 March; the days around it are told."""
    town.clock.now = datetime(2025, 3, 20, 10, tzinfo=UTC)
    family.start("Mirjam")
    path = f"{family.plan}/evaluatiemomenten"
    then = town.read(path, geldigOp="2025-03-14T12:00:00+01:00")["evaluatiemomenten"]
    now = town.read(path)["evaluatiemomenten"]
    days = {
        "datum": "2025-03-14",
        "herinneringen": ["2025-03-07", "2025-03-12"],
        "naarLeidinggevendeOp": "2025-03-21",
        "uiterstOp": "2025-06-09",
        "ritmeTeRuim": False,
    }
    assert then == [{**days, "teLaat": False, "open": True}]
    assert now == [{**days, "teLaat": True, "open": True}]


def test_a_wrong_rating_is_corrected_in_a_completed_evaluation(family: Family, town: Town):
    """Domain.md 3.5: with the revision that was read; the wrong one stays visible before K."""
    evaluation = family.start("Mirjam")
    family.rate(evaluation, "Mirjam", 9)
    family.fill(evaluation)
    family.evaluate(f"evaluaties/{evaluation}/afrondingen", {})
    path = f"{family.plan}/evaluaties/{evaluation}"
    before = town.read(path)
    body = {
        "gebeurtenisId": before["waarderingen"][0]["gebeurtenisId"],
        "reden": "Verkeerd ingetypt.",
        "inPlaatsDaarvan": {
            "soort": "schaalvraag-beantwoorden",
            "evaluatieId": evaluation,
            "persoonId": family.people["Mirjam"],
            "vraag": "veiligheid",
            "waarde": 6,
        },
    }
    family.evaluate("correcties", body, If_Match=before["revisie"])
    assert [r["waarde"] for r in town.read(path)["waarderingen"]] == [6]
    known = before["tijdreis"]["beschikbaarOp"]
    earlier = town.read(path, beschikbaarOp=known)
    assert [r["waarde"] for r in earlier["waarderingen"]] == [9]


def test_a_correction_needs_the_revision_that_is_current(family: Family, town: Town):
    """Design 2: 428 without, 412 with an old one."""
    evaluation = family.start("Mirjam")
    family.rate(evaluation, "Mirjam", 9)
    read = town.read(f"{family.plan}/evaluaties/{evaluation}")
    body = {"gebeurtenisId": read["waarderingen"][0]["gebeurtenisId"], "reden": "Fout."}
    path = f"{family.plan}/correcties"
    assert town.post(town.evaluations, path, body).status_code == 428
    family.rate(evaluation, "Mirjam", 8)
    late = town.post(town.evaluations, path, body, If_Match=read["revisie"])
    assert late.status_code == 412


def test_what_is_wrong_with_a_request_is_told_in_dutch_under_its_wire_name(
    family: Family, town: Town
):
    """NL ADR: 400 with every field."""
    evaluation = family.start("Mirjam")
    path = f"{family.plan}/evaluaties/{evaluation}/waarderingen"
    response = town.post(town.evaluations, path, {"waarde": 11, "vraag": "geluk"})
    assert response.status_code == 400
    assert {p["name"] for p in response.json["invalidParams"]} == {"persoonId", "vraag", "waarde"}


def _duties(town: Town, family: Family, kind: str) -> list[dict[str, object]]:
    found = town.read(f"{family.plan}/verplichtingen")["verplichtingen"]
    return [duty for duty in found if duty["soort"] == kind]
