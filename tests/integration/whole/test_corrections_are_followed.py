"""What plans takes back no longer counts in the services that follow it (domain.md 3.5)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.integration.whole.village import Village

PLANS, EVALUATIONS = "/plannen/api/v1", "/evaluaties/api/v1"


def post(village: Village, path: str, body: Any, status: int = 201, **headers: str) -> Any:
    """An act by a worker."""
    answer = village.ask("POST", path, body=body, **headers)
    assert answer.status_code == status, answer.text
    return answer.json


def test_a_person_who_was_added_by_mistake_is_unknown_everywhere_afterwards(
    tmp_path: Path,
) -> None:
    """W8.1: evaluations takes an incident in that person's name before, and not after."""
    with Village(tmp_path) as village:
        opened = post(village, f"{PLANS}/dossiers", {"gronden": ["onveilige-situatie"]})
        dossier = f"/dossiers/{opened['planId']}"
        wrong = {"naam": "Een ander gezin", "soort": "gezin"}
        added = post(village, f"{PLANS}{dossier}/personen", wrong)
        village.settle()
        incident = {
            "wat": "Geschreeuw op straat.",
            "melder": added["onderdelen"][0],
            "onveiliger": False,
        }
        post(village, f"{EVALUATIONS}{dossier}/voorvallen", incident)
        history = village.ask("GET", f"{PLANS}{dossier}/geschiedenis").json["gebeurtenissen"]
        mistake = {"gebeurtenisId": history[-1]["gebeurtenisId"], "reden": "Hoort hier niet."}
        revision = {"If-Match": added["revisie"]}
        post(village, f"{PLANS}{dossier}/correcties", mistake, **revision)
        village.settle()
        refused = post(village, f"{EVALUATIONS}{dossier}/voorvallen", incident, status=409)
        assert refused["overtredingen"][0]["regel"] == "persoon-onbekend"


def test_before_that_a_sentence_elsewhere_names_them_as_it_did(tmp_path: Path) -> None:
    """Design 3: what evaluations says of a moment in the past does not change afterwards."""
    with Village(tmp_path) as village:
        opened = post(village, f"{PLANS}/dossiers", {"gronden": ["onveilige-situatie"]})
        dossier = f"/dossiers/{opened['planId']}"
        wrong = {"naam": "Iemand anders", "soort": "gezin"}
        by = post(village, f"{PLANS}{dossier}/personen", {"naam": "Els", "soort": "netwerk"})
        added = post(village, f"{PLANS}{dossier}/personen", wrong)
        village.settle()
        who = added["onderdelen"][0]
        met = {"wie": who, "waarover": "De herrie", "door": by["onderdelen"][0]}
        post(village, f"{EVALUATIONS}{dossier}/aanspreekmomenten", met)
        now = village.ask("GET", f"{EVALUATIONS}{dossier}/tijdlijn").json["tijdreis"]
        then = f"?geldigOp={now['geldigOp']}&beschikbaarOp={now['beschikbaarOp']}"
        before = village.ask("GET", f"{EVALUATIONS}{dossier}/tijdlijn{then}").json
        assert "Iemand anders" in str(before)
        history = village.ask("GET", f"{PLANS}{dossier}/geschiedenis").json["gebeurtenissen"]
        mistake = {"gebeurtenisId": history[-1]["gebeurtenisId"], "reden": "Hoort hier niet."}
        revision = {"If-Match": added["revisie"]}
        post(village, f"{PLANS}{dossier}/correcties", mistake, **revision)
        village.settle()
        assert village.ask("GET", f"{EVALUATIONS}{dossier}/tijdlijn{then}").json == before
