"""One K cuts every service at the same instant, and what was not followed is said (ADR 0023)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.integration.privacy.household import (
    EVALUATIONS,
    NOTIFICATIONS,
    PLANS,
    Household,
    agreement,
)
from tests.integration.whole.village import Village

FULL = {
    EVALUATIONS: [{"dienst": "plannen", "nogNietGevolgd": 0}],
    NOTIFICATIONS: [
        {"dienst": "plannen", "nogNietGevolgd": 0},
        {"dienst": "evaluaties", "nogNietGevolgd": 0},
    ],
}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Household]:
    """A household of which everything was followed."""
    with Village(tmp_path) as village:
        yield Household(village)


def moments(home: Household, service: str, path: str, **query: str) -> dict[str, Any]:
    """What an answer says of its moments."""
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    answer = home.ask(service, f"{path}?{asked}" if asked else path)
    assert answer.status_code == 200, answer.text
    said: dict[str, Any] = answer.json["tijdreis"]
    return said


LEDGER = {EVALUATIONS: "/tijdlijn", NOTIFICATIONS: "/informeringen"}


@pytest.mark.parametrize("service", LEDGER)
def test_an_answer_about_the_past_says_that_all_was_followed(home: Household, service: str) -> None:
    """Issue 6: of every service that is followed, each by name."""
    now = zulu(home)
    assert moments(home, service, LEDGER[service], geldigOp=now)["gevolgd"] == FULL[service]


@pytest.mark.parametrize("service", LEDGER)
def test_what_had_not_arrived_is_counted_and_then_is_not(home: Household, service: str) -> None:
    """Issue 6: the answer says when a follower had not caught up; only ever what it lacks."""
    home.later(minutes=1)
    home.act("/afspraken", agreement("Bellen op zondag", home.els))
    home.later(minutes=1)
    now = zulu(home)
    behind = moments(home, service, LEDGER[service], geldigOp=now)["gevolgd"]
    assert behind[0] == {"dienst": "plannen", "nogNietGevolgd": 1}
    home.village.settle()
    assert moments(home, service, LEDGER[service], geldigOp=now)["gevolgd"] == FULL[service]


def test_now_and_a_person_are_told_nothing_of_it(home: Household) -> None:
    """Design 6: how much is on its way would tell a party of what is hidden from them."""
    now = zulu(home)
    assert "gevolgd" not in moments(home, EVALUATIONS, "/tijdlijn")
    path = f"/evaluaties?geldigOp={now}"
    own = home.ask(EVALUATIONS, path, home.stefan).json["tijdreis"]
    assert "gevolgd" not in own
    assert home.ask(PLANS, "/stromen", home.stefan).status_code == 404
    assert home.ask(PLANS, "/stromen").status_code == 200


def test_a_clock_put_back_adds_nothing_to_what_was_stated(home: Household) -> None:
    """Issue 6: what is recorded after an answer comes after its K, whatever the clock says."""
    other = Household(home.village)
    home.later(minutes=5)
    other.act("/afspraken", agreement("Bellen op zondag", other.els))
    home.village.settle()
    asked = "/tijdlijn?geldigOp=2027-01-01T00:00:00Z&beschikbaarOp="
    stated = home.ask(EVALUATIONS, asked + zulu(home)).json["tijdreis"]["beschikbaarOp"]
    before = home.ask(EVALUATIONS, asked + stated).json
    home.village.clock.set(home.village.clock() - timedelta(hours=2), back=True)
    home.post(EVALUATIONS, f"{home.dossier}/voorvallen", {"wat": "Ruzie", "melder": home.els})
    assert home.ask(EVALUATIONS, asked + stated).json == before
    home.later(hours=3)
    names = [e["gebeurtenis"] for e in home.ask(EVALUATIONS, "/tijdlijn").json["gebeurtenissen"]]
    assert "voorval-gemeld" in names


def zulu(home: Household) -> str:
    """The clock's moment on the wire."""
    return home.village.clock().isoformat().replace("+00:00", "Z")


def test_how_far_the_streams_were_follows_k(home: Household) -> None:
    """ADR 0023: what a follower is held against is what had been recorded by then."""
    then = zulu(home)
    before = home.ask(PLANS, "/stromen").json["stromen"]
    home.later(minutes=1)
    home.act("/afspraken", agreement("Bellen op zondag", home.els))
    (stream,) = home.ask(PLANS, "/stromen").json["stromen"]
    assert stream["versie"] == before[0]["versie"] + 1
    assert home.ask(PLANS, f"/stromen?beschikbaarOp={then}").json["stromen"] == before
