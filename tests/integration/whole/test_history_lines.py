"""The history in lines, a difference and its reasons: the same in every service (3.10, R51)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from shared.access.role import Role
from tests.integration.whole.village import Village
from vangnet.journey.demo import load_demo

HISTORIES = {"plannen": "geschiedenis", "evaluaties": "tijdlijn", "notificaties": "geschiedenis"}
# Of the timeline only: what must be done is nothing that was recorded.
NOT_RECORDED = {"verplichting"}
MOMENTS = ("", "?geldigOp=2025-03-20T12:00:00Z", "?beschikbaarOp=2025-03-20T12:00:00Z")


class Played:
    """Case A in a village."""

    def __init__(self, village: Village) -> None:
        self._village = village
        self._plan = village.loaded.plan_ids["a"]

    def ask(self, service: str, view: str, role: Role = Role.SUPERVISOR) -> Any:
        """The answer to one question."""
        return self._village.ask("GET", f"/{service}/api/v1/dossiers/{self._plan}/{view}", role)

    def pages(self, service: str, view: str, *also: str) -> Iterator[Any]:
        """Every page of a long list, the next ones where the first one says that they are."""
        page = self.ask(service, view)
        yield page.json
        while cursor := page.json["volgende"]:
            address = page.headers["Content-Location"].rpartition("/")[2]
            address = re.sub(r"(?<=[?&])na=[^&]*&", "", address)
            page = self.ask(service, "&".join([address, f"na={cursor}", *also]))
            yield page.json


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The family, once."""
    with Village(tmp_path_factory.mktemp("lines"), load=load_demo) as village:
        yield Played(village)


@pytest.mark.parametrize("moments", MOMENTS)
@pytest.mark.parametrize("service", HISTORIES)
def test_the_lines_of_every_service_are_its_history(
    played: Played, service: str, moments: str
) -> None:
    """The same entries in the order of recording, followed ones in their place."""
    lines = [
        json.loads(line)
        for line in played.ask(service, f"geschiedenisregels{moments}").text.splitlines()
    ]
    asked = f"{HISTORIES[service]}{moments or '?'}&limit=40"
    found = [e for page in played.pages(service, asked) for e in page["gebeurtenissen"]]
    whole = [each for each in found if each["gebeurtenis"] not in NOT_RECORDED]
    assert len(lines) == len(whole) > 5
    assert {e["gebeurtenisId"]: e for e in lines} == {e["gebeurtenisId"]: e for e in whole}
    recorded = [each["vastgelegdOp"] for each in lines]
    assert recorded == sorted(recorded)


@pytest.mark.parametrize("service", HISTORIES)
def test_every_event_stands_beside_how_late_it_was(played: Played, service: str) -> None:
    """R51: the lag in whole seconds, never less than none."""
    for each in played.ask(service, f"{HISTORIES[service]}?limit=5000").json["gebeurtenissen"]:
        if each["gebeurtenis"] not in NOT_RECORDED:
            assert re.fullmatch(r"P(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?", each["vertraging"])


@pytest.mark.parametrize("service", HISTORIES)
def test_a_difference_is_told_by_every_service(played: Played, service: str) -> None:
    """12 May of case A: an evaluation, a version, and who was told of it."""
    query = "verschil?geldigOp=2025-05-{}T12:00:00Z&vergelekenMetGeldigOp=2025-05-{}T12:00:00Z"
    found = played.ask(service, query.format(13, 11)).json
    words = " ".join(found["inWoorden"])
    assert "versie 6" in words.lower()
    assert "12 mei 2025" in words
    back = played.ask(service, query.format(11, 13)).json
    told = {item["onderdeelId"] for item in back["onderdelen"]}
    assert told == {item["onderdeelId"] for item in found["onderdelen"]}


LONG = {
    "geschiedenis": ("plannen", "geschiedenis?", "gebeurtenissen"),
    "tijdlijn": ("evaluaties", "tijdlijn?", "gebeurtenissen"),
    "verschil": ("plannen", "verschil?vergelekenMetGeldigOp=2025-03-12T12:00:00Z&", "onderdelen"),
    "waarom-anders": (
        "evaluaties",
        "waarom-anders?geldigOp=2025-03-31T12:00:00Z&beschikbaarOp=2025-03-28T12:00:00Z&",
        "onderdelen",
    ),
}


@pytest.mark.parametrize("view", LONG)
def test_a_long_list_comes_in_pages_that_are_the_whole_together(played: Played, view: str) -> None:
    """At one V and K nothing is missed, told twice or told in another order."""
    service, asked, listed = LONG[view]
    whole = played.ask(service, f"{asked}limit=5000").json
    assert whole["volgende"] is None
    pages = list(played.pages(service, f"{asked}limit=3"))
    assert len(pages) > 1
    assert all(len(page[listed]) == 3 for page in pages[:-1])
    assert [each for page in pages for each in page[listed]] == whole[listed]


@pytest.mark.parametrize("view", LONG)
def test_a_next_page_is_of_the_moments_of_the_first_or_it_is_none(
    played: Played, view: str
) -> None:
    """What came in between would move the rest; and what was not handed out is no place."""
    service, asked, _ = LONG[view]
    cursor = played.ask(service, f"{asked}limit=3").json["volgende"]
    loose = re.sub(r"(geldigOp|beschikbaarOp)=[^&]*&", "", asked)
    moments = "geldigOp=2025-03-31T12:00:00Z&beschikbaarOp=2025-04-01T12:00:00Z&"
    for query in (f"{loose}na={cursor}", f"{loose}{moments}na=verzonnen"):
        refused = played.ask(service, query)
        assert refused.status_code == 400
        assert [each["name"] for each in refused.json["invalidParams"]] == ["na"]


@pytest.mark.parametrize("view", ["verschil", "waarom-anders", "geschiedenisregels"])
@pytest.mark.parametrize("service", HISTORIES)
def test_they_are_for_full_sight_only(played: Played, service: str, view: str) -> None:
    """What differs tells of all that is hidden; a service has no use for it."""
    assert played.ask(service, view, Role.SERVICE).status_code == 403
    assert played.ask(service, view, Role.INSPECTOR).status_code in (200, 400)
