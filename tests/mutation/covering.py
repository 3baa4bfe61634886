"""Which lines each test runs."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Collection
from types import FrameType
from typing import Any, NamedTuple

from shared.eventbase.terms import Terms

Lines = frozenset[tuple[str, int]]
_ASKED = Terms._at.__code__


class Coverage(NamedTuple):
    """What a test ran of the files that are watched, and how long it took in seconds."""

    lines: Lines
    seconds: float


def covered(run: Callable[[], object], files: Collection[str]) -> Coverage:
    """The lines of ``files`` that ``run`` runs; and the thresholds that it asks, as a line 0."""
    found: set[tuple[str, int]] = set()

    def line(frame: FrameType, event: str, arg: Any) -> Any:
        found.add((frame.f_code.co_filename, frame.f_lineno))
        return line

    def call(frame: FrameType, event: str, arg: Any) -> Any:
        if frame.f_code is _ASKED:
            found.add((frame.f_locals["name"], 0))
        return line(frame, event, arg) if frame.f_code.co_filename in files else None

    began = time.process_time()
    sys.settrace(call)
    try:
        run()
    finally:
        sys.settrace(None)
    return Coverage(frozenset(found), time.process_time() - began)
