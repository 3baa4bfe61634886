"""What runs beside the web server, and how it stops."""

import threading
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

from shared.feed.follower import Status
from shared.service.service import Service
from shared.service.world import World
from vangnet.hosting.threads import Threads, Timer

NOW = datetime(2026, 3, 1, tzinfo=UTC)
SECONDS = 5.0
# So often that nobody waits for it.
TICK = 0.001


class Lines:
    """A log that keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, dict[str, Any]]] = []

    def info(self, event: str, **fields: Any) -> None:
        """Nobody asks for these."""

    def error(self, event: str, **fields: Any) -> None:
        """Kept."""
        self.told.append((event, fields))


class Stuck:
    """A follower that stands still until it is stopped."""

    status = Status(position=7, lag=3, failures=1, error="Gap", alarm="staat stil")

    def run(self, stop: threading.Event, wait: Any, idle: float) -> None:
        """Waits."""
        wait(SECONDS)


def service(*timers: Timer, **followers: Any) -> Service:
    """A service of which nothing else is asked."""
    return cast(Service, SimpleNamespace(name="a", followers=followers, timers=timers))


def world(log: Lines) -> World:
    """A world in which it is always now."""
    parts: dict[str, Any] = dict.fromkeys(("new_id", "random_bytes", "verifier"))
    return World(clock=lambda: NOW, chance=lambda: 0.0, secret=b"", log=log, **parts)


def test_timers_get_the_moment_it_is_and_go_on_after_a_failure():
    """One that fails keeps neither itself nor the others from the next time."""
    rang = threading.Semaphore(0)
    log, seen = Lines(), []

    def fails(now: datetime) -> int:
        raise ZeroDivisionError

    def rings(now: datetime) -> int:
        seen.append(now)
        rang.release()
        return 0

    running = Threads(service(fails, rings), world(log), tick=TICK)
    try:
        assert all(rang.acquire(timeout=SECONDS) for _ in range(3))
    finally:
        running.stop()
    assert set(seen) == {NOW}
    event, fields = log.told[0]
    assert (event, fields["error"]) == ("klok", "ZeroDivisionError")


def test_a_follower_that_stands_still_is_logged_once():
    """An operator sees that it began, not a line per second."""
    rang, log = threading.Semaphore(0), Lines()
    ticking = service(lambda now: int(rang.release() or 0), b=Stuck())
    running = Threads(ticking, world(log), tick=TICK)
    try:
        assert all(rang.acquire(timeout=SECONDS) for _ in range(5))
    finally:
        running.stop()
    assert log.told == [("volgen", {"part": "a/b", "error": "Gap", "seq": 7, "lag": 3})]


def test_after_stop_nothing_of_it_runs():
    """So that the files can be closed."""
    before = threading.active_count()
    running = Threads(service(b=Stuck()), world(Lines()))
    assert threading.active_count() == before + 2
    running.stop()
    assert threading.active_count() == before


def test_what_a_follower_waits_for_is_broken_off():
    """It may wait on somebody else, who does not know that we stop; until then it is let alone."""
    interrupted = threading.Event()

    class Waiting(Stuck):
        """A follower that hears nothing but the interruption."""

        def run(self, stop: threading.Event, wait: Any, idle: float) -> None:
            """Waits."""
            interrupted.wait(SECONDS)

    running = Threads(service(b=Waiting()), world(Lines()), interrupted.set)
    assert not interrupted.is_set()
    running.stop()
    assert interrupted.is_set()


def test_a_service_with_nothing_to_do_has_no_threads():
    """Plans follows nobody and has no timers."""
    before = threading.active_count()
    Threads(service(), world(Lines())).stop()
    assert threading.active_count() == before


def test_rounds_in_which_all_timers_went_well_are_counted_with_what_they_did():
    """So that whoever waits can know that nothing more is due."""
    rang = threading.Semaphore(0)

    def rings(now: datetime) -> int:
        rang.release()
        return 2

    seen = world(Lines())
    running = Threads(service(rings), seen, tick=TICK)
    try:
        assert all(rang.acquire(timeout=SECONDS) for _ in range(3))
    finally:
        running.stop()
    rounds, done = (
        seen.telemetry.registry.get_sample_value(f"vangnet_timer_{name}_total", {"service": "a"})
        for name in ("rounds", "done")
    )
    assert rounds is not None and rounds >= 3
    assert done == 2 * rounds
