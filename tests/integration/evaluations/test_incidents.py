"""Incidents through the API: reported by the network, judged by a worker."""

from uuid import uuid4

from tests.integration.evaluations.town import SUPERVISOR, Family, Town


def test_grandmother_reports_and_reads_back_what_she_said(family: Family, town: Town):
    """W9.1, S7.2: with her own token, about the child that she names."""
    els = family.people["Els"]
    body = {"wat": "Dronken bij overdracht.", "aanwezigeKinderen": [family.people["Noor"]]}
    incident = family.evaluate("voorvallen", body, token=els)
    found = town.read(f"{family.plan}/voorvallen/{incident}", els)
    assert (found["melder"], found["wat"]) == (els, "Dronken bij overdracht.")
    assert found["aanwezigeKinderen"] == [family.people["Noor"]]
    assert "revisie" not in found and "beoordelingen" not in found


def test_a_person_may_not_report_for_somebody_else(family: Family, town: Town):
    """W9.1: refused with the rule."""
    body = {"wat": "x", "melder": family.people["Stefan"]}
    path = f"{family.plan}/voorvallen"
    response = town.post(town.evaluations, path, body, token=family.people["Els"])
    assert response.status_code == 409
    assert [b["regel"] for b in response.json["overtredingen"]] == ["melder-is-uzelf"]


def test_a_stranger_reporting_gets_what_an_unknown_plan_gives(family: Family, town: Town):
    """Design 6: byte for byte the same 404."""
    stranger = str(uuid4())
    asked = [f"{family.plan}/voorvallen", f"/dossiers/{uuid4()}/voorvallen"]
    answers = [town.post(town.evaluations, path, {"wat": "x"}, token=stranger) for path in asked]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].data == answers[1].data


def test_the_judgement_opens_an_adjustment_and_shows_to_workers_only(family: Family, town: Town):
    """W9.1, R23, R05: the reporter does not read what the worker thinks of it."""
    els = family.people["Els"]
    incident = family.evaluate("voorvallen", {"wat": "x", "onveiliger": True}, token=els)
    body = {"ernst": "ernstig", "aard": "Geweld", "actie": "Politie gebeld"}
    family.evaluate(f"voorvallen/{incident}/beoordelingen", body)
    path = f"{family.plan}/voorvallen/{incident}"
    assert town.read(path)["beoordelingen"][0]["ernst"] == "ernstig"
    assert "Geweld" not in town.get(path, els).text
    duties = town.read(f"{family.plan}/verplichtingen", SUPERVISOR)["verplichtingen"]
    about = {d["soort"]: d["afgehandeldOp"] is not None for d in duties if d["aanleidingId"]}
    owed = {"plan-bijstellen": False, "risicotaxatie-na-voorval": False}
    assert about == {"voorval-beoordelen": True, **owed}


def test_the_timeline_tells_what_happened_in_the_order_in_which_it_did(family: Family, town: Town):
    """Domain.md 3.10: occurred on Saturday, recorded on Monday, and shown so."""
    body = {
        "wat": "Geweld in huis.",
        "melderOmschrijving": "De politie",
        "gebeurdOp": "2025-03-08T23:50:00+01:00",
        "vernomenOp": "2025-03-10T08:00:00+01:00",
    }
    incident = family.evaluate("voorvallen", body)
    entries = town.read(f"{family.plan}/tijdlijn")["gebeurtenissen"]
    first = entries[0]
    assert first["zin"] == "De politie meldt een voorval: Geweld in huis."
    assert first["voorvalId"] == incident
    assert first["gebeurdOp"] == "2025-03-08T22:50:00.000000Z"
    assert first["vernomenOp"] == "2025-03-10T07:00:00.000000Z"
    assert [e["gebeurdOp"] for e in entries] == sorted(e["gebeurdOp"] for e in entries)
    assert "plan-vastgesteld" in {e["gebeurtenis"] for e in entries}
    assert any(e["zin"].startswith("Te doen: het voorval beoordelen") for e in entries)
