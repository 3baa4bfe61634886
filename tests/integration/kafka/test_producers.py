"""The producer that never sends again, and how the publisher gets on without it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from shared.feed.kafka.topic import internal_topic
from tests.integration.kafka.line import DELIVERY_MS, Line, drain, until
from tests.parts.kafka import KafkaBroker
from tests.parts.proxy import ChaosProxy
from tests.unit.feed.feeds import feed

# kafka-python leaves a broken connection's socket to the garbage collector.
LEFT = "ignore::pytest.PytestUnraisableExceptionWarning", "ignore:unclosed:ResourceWarning"
pytestmark = [pytest.mark.real_kafka, pytest.mark.faults, pytest.mark.filterwarnings(*LEFT)]


def behind(chaos: ChaosProxy) -> str:
    """Where clients begin that are to come by the proxy."""
    return f"127.0.0.1:{chaos.port}"


def test_a_bare_producer_stays_dead_after_a_long_silence(line: Line, chaos: ChaosProxy) -> None:
    """A fault of kafka-python 3.0.12: an idempotent producer whose batch was sent once and was
    not answered within ``delivery_timeout_ms`` sends nothing any more, for ever.

    Fails once that is repaired upstream: then KafkaPublisher need not abandon its producer.
    """
    command = [sys.executable, "-m", "tests.integration.kafka.bare_producer"]
    arguments = [behind(chaos), internal_topic(line.service), str(DELIVERY_MS)]
    with subprocess.Popen(
        [*command, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as bare:
        assert asked(bare) == "sent"
        chaos.blackhole()
        assert asked(bare) == "KafkaTimeoutError"
        chaos.heal()
        assert [asked(bare), asked(bare)] == ["KafkaTimeoutError"] * 2
        bare.kill()


def asked(bare: subprocess.Popen[str]) -> str:
    """What becomes of one more record."""
    assert bare.stdin is not None and bare.stdout is not None
    bare.stdin.write("\n")
    bare.stdin.flush()
    return bare.stdout.readline().strip()


def test_the_publisher_recovers_by_itself_and_nothing_is_lost(
    line: Line, chaos: ChaosProxy
) -> None:
    """The same silence: the relay says what is wrong, stays where it was, and goes on by itself."""
    following = line.level()
    publisher = line.publisher(behind(chaos))
    moving, _ = line.relay(publisher)
    line.says(*feed([0, 1]))
    assert moving.step() == 2
    line.says(*feed([0, 1, 2, 0, 1, 2])[2:])
    chaos.blackhole()
    moving.attempt(0.05)
    assert (moving.status.error, moving.status.failures) == ("KafkaTimeoutError", 1)
    assert line.places.place(line.service).position == 2
    chaos.heal()
    assert moving.step() == 4
    assert publisher.made == 2
    until(lambda: len(senders()) == 1)
    drain(following, lambda: line.inbox.digest().rows == 6)


def senders() -> list[threading.Thread]:
    """The threads of producers: one that was given up must not go on."""
    return [t for t in threading.enumerate() if t.name.startswith("kafka-python-producer")]


def test_a_paused_broker_is_waited_for_no_longer_than_was_said(
    line: Line, kafka_broker: KafkaBroker
) -> None:
    """Its connections stay open and nothing comes back: no call hangs, and nothing is lost."""
    following = line.level()
    moving, _ = line.relay()
    line.says(*feed([0, 1]))
    assert moving.step() == 2
    line.says(*feed([0, 1, 2, 0])[2:])
    kafka_broker.pause()
    try:
        began = time.monotonic()
        moving.attempt(0.05)
        assert time.monotonic() - began < 3 * DELIVERY_MS / 1000
        assert moving.status.error == "KafkaTimeoutError"
        assert line.places.place(line.service).position == 2
    finally:
        kafka_broker.resume()
    drain(Both(moving, following), lambda: line.inbox.digest().rows == 4)


@pytest.mark.parametrize("trouble", ["refuse", "cut"])
def test_a_broken_way_costs_time_only(line: Line, chaos: ChaosProxy, trouble: str) -> None:
    """Connections refused, or broken off in the middle of a frame."""
    following = line.level()
    moving, _ = line.relay(line.publisher(behind(chaos)))
    line.says(*feed([0, 1]))
    moving.step()
    {"refuse": chaos.refuse, "cut": lambda: chaos.cut(400)}[trouble]()
    line.says(*feed([0, 1, 2, 0] * 10)[2:])
    moving.attempt(0.05)
    chaos.heal()
    moving.attempt(0.05)
    drain(following, lambda: moving.attempt(0.05) >= 0 and line.inbox.digest().rows == 40)


def test_a_killed_broker_keeps_what_it_acknowledged(
    kafka_broker: KafkaBroker, fresh_service: Callable[[], str], tmp_path: Path
) -> None:
    """kill -9 between batches: relay and follower find it again, and nothing is missing."""
    line = Line(kafka_broker.bootstrap, fresh_service(), tmp_path)
    following = line.level()
    moving, _ = line.relay()
    line.says(*feed([0, 1, 2]))
    moving.step()
    kafka_broker.kill9()
    try:
        line.says(*feed([0, 1, 2] * 3)[3:])
        moving.attempt(0.05)
        following.attempt(0.05)
        assert moving.status.failures == 1
    finally:
        kafka_broker.start()
    drain(Both(moving, following), lambda: line.inbox.digest().rows == 9)
    line.close()


class Both:
    """A relay and a follower, in turns; nothing that goes wrong stops them."""

    def __init__(self, *moving: object) -> None:
        self._moving = moving

    def step(self) -> int:
        """One round of each."""
        for each in self._moving:
            each.attempt(0.05)  # type: ignore[attr-defined]
        return 0
