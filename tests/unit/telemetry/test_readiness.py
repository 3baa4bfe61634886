"""Readiness answers in time, whatever the parts do."""

import threading
import time

from shared.service.readiness import Readiness


def fails() -> bool:
    """A part that cannot be asked."""
    raise ConnectionError


def test_a_part_that_says_no_or_fails_is_not_ready_and_the_others_are():
    """One that fails hides no other."""
    parts = {"a": fails, "b": lambda: True, "c": lambda: False}
    assert Readiness(parts)() == {"a": False, "b": True, "c": False}


def test_a_part_that_hangs_is_not_ready_and_is_not_asked_again_meanwhile():
    """A probe every few seconds must not pile up threads behind a dead database."""
    asked, release = [], threading.Event()

    def hangs() -> bool:
        asked.append(1)
        return release.wait(10)

    readiness = Readiness({"a": lambda: True, "b": hangs}, seconds=0.05)
    begun = time.monotonic()
    found = [readiness() for _ in range(3)]
    release.set()
    assert time.monotonic() - begun < 5
    assert found == [{"a": True, "b": False}] * 3
    assert len(asked) == 1


def test_an_answer_is_kept_for_a_second():
    """Anybody may ask, as often as they like."""
    asked, now = [], [100.0]
    readiness = Readiness({"a": lambda: bool(asked.append(1)) or True}, now=lambda: now[0])
    for now[0] in (100.0, 100.9):
        assert readiness() == {"a": True}
    assert len(asked) == 1
    now[0] = 101.1
    readiness()
    assert len(asked) == 2
