"""A town that is killed with ``kill -9`` again and again, while several people write in it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.service.settings import Settings
from tests.faults.acts import PLANS
from tests.faults.bearing import Nursery, nursery
from tests.faults.checking import Found, found
from tests.faults.following import caught_up
from tests.faults.killing import Killer
from tests.faults.ledger import Acked
from tests.faults.lines import Request
from tests.faults.opening import Opened, migrated
from tests.faults.report import report

SEED = int(os.environ.get("TEST_SEED", "20250310"))
SHORT, LONG = 50, 500
_PLANTED_MOST = 60
_KINDS = {"adjustment", "incident", "evaluation", "agreement"}


@pytest.fixture
def bearing() -> Iterator[Nursery]:
    with nursery() as opened:
        yield opened


def looked(folder: Path, killer: Killer) -> Found:
    """What is wrong on this folder, according to what was acknowledged."""
    opened = Opened(Settings(folder=folder))
    with opened.town:
        return found(opened, killer.ledger, caught_up(opened.town))


def killed(bearing: Nursery, folder: Path, counted: int) -> Killer:
    """Kills so many times with an act in flight, and lets the last ones be answered."""
    killer = Killer(bearing, migrated(folder), SEED, tracks_first=False)
    killer.until(counted, _KINDS, most=4 * counted)
    killer.settle()
    return killer


def nothing_is_lost(bearing: Nursery, folder: Path, counted: int) -> Killer:
    """The promise."""
    start = time.monotonic()
    killer = killed(bearing, folder, counted)
    wrong = looked(folder, killer)
    kills = (
        f"{killer.kills} kills, {killer.counted} with acts in flight, {killer.resent} sent again"
    )
    report(SEED, kills, killer.ledger, wrong, time.monotonic() - start)
    assert killer.counted >= counted
    assert killer.kinds >= _KINDS
    assert wrong.clean, wrong
    assert wrong.published
    assert not killer.ledger.in_flight
    return killer


@pytest.mark.faults
def test_what_was_acknowledged_is_there_once_and_followers_catch_up(
    bearing: Nursery, tmp_path: Path
):
    """Fifty kills, each with an act in flight, which is sent again and has one effect."""
    killer = nothing_is_lost(bearing, tmp_path, SHORT)
    assert killer.resent >= SHORT
    finds_a_lost_and_a_double_act(tmp_path, killer)


@pytest.mark.faults
@pytest.mark.long
def test_five_hundred_kills(bearing: Nursery, tmp_path: Path):
    """The same, ten times as often."""
    nothing_is_lost(bearing, tmp_path, LONG)


@pytest.mark.faults
def test_an_inbox_that_tracks_before_it_takes_is_found(bearing: Nursery, tmp_path: Path):
    """A fault planted on purpose: without this the test above proves nothing of followers."""
    killer = Killer(bearing, migrated(tmp_path), SEED, tracks_first=True)
    killer.settle()
    assert looked(tmp_path, killer).clean, "it is only wrong when it is killed"
    for _ in range(_PLANTED_MOST):
        killer.once()
        wrong = looked(tmp_path, killer)
        if wrong.missing:
            break
    print(f"\nseed {SEED}: the planted fault was found after {killer.kills} kills")
    assert wrong.missing and not wrong.clean, wrong
    # What was in flight at the kill may be recorded without an answer; once it has one, the
    # acts themselves are whole: the fault is in the following only.
    killer.settle()
    answered = looked(tmp_path, killer)
    assert not answered.lost and not answered.double


def finds_a_lost_and_a_double_act(folder: Path, killer: Killer) -> None:
    """The ledger says one act more, and one less, than the record holds: both are found."""
    acked = killer.ledger.acked
    forged = Request(key="nooit-gedaan", kind="agreement", path=f"{PLANS}/x", body={})
    taken = acked.pop(next(iter(acked)))
    acked["nooit-gedaan"] = Acked(forged, taken.answer)
    wrong = looked(folder, killer)
    assert (wrong.lost, len(wrong.double)) == (["nooit-gedaan"], 1)
