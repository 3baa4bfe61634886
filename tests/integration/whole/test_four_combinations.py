"""The four ways to ask for a moment (nl-standards 10), with one worry that was heard of late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from shared.access.role import Role
from tests.integration.whole.village import Village

PLANS = "/plannen/api/v1/dossiers"
MONDAY, TUESDAY, WEDNESDAY = (datetime(2026, 3, day, 12, tzinfo=UTC) for day in (23, 24, 25))
HAPPENED = "2026-03-23T20:00:00+01:00"
AFTER_IT = "2026-03-24T08:00:00Z"
BEFORE_IT = "2026-03-23T18:00:00Z"


class Heard:
    """A dossier of Monday; what happened on Monday evening was recorded on Wednesday."""

    def __init__(self, village: Village) -> None:
        self.village = village
        village.clock.set(MONDAY)
        opened = village.ask("POST", PLANS, body={"gronden": ["onveilige-situatie"]})
        self.dossier = f"{PLANS}/{opened.json['planId']}"
        village.clock.set(WEDNESDAY)
        worry = {"wat": "Ruzie", "aard": "feit", "bron": "de buurvrouw", "gebeurdOp": HAPPENED}
        assert village.ask("POST", f"{self.dossier}/zorgen", body=worry).status_code == 201

    def of(self, **moments: str) -> bool:
        """Whether the answer has it."""
        query = "&".join(f"{key}={value}" for key, value in moments.items())
        got = self.village.ask("GET", f"{self.dossier}/zorgen?{query}")
        assert got.status_code == 200, got.text
        return bool(got.json["groepen"])


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    """Only to look at."""
    with Village(tmp_path_factory.mktemp("heard")) as village:
        yield Heard(village)


def test_neither_is_now_as_it_is_known_now(heard: Heard) -> None:
    """The worry counts, and we know of it."""
    assert heard.of()


def test_only_what_was_available_is_now_as_it_was_known_then(heard: Heard) -> None:
    """On Tuesday we did not know of it."""
    assert not heard.of(beschikbaarOp=AFTER_IT)


def test_only_what_was_valid_is_then_as_it_is_known_now(heard: Heard) -> None:
    """On Tuesday it had happened, and that is known now; before it happened it was not so."""
    assert heard.of(geldigOp=AFTER_IT)
    assert not heard.of(geldigOp=BEFORE_IT)


def test_both_is_then_as_it_was_known_then(heard: Heard) -> None:
    """It had happened on Tuesday, and on Tuesday we did not know."""
    assert not heard.of(geldigOp=AFTER_IT, beschikbaarOp=AFTER_IT)
    now = f"{WEDNESDAY:%Y-%m-%dT%H:%M:%S}.999999Z"
    heard.village.clock.set(datetime(2026, 3, 25, 13, tzinfo=UTC))
    assert heard.of(geldigOp=AFTER_IT, beschikbaarOp=now)


def test_the_same_moment_in_another_offset_is_the_same_question(heard: Heard) -> None:
    """Answered in Z; an answer for 21:00 in Amsterdam is that for 20:00 in Z."""
    path = f"{heard.dossier}/zorgen?geldigOp=2026-03-23T2"
    here, there = (heard.village.ask("GET", path + at) for at in ("1:00:00%2B01:00", "0:00:00Z"))
    assert here.json["tijdreis"]["geldigOp"] == "2026-03-23T20:00:00.000000Z"
    assert here.json["groepen"] == there.json["groepen"] != []


def test_a_past_answer_stays_the_same_whatever_is_recorded_after_it(heard: Heard) -> None:
    """Design 3: byte for byte, what a writer goes on from included."""
    village = heard.village
    for name in ("veiligheidsplan", "zorgen", "vragen/2/deel", "geschiedenis", "personen"):
        first = village.ask("GET", f"{heard.dossier}/{name}", Role.SUPERVISOR)
        address = first.headers["Content-Location"]
        body = {"wat": "Nog iets", "aard": "feit", "bron": "school"}
        assert village.ask("POST", f"{heard.dossier}/zorgen", body=body).status_code == 201
        assert village.ask("GET", address, Role.SUPERVISOR).data == first.data, name
