"""How long to wait before trying again."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

# More doublings than this overshoot any sensible ``most``, and a float in the end.
_MOST_DOUBLINGS = 30


class Backoff(msgspec.Struct, frozen=True):
    """Twice as long after every failure, up to ``most``; at least half of it, the rest by chance.

    ``chance`` gives a number from 0 to 1: without it, everything that failed together would
    also try again together.
    """

    chance: Callable[[], float]
    first: float = 0.1
    most: float = 30.0

    def after(self, failures: int) -> float:
        """Seconds to wait after so many failures in a row."""
        whole = min(self.most, self.first * 2.0 ** min(failures - 1, _MOST_DOUBLINGS))
        return whole * (0.5 + self.chance() / 2)
