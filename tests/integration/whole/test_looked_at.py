"""Who looked in the file, from the access log (domain 3.7, 3.10; NEN 7513; R45)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from shared.access.role import Role
from tests.integration.whole.village import START, Village

PLANS = "/plannen/api/v1/dossiers"
REASON = "Vraag van de rechter"


class File:
    """A dossier with one person in it, at which somebody looks every minute."""

    def __init__(self, village: Village) -> None:
        self.village = village
        opened = village.ask("POST", PLANS, body={"gronden": ["onveilige-situatie"]})
        self.path = f"{PLANS}/{opened.json['planId']}"
        body = {"naam": "Stefan", "soort": "gezin"}
        added = village.ask("POST", f"{self.path}/personen", body=body)
        self.stefan = UUID(added.json["onderdelen"][0])
        self.minutes = 0

    def look(self, role: Role, path: str = "/personen", **headers: str) -> str:
        """A look, a minute after the last; half a minute later, to ask for what was known then."""
        self.minutes += 1
        self.village.clock.set(START + timedelta(minutes=self.minutes))
        person = self.stefan if role is Role.PERSON else None
        self.village.ask("GET", self.path + path, role, person, **headers)
        after = START + timedelta(minutes=self.minutes, seconds=30)
        return f"{after:%Y-%m-%dT%H:%M:%SZ}"

    def asked(self, query: str = "", role: Role = Role.INSPECTOR) -> Any:
        """Who looked, a while after the last of them."""
        self.village.clock.set(START + timedelta(minutes=self.minutes + 1))
        self.minutes += 1
        got = self.village.ask("GET", f"{self.path}/inzage?{query}", role)
        assert got.status_code == 200, got.text
        return got.json


@pytest.fixture
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[File]:
    """A file of its own: every look leaves a trace."""
    with Village(tmp_path_factory.mktemp("file")) as village:
        yield File(village)


def test_every_look_is_there_with_who_what_when_and_why(file: File) -> None:
    """Refused ones too; the moments that were looked at beside the moment of looking."""
    why = {"X-Audit-Toelichting": REASON}
    file.look(Role.SUPERVISOR, "/personen?geldigOp=2026-03-20T12:00:30Z", **why)
    file.look(Role.PERSON)
    file.look(Role.PERSON, "/geschiedenis")
    first, second, third = file.asked()["inzage"]
    assert first["wie"] == first["rol"] == "leidinggevende"
    assert (first["wat"], first["handeling"]) == ("personen", "lezen")
    assert first["geldigOp"] == "2026-03-20T12:00:30.000000Z"
    assert first["op"].startswith("2026-03-20T12:01:00")
    assert (first["uitkomst"], first["reden"]) == ("ok", REASON)
    assert (second["rol"], second["persoonId"]) == ("betrokkene", str(file.stefan))
    assert (second["reden"], third["wat"], third["uitkomst"]) == (None, "geschiedenis", "geweigerd")


def test_who_asks_that_looks_too(file: File) -> None:
    """The look at the log is logged as any other, and stands in the next answer."""
    assert file.asked()["inzage"] == []
    assert [each["wat"] for each in file.asked()["inzage"]] == ["inzage"]


@pytest.mark.parametrize("key", ["geldigOp", "beschikbaarOp"])
def test_a_past_answer_has_the_looks_until_then_and_never_another(file: File, key: str) -> None:
    """K cuts the log too, also long after the last event; and so does V."""
    until = file.look(Role.WORKER)
    file.look(Role.COLLEAGUE)
    for _ in range(2):
        found = file.asked(f"{key}={until}")
        assert [each["rol"] for each in found["inzage"]] == ["werker"]


def test_a_page_goes_on_where_the_one_before_it_ended(file: File) -> None:
    """Oldest first, with an opaque cursor."""
    for role in (Role.WORKER, Role.COLLEAGUE, Role.SUPERVISOR):
        file.look(role)
    until = file.look(Role.INSPECTOR)
    first = file.asked(f"limit=3&geldigOp={until}")
    second = file.asked(f"limit=3&geldigOp={until}&na={first['volgende']}")
    roles = [[each["rol"] for each in page["inzage"]] for page in (first, second)]
    assert roles == [["werker", "collega", "leidinggevende"], ["inspecteur"]]
    assert second["volgende"] is None
    assert file.village.ask("GET", f"{file.path}/inzage?na=x", Role.INSPECTOR).status_code == 400


@pytest.mark.parametrize(
    ("role", "status"), [(Role.WORKER, 403), (Role.COLLEAGUE, 403), (Role.PERSON, 404)]
)
def test_the_log_is_for_who_oversees(file: File, role: Role, status: int) -> None:
    """Domain 3.7."""
    person = file.stefan if role is Role.PERSON else None
    got = file.village.ask("GET", f"{file.path}/inzage", role, person)
    assert got.status_code == status


def test_a_worker_finds_their_own_looks_in_the_last_question(file: File) -> None:
    """Domain 3.7: own acts; and an inspector everybody's."""
    file.look(Role.WORKER)
    until = file.look(Role.SUPERVISOR)
    file.look(Role.COLLEAGUE)
    path = f"{file.path}/vragen/10?geldigOp={until}"

    def roles(role: Role) -> list[str]:
        known = file.village.ask("GET", path, role).json["zoalsNuBekend"]
        return [each["rol"] for each in known["plannen"]["inzage"]["inzage"]]

    assert roles(Role.WORKER) == ["werker"]
    assert roles(Role.INSPECTOR) == ["werker", "leidinggevende"]


def test_of_another_dossier_nobody_learns_anything(file: File) -> None:
    """A log has the rows of all of them; an answer those of one."""
    file.look(Role.WORKER)
    other = file.village.ask("POST", PLANS, body={"gronden": ["onveilige-situatie"]})
    path = f"{PLANS}/{other.json['planId']}/inzage"
    assert file.village.ask("GET", path, Role.INSPECTOR).json["inzage"] == []
