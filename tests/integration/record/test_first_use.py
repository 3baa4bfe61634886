"""Why types are made known to msgspec before anybody is served: a bug of msgspec 0.22.0."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
ROUNDS = 4000

RACE = """
import sys, threading
import msgspec
from shared.eventbase.known_types import known

sys.setswitchinterval(1e-6)
RAW = b'{"x": {"a": 1, "b": "q"}, "z": [{"a": 1, "b": null}]}'
rounds, beforehand = int(sys.argv[1]), sys.argv[2] == "known"
for number in range(rounds):
    inner = msgspec.defstruct(f"Inner{number}", [("a", int), ("b", str | None)])
    outer = msgspec.defstruct(f"Outer{number}", [("x", inner), ("z", list[inner])])
    if beforehand:
        known(outer)
    together = threading.Barrier(4)

    def first() -> None:
        together.wait()
        msgspec.json.decode(RAW, type=outer)

    threads = [threading.Thread(target=first) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
"""


def ended(way: str) -> int:
    """How a process ends in which four threads are the first to use a type, again and again."""
    command = [sys.executable, "-c", RACE, str(ROUNDS), way]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode


def test_a_type_that_was_made_known_can_be_used_by_threads_at_once() -> None:
    """No request can end a service."""
    assert ended("known") == 0


def test_without_that_the_process_dies() -> None:
    """When this fails, msgspec was mended: then ``known`` and its callers can go."""
    assert ended("unknown") == -signal.SIGSEGV
