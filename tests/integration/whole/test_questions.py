"""The ten questions that an inspector asks, one request each, of the whole town (domain 3.10)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from shared.access.role import Role
from tests.integration.whole.case_a import Family
from tests.integration.whole.village import Village

DAY = "2025-05-03T12:00:00Z"
PARTS = {
    1: {"plannen": {"personen", "gezag", "casusregie", "registraties"}},
    2: {"plannen": {"zorgen", "gronden"}, "evaluaties": {"voorvallen", "waarnemingen"}},
    3: {"plannen": {"plan"}},
    4: {"plannen": {"beoordelingen"}},
    5: {"plannen": {"boodschappen"}, "notificaties": {"informeringen"}},
    6: {"evaluaties": {"kinderen"}},
    7: {"plannen": {"versies"}, "evaluaties": {"evaluatiemomenten", "evaluaties"}},
    8: {"evaluaties": {"nietNakomen"}},
    9: {"plannen": {"escalatie", "meldingen"}},
    10: {
        "plannen": {"eerderePlannen", "overgenomen", "overdracht", "afsluiting", "inzage"},
        "evaluaties": {"inzage"},
        "notificaties": {"inzage"},
    },
}
ALL = sorted(PARTS)
BASES = {"plannen": "plannen", "evaluaties": "evaluaties", "notificaties": "notificaties"}


def ask(family: Family, number: int, role: Role = Role.INSPECTOR, **moments: str) -> Any:
    """The answer to one question."""
    query = "&".join(f"{key}={value}" for key, value in moments.items())
    path = f"/plannen/api/v1/dossiers/{family.plan}/vragen/{number}?{query}"
    return family.village.ask("GET", path, role)


@pytest.mark.parametrize("number", ALL)
def test_one_request_answers_as_known_then_and_as_known_now(family: Family, number: int) -> None:
    """Every service that has a part in it, and no other; nothing was missing."""
    answer = ask(family, number, geldigOp=DAY).json
    assert answer["vraag"] == number
    assert answer["tekst"].endswith("?")
    assert answer["nietGekregen"] == []
    for known in ("zoalsToenBekend", "zoalsNuBekend"):
        found = {service: set(part) for service, part in answer[known].items()}
        assert found == PARTS[number], known


@pytest.mark.parametrize("number", ALL)
def test_each_part_is_what_its_service_answers_at_the_same_moments(
    family: Family, number: int
) -> None:
    """One K cuts all services: the parts are those of (X, X) and (X, K), and nothing else."""
    answer = ask(family, number, geldigOp=DAY).json
    known_now = answer["tijdreis"]["beschikbaarOp"]
    for member, known in (("zoalsToenBekend", DAY), ("zoalsNuBekend", known_now)):
        for service, part in answer[member].items():
            own = "/deel" if service == "plannen" else ""
            path = f"/{BASES[service]}/api/v1/dossiers/{family.plan}/vragen/{number}{own}"
            query = f"?geldigOp={DAY}&beschikbaarOp={known}"
            alone = family.village.ask("GET", path + query, Role.INSPECTOR).json
            assert alone.pop("tijdreis")["geldigOp"] == "2025-05-03T12:00:00.000000Z"
            assert alone == part


@pytest.mark.parametrize("number", ALL)
def test_only_professionals_ask_and_all_of_them_may(family: Family, number: int) -> None:
    """Domain 3.7: to somebody of the family there is no such page."""
    for role in (Role.WORKER, Role.COLLEAGUE, Role.SUPERVISOR):
        assert ask(family, number, role, geldigOp=DAY).status_code == 200
    path = f"/plannen/api/v1/dossiers/{family.plan}/vragen/{number}"
    assert family.village.ask("GET", path, Role.PERSON, family.stefan).status_code == 404
    assert family.village.ask("GET", path, Role.SYSTEM).status_code == 403


def test_of_a_dossier_that_was_recorded_later_nothing_was_known_then(tmp_path: Path) -> None:
    """Begun on the nineteenth, recorded on the twentieth: as known on the day itself, nothing."""
    with Village(tmp_path) as village:
        body = {"gronden": ["onveilige-situatie"], "gebeurdOp": "2026-03-19T09:00:00Z"}
        opened = village.ask("POST", "/plannen/api/v1/dossiers", body=body)
        path = f"/plannen/api/v1/dossiers/{opened.json['planId']}/vragen/4"
        moment = "?geldigOp=2026-03-19T12:00:00Z"
        answer = village.ask("GET", path + moment, Role.INSPECTOR).json
        assert answer["zoalsToenBekend"] is None
        assert set(answer["zoalsNuBekend"]) == {"plannen"}
        known = "&beschikbaarOp=2026-03-20T11:59:00Z"
        assert village.ask("GET", path + moment + known, Role.INSPECTOR).status_code == 404


def test_nobody_had_been_told_of_a_version_when_it_was_made(family: Family) -> None:
    """Question 5: it is known who had to be told, and not yet that anybody was."""
    made = family.body(f"/plannen/api/v1/dossiers/{family.plan}/veiligheidsplan/versies")
    answer = ask(family, 5, geldigOp=made["versies"][0]["vastgelegdOp"]).json
    versions = answer["zoalsToenBekend"]["notificaties"]["informeringen"]["versies"]
    assert {each["stand"] for version in versions for each in version["personen"]} == {
        "nog-niets-gedaan"
    }


def test_every_service_keeps_who_asked_and_why(family: Family) -> None:
    """The look of a question is a look in each service's own log, with the reader's reason."""
    why = "Vraag van één rechter"
    path = f"/plannen/api/v1/dossiers/{family.plan}/vragen/10"
    sent = {"X-Audit-Toelichting": why.encode().decode("latin-1")}
    family.village.ask("GET", path, Role.INSPECTOR, **sent)
    for base in BASES.values():
        log = f"/{base}/api/v1/dossiers/{family.plan}/inzage"
        page: dict[str, Any] = {"volgende": ""}
        looks: list[Any] = []
        while page["volgende"] is not None:
            after = f"&na={page['volgende']}" if page["volgende"] else ""
            page = family.village.ask("GET", f"{log}?limit=100{after}", Role.SUPERVISOR).json
            looks += page["inzage"]
        found = [each for each in looks if each["reden"] == why]
        assert {(each["rol"], each["wat"]) for each in found} == {("inspecteur", "vraag-10")}


def test_before_there_was_a_dossier_there_is_no_answer(family: Family) -> None:
    """404, whichever question."""
    for number in ALL:
        assert ask(family, number, geldigOp="2025-03-07T12:00:00Z").status_code == 404


def test_alerts_follow_with_oversight_and_the_answer_says_so(family: Family) -> None:
    """Question 10 asks for them too; the others have nothing that is to follow."""
    to_follow = {number: ask(family, number, geldigOp=DAY).json["volgtNog"] for number in ALL}
    assert [number for number, said in to_follow.items() if said] == [10]
    assert "toezicht" in to_follow[10][0]


def test_what_was_recorded_just_now_is_in_the_answer(family: Family) -> None:
    """Without moments: all that any service has, and then is now."""
    answer = ask(family, 7).json
    assert answer["zoalsToenBekend"] == answer["zoalsNuBekend"]
    alone = family.body(f"/evaluaties/api/v1/dossiers/{family.plan}/evaluaties")
    assert answer["zoalsNuBekend"]["evaluaties"]["evaluaties"]["evaluaties"] == alone["evaluaties"]


def test_of_a_day_to_come_is_answered_what_is_known_by_now(family: Family) -> None:
    """Nothing can be known on a day that is yet to come."""
    answer = ask(family, 3, geldigOp="2030-01-01T00:00:00Z").json
    assert answer["zoalsToenBekend"] == answer["zoalsNuBekend"]
