"""The log tells what changed, not every look at what stayed the same."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

from shared.feed.follower import Status
from shared.service.service import Service
from shared.service.world import World
from shared.web.logs import Changes
from vangnet.hosting.threads import Threads

SECONDS = 5.0
# So often that nobody waits for it.
TICK = 0.001
NOW = datetime(2026, 3, 1, tzinfo=UTC)


class Lines:
    """A log that keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []

    def info(self, event: str, **fields: Any) -> None:
        """Kept."""
        self.told.append((event, fields.get("error", "")))

    error = info


class Recovering:
    """A follower of which something is wrong until it is not."""

    def __init__(self) -> None:
        self.status = Status(error="Unreachable")

    def run(self, stop: threading.Event, wait: Any, idle: float) -> None:
        """Waits until it is stopped."""
        wait(SECONDS)


def test_what_stays_the_same_is_not_new_and_what_comes_back_is():
    """Of each part by itself."""
    changes = Changes()
    said = [("a", None), ("a", "Gap"), ("a", "Gap"), ("b", "Gap"), ("a", None), ("a", "Gap")]
    assert [changes.is_new(*each) for each in said] == [False, True, False, True, True, True]


def test_a_follower_and_a_timer_that_go_wrong_are_each_told_once_and_so_is_the_recovery():
    """Not at every tick for as long as it takes."""
    rang, log, follower = threading.Semaphore(0), Lines(), Recovering()

    def fails(now: datetime) -> int:
        rang.release()
        raise ZeroDivisionError

    parts: dict[str, Any] = dict.fromkeys(("new_id", "random_bytes", "verifier"))
    world = World(clock=lambda: NOW, chance=lambda: 0.0, secret=b"", log=log, **parts)
    service = SimpleNamespace(name="a", followers={"plans": follower}, timers=[fails])
    running = Threads(cast(Service, service), world, tick=TICK)
    try:
        assert all(rang.acquire(timeout=SECONDS) for _ in range(4))
        follower.status = Status()
        assert all(rang.acquire(timeout=SECONDS) for _ in range(3))
    finally:
        running.stop()
    assert log.told == [
        ("volgen", "Unreachable"),
        ("klok", "ZeroDivisionError"),
        ("volgt-weer", ""),
    ]
