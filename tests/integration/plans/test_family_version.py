"""The page of each person: who gets it, and that it tells nobody what is not theirs (W0.9)."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from werkzeug.test import TestResponse

from services.plans.app import BASE_PATH
from shared.access.role import Role
from shared.access.tables.log import SqlAccessLog
from shared.record.sqlite.database import SqliteDatabase
from shared.service.databases import ACCESS_FILE
from shared.service.settings import Settings
from tests.integration.plans.family import Family, agreement
from tests.integration.plans.town import Town

UNKNOWN = str(UUID(int=9, version=4))
JSON = "application/json"


def path(family: Family, person: str) -> str:
    """Where somebody's page is."""
    return f"{family.dossier}/personen/{person}/gezinsversie"


def again(town: Town, url: str, query: dict[str, str], **more: str) -> TestResponse:
    """The answer to a worker with these headers besides."""
    asked = town.get(url).request
    headers = {"Authorization": asked.headers["Authorization"], **more}
    return town.client.get(f"{BASE_PATH}{url}", headers=headers, query_string=query)


def accepted(town: Town, url: str, accept: str, **query: str) -> TestResponse:
    """The answer to a worker who takes these media types."""
    return again(town, url, query, Accept=accept)


def test_a_worker_prints_the_page_of_each_person_that_they_read_themselves(family: Family) -> None:
    """W0.9, W0.11: byte for byte, of one version."""
    town = family.town
    for person in (family.mirjam, family.stefan, family.els, family.hans):
        handed = town.get(path(family, person))
        read = town.get(path(family, person), Role.PERSON, person)
        assert (handed.status_code, handed.mimetype) == (200, "text/html")
        assert handed.data == read.data
        assert "Versie 1" in read.text


def test_nobody_else_can_tell_a_page_from_one_that_does_not_exist(family: Family) -> None:
    """3.7, design 6: another's page, nobody's, a professional's, a version that one has not."""
    town, asked = family.town, [path(family, family.mirjam), path(family, family.hans)]
    asked += [path(family, UNKNOWN), path(family, family.fatma)]
    asked += [f"/dossiers/{UNKNOWN}/personen/{family.stefan}/gezinsversie"]
    own = path(family, family.stefan)
    answers = set()
    for url, query in [*((url, {}) for url in asked), (own, {"versie": "9"})]:
        town.label("answer")
        answer = town.get(url, Role.PERSON, family.stefan, **query)
        answers.add((answer.status_code, answer.data, str(answer.headers)))
    assert {status for status, _, _ in answers} == {404}
    assert len(answers) == 1
    assert town.get(path(family, family.fatma)).status_code == 404
    assert town.get(path(family, family.stefan), Role.SYSTEM).status_code == 403


def test_mirjam_and_stefan_read_different_pages_of_one_plan(family: Family) -> None:
    """3.7: hers has the code word and who helps; his has no trace of either."""
    hers = family.town.get(path(family, family.mirjam), Role.PERSON, family.mirjam).text
    his = family.town.get(path(family, family.stefan), Role.PERSON, family.stefan)
    assert "Codewoord appel" in hers
    assert "Hans" in hers
    for secret in ("Codewoord", "Hans", family.hans, "verborgen", "revisie"):
        assert secret not in his.text + str(his.headers)


def test_the_page_is_what_one_reads_first_and_json_says_the_same(family: Family) -> None:
    """W0.9: a browser gets the page, a case system that asks for JSON the content of it."""
    url = path(family, family.stefan)
    page = accepted(family.town, url, "text/html,application/xhtml+xml,*/*;q=0.8")
    told = accepted(family.town, url, JSON)
    assert (page.mimetype, told.mimetype) == ("text/html", JSON)
    assert page.headers["Vary"] == told.headers["Vary"] == "Accept"
    assert page.headers["ETag"] != told.headers["ETag"]
    said = told.json
    assert (said["lezer"], said["versie"], said["alarmnummer"]) == ("gezinslid", 1, "112")
    for row in (*said["ditDoeJij"], *said["ditDoetEenAnder"]):
        assert row["wat"] in page.text
    assert said["casusregisseur"] == "Fatma"
    assert "geldigOp" in said["tijdreis"]
    assert accepted(family.town, url, "image/png").status_code == 406


def test_a_page_that_did_not_change_is_not_sent_again(family: Family) -> None:
    """A phone at a kitchen table."""
    url = path(family, family.stefan)
    tag = accepted(family.town, url, "text/html").headers["ETag"]
    assert again(family.town, url, {}, **{"If-None-Match": tag}).status_code == 304


def test_an_earlier_version_is_asked_by_its_number_and_stays_as_it_was(family: Family) -> None:
    """W0.11: of the reader's own numbers."""
    url = path(family, family.stefan)
    make = {"soort": "afspraak-maken"}
    hidden = agreement("Geheim", family.mirjam, verborgenVoor=[family.stefan])
    family.adjust(make | hidden)
    family.adjust(make | agreement("Openlijk", family.stefan))
    newest = accepted(family.town, url, JSON).json
    earlier = accepted(family.town, url, JSON, versie="1").json
    assert (newest["versie"], earlier["versie"]) == (2, 1)
    assert "Openlijk" in [row["wat"] for row in newest["ditDoeJij"]]
    assert "Openlijk" not in [row["wat"] for row in earlier["ditDoeJij"]]
    assert accepted(family.town, url, JSON, versie="0").status_code == 400


def test_a_page_of_a_past_moment_has_the_version_of_then(family: Family) -> None:
    """Design 3: at (V, K), as any view."""
    url = path(family, family.stefan)
    family.town.at("2025-03-12 10:00")
    family.adjust({"soort": "afspraak-maken", **agreement("Openlijk", family.stefan)})
    then = family.town.get(url, geldigOp="2025-03-11T12:00:00Z")
    assert "Versie 1" in then.text
    assert "Openlijk" not in then.text
    assert "Zo gold het op 11 maart 2025" in then.text
    assert family.town.get(url, geldigOp="2025-03-01T12:00:00Z").status_code == 404


@pytest.mark.parametrize("query", [{}, {"versie": "1"}])
def test_every_look_is_logged_with_whose_page_and_which_version(
    family: Family, tmp_path: Path, query: dict[str, str]
) -> None:
    """NEN 7513: and so is one that was refused."""
    folder = Settings(folder=tmp_path).folder_of("plans")
    log = SqlAccessLog(SqliteDatabase(folder / ACCESS_FILE), lambda plan_id, reason: b"")
    before = len(log.after(0, 100_000))
    family.town.get(path(family, family.mirjam), **query)
    family.town.get(path(family, family.mirjam), Role.PERSON, family.stefan, **query)
    given, refused = (kept.entry for kept in log.after(before, 10))
    for entry in (given, refused):
        assert f'"about":"{family.mirjam}"'.encode() in entry
        assert b'"operation":"gezinsversie"' in entry
        assert (b'"version":1' in entry) == bool(query)
    assert b'"status":404' in refused


def test_both_forms_are_described(town: Town) -> None:
    """NL ADR /core/publish-openapi: the page, and the content of it."""
    described = town.client.get(f"{BASE_PATH}/openapi.json").json
    found = described["paths"]["/dossiers/{planId}/personen/{persoonId}/gezinsversie"]["get"]
    content = found["responses"]["200"]["content"]
    assert set(content) == {"text/html; charset=utf-8", JSON}
    assert content[JSON]["schema"]["allOf"][0] == {"$ref": "#/components/schemas/Gezinsversie"}
    assert "versie" in {each["name"] for each in found["parameters"]}
