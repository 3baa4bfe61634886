"""Whether a service can do its work: asked often and by anybody, so it is cheap and never long."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

Part = Callable[[], bool]
_SECONDS = 2.0
_KEPT = 1.0


class _Round:
    """One look at every part, in a thread of its own: a database may take long to say nothing."""

    def __init__(self, parts: Mapping[str, Part], now: float) -> None:
        self.begun = now
        self.answers = dict.fromkeys(parts, False)
        self.done = threading.Event()
        # A daemon: a part that hangs must not keep the process from ending.
        threading.Thread(target=self._ask, args=(parts,), name="gereed", daemon=True).start()

    def _ask(self, parts: Mapping[str, Part]) -> None:
        for name, part in parts.items():
            try:
                self.answers[name] = part()
            except Exception:
                # Whatever it was, this part is not ready.
                continue
        self.done.set()


class Readiness:
    """Per part whether it is ready; one that fails, or does not answer in time, is not.

    Answers are kept for a second, and nothing is asked again while an earlier question hangs.
    """

    def __init__(
        self,
        parts: Mapping[str, Part],
        seconds: float = _SECONDS,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._parts = parts
        self._seconds = seconds
        self._now = now
        self._lock = threading.Lock()
        self._last: _Round | None = None

    def __call__(self) -> Mapping[str, bool]:
        """Every part by its name."""
        found = self._round()
        found.done.wait(max(0.0, found.begun + self._seconds - self._now()))
        return dict(found.answers)

    def _round(self) -> _Round:
        with self._lock:
            last, now = self._last, self._now()
            if last is None or (last.done.is_set() and now - last.begun >= _KEPT):
                last = self._last = _Round(self._parts, now)
            return last
