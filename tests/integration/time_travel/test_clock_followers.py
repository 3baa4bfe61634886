"""Followers on other clocks than what they follow (issue 6, ADR 0023)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.integration.privacy.household import EVALUATIONS, NOTIFICATIONS, Household
from tests.integration.time_travel.living import Life, agree, begin
from tests.integration.time_travel.own_clocks import DAY


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Life]:
    """A household on clocks that are right."""
    made = begin(tmp_path, seed=3)
    with made.village:
        yield made


def trip(home: Household, service: str, path: str, **moments: str) -> dict[str, Any]:
    """What an answer says of its moments."""
    query = "&".join(f"{name}={at}" for name, at in moments.items())
    said: dict[str, Any] = home.ask(service, f"{path}?{query}").json["tijdreis"]
    return said


def test_a_follower_that_is_ahead_does_not_say_that_all_was_followed(life: Life) -> None:
    """What it follows may still record before that moment; when that has passed, it can."""
    life.village.clocks["notifications"].jump(DAY)
    agree(life)
    stated = trip(life.home, NOTIFICATIONS, "/informeringen")["beschikbaarOp"]
    then = {"beschikbaarOp": stated}
    unknown = [{"dienst": "plannen"}, {"dienst": "evaluaties"}]
    assert trip(life.home, NOTIFICATIONS, "/informeringen", **then)["gevolgd"] == unknown
    life.home.later(days=2)
    told = trip(life.home, NOTIFICATIONS, "/informeringen", **then)["gevolgd"]
    assert [each["nogNietGevolgd"] for each in told] == [0, 0]


def test_what_is_followed_from_the_future_is_known_now(life: Life) -> None:
    """K later than our own clock and not later than what is known is taken; later than that not."""
    life.village.clocks["plans"].jump(DAY)
    agree(life)
    asked = "/tijdlijn?beschikbaarOp="
    stated = trip(life.home, EVALUATIONS, "/tijdlijn")["beschikbaarOp"]
    assert stated > life.village.clock().isoformat()
    assert life.home.ask(EVALUATIONS, asked + stated).status_code == 200
    assert life.home.ask(EVALUATIONS, asked + "2026-03-29T00:00:00Z").status_code == 400
    assert life.home.ask(EVALUATIONS, asked + stated, life.home.stefan).status_code in (400, 404)


def test_what_a_follower_records_comes_after_what_it_followed(life: Life) -> None:
    """Also when it happened: whoever reads the time line reads a cause before its effect."""
    life.village.clocks["plans"].jump(DAY)
    agree(life)
    agree(life)
    events = life.home.ask(EVALUATIONS, "/tijdlijn").json["gebeurtenissen"]
    names = [each["gebeurtenis"] for each in events if each["gebeurtenis"] != "voorval-gemeld"]
    begun = [at for at, name in enumerate(names) if name == "evaluatie-begonnen"]
    assert len(begun) == 2
    assert "plan-bijgesteld" in names[begun[0] : begun[1]]


def test_a_claim_that_the_record_has_passed_is_taken(life: Life) -> None:
    """What happened before something was recorded is no future, though our clock was put back."""
    home = life.home
    home.later(hours=5)
    happened = (life.village.clock()).strftime("%Y-%m-%dT%H:%M:%SZ")
    home.later(minutes=10)
    agree(life)
    life.village.clocks["evaluations"].jump(-DAY)
    told = {"wat": "Ruzie", "melder": home.els, "gebeurdOp": happened}
    home.post(EVALUATIONS, f"{home.dossier}/voorvallen", told)
    later = {**told, "gebeurdOp": "2026-03-29T00:00:00Z"}
    path = f"{EVALUATIONS}/dossiers{home.dossier}/voorvallen"
    refused = life.village.ask("POST", path, body=later)
    assert refused.status_code == 400
    assert [each["name"] for each in refused.json["invalidParams"]] == ["gebeurdOp"]
