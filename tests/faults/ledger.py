"""What a client knows of its acts: acknowledged, refused, or in flight when the writer died."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

import msgspec

from tests.faults.lines import ACKED, BEGUN, REFUSED, UNCLEAR, Line, Request
from vangnet.world import real_clock


class Acked(msgspec.Struct, frozen=True):
    """An act that was acknowledged, and with what."""

    request: Request
    answer: dict[str, Any]


class Ledger:
    """All acts of a run, by their keys. ``mismatched``: keys that were answered in two ways.

    ``heard`` is what was begun (True) and acknowledged (False), in the order in which it was.
    ``unclear`` says when an act last went without a clear answer and was sent again, and
    ``faults`` counts what was said instead, 0 for nothing.
    """

    def __init__(self) -> None:
        self.in_flight: dict[str, Request] = {}
        self.acked: dict[str, Acked] = {}
        self.refused: dict[str, str] = {}
        self.mismatched: set[str] = set()
        self._plans: dict[str, str] = {}
        self.heard: list[tuple[bool, str]] = []
        self.unclear: dict[str, datetime] = {}
        self.faults: Counter[int] = Counter()

    def hear(self, line: Line) -> None:
        """Takes in what a writer told."""
        if line.request is None:
            return
        key = line.request.key
        if line.what == BEGUN:
            self.in_flight[key] = line.request
            self.heard.append((True, key))
        elif line.what == UNCLEAR:
            self.unclear[key] = real_clock()
            self.faults[line.status] += 1
        elif line.what == ACKED:
            self._ack(key, Acked(line.request, line.answer))
        elif line.what == REFUSED:
            said = line.answer.get("detail", "")
            self.refused[key] = f"{line.request.kind}: {line.status} {said}"
            del self.in_flight[key]

    def _ack(self, key: str, acked: Acked) -> None:
        del self.in_flight[key]
        self.heard.append((False, key))
        before = self.acked.setdefault(key, acked)
        if before.answer != acked.answer:
            self.mismatched.add(key)
        if acked.request.kind == "open":
            self._plans[key] = acked.answer["planId"]

    @property
    def plans(self) -> list[str]:
        """The dossiers that are known to have been opened, in that order."""
        return list(self._plans.values())
