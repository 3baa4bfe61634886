"""Clocks that jump over what is special in the calendar: terms stay those of the claim (issue 6).

The ends of the term of Veilig Thuis (R13: five working days) are counted by hand.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.integration.privacy.household import PLANS, Household
from tests.integration.time_travel.living import ordered
from tests.integration.time_travel.own_clocks import RIGHT, OwnClocks

HOUR = timedelta(hours=1)
# What is jumped over, and when five working days have passed since an hour before it.
JUMPS = {
    "summer time": ("2026-03-29T01:00:00Z", "2026-04-03T22:00:00"),
    "winter time": ("2026-10-25T01:00:00Z", "2026-10-30T23:00:00"),
    "midnight before Ascension": ("2026-05-12T22:00:00Z", "2026-05-20T22:00:00"),
    "new year": ("2026-12-31T23:00:00Z", "2027-01-08T23:00:00"),
    "29 February": ("2028-02-28T23:00:00Z", "2028-03-06T23:00:00"),
}


def report(home: Household, happened: datetime) -> None:
    """A report to Veilig Thuis, typed in now."""
    told = {"instantie": "veilig-thuis", "reden": "Letsel", "gezinVoorafIngelicht": True}
    home.act("/meldingen", {**told, "gebeurdOp": f"{happened:%Y-%m-%dT%H:%M:%S}Z"})


def owed(home: Household) -> dict[str, Any]:
    """What is owed, with when it began and when it is due."""
    listed = home.ask(PLANS, "/verplichtingen").json["verplichtingen"]
    return {
        f"{each['regel']} {each['ontstaanDoor']} {each['aanleidingId']}": (
            each["ontstaanOp"],
            each["uiterlijkOp"],
        )
        for each in listed
    }


@pytest.mark.parametrize("jump", JUMPS)
def test_terms_do_not_move_when_the_clock_does(jump: str, tmp_path: Path) -> None:
    """Forward over it, back again, and on a restart: begun and due as they were."""
    over, due = datetime.fromisoformat(JUMPS[jump][0]), JUMPS[jump][1]
    with OwnClocks(tmp_path) as village:
        village.clock.set(over - 8 * HOUR)
        home = Household(village)
        village.clock.set(over - HOUR / 2)
        report(home, over - HOUR)
        before = owed(home)
        for off in (2 * HOUR, -2 * HOUR, RIGHT):
            village.clocks["plans"].jump(off)
            village.restart()
            report(home, over - HOUR)
            assert {key: when for key, when in owed(home).items() if key in before} == before
        ends = {when for key, when in owed(home).items() if key.startswith("R13")}
        assert ends == {(f"{over - HOUR:%Y-%m-%dT%H:%M:%S}.000000Z", f"{due}.000000Z")}
        ordered(village)
