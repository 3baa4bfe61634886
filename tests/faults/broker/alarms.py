"""Which alarms stood, and whether each was promised at that moment."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from shared.feed.follower import Status


class Alarms:
    """Everybody's. ``unpromised`` are those that nobody had reason to expect when they came."""

    def __init__(self) -> None:
        self.standing: dict[str, str] = {}
        self.seen: Counter[str] = Counter()
        self.errors: Counter[str] = Counter()
        self.unpromised: list[str] = []
        self._promised: Counter[str] = Counter()
        self._lock = threading.Lock()

    @contextmanager
    def promised(self, kind: str) -> Iterator[None]:
        """Meanwhile an alarm of this kind is right; afterwards it has to be gone."""
        self._promised[kind] += 1
        try:
            yield
        finally:
            self._promised[kind] -= 1

    def note(self, who: str, status: Status) -> None:
        """Takes in how somebody is doing."""
        with self._lock:
            kind = status.error or ""
            if status.alarm is None:
                self.standing.pop(who, None)
                self.errors[kind] += bool(kind)
            elif self.standing.get(who) != kind:
                self.standing[who] = kind
                self.seen[kind] += 1
                if not self._promised[kind]:
                    self.unpromised.append(f"{who}: {kind}: {status.alarm}")

    def stands(self, kind: str) -> bool:
        """Whether anybody stands still because of this."""
        return kind in list(self.standing.values())
