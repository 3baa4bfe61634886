"""The tokens that were checked already: a signature is verified once, not per request."""

from __future__ import annotations

import threading
from collections import OrderedDict

from shared.eventbase.doing import Actor

CAPACITY = 4096


class Verified:
    """Actors by the SHA-256 of their token, the least recently used dropped first.

    The token itself is not kept: a memory dump would otherwise hold usable tokens.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._known: OrderedDict[bytes, tuple[Actor, float]] = OrderedDict()
        self._lock = threading.Lock()

    def actor(self, digest: bytes, moment: float) -> Actor | None:
        """The actor of a token that has not ended at ``moment``, or None."""
        with self._lock:
            found = self._known.get(digest)
            if found is None:
                return None
            if found[1] <= moment:
                del self._known[digest]
                return None
            self._known.move_to_end(digest)
            return found[0]

    def remember(self, digest: bytes, actor: Actor, expires: float) -> None:
        """Keeps a checked token's actor until it ends or makes room for others."""
        with self._lock:
            self._known[digest] = actor, expires
            if len(self._known) > self._capacity:
                self._known.popitem(last=False)

    def __len__(self) -> int:
        return len(self._known)
