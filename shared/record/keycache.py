"""The unwrapped keys that this process used before."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock
from uuid import UUID

from shared.eventbase.sealed import Compartment
from shared.record.keys import Key


class KeyCache:
    """A bounded number of keys; the one that came first goes first. Safe to use from threads.

    Reading takes no lock and keeps no score: it happens for every event of every read.
    ``generation`` changes when everything is forgotten: a key that was read from the store
    before an erasure must not be put back after it.
    """

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._lock = Lock()
        self._by_id: dict[bytes, Key] = {}
        self._by_place: dict[tuple[UUID, Compartment], Key] = {}
        self.generation = 0

    def by_id(self, key_id: bytes) -> Key | None:
        """The key with this id, if it is here."""
        return self._by_id.get(key_id)

    def by_place(self, plan_id: UUID, compartment: Compartment) -> Key | None:
        """The key of this compartment, if it is here."""
        return self._by_place.get((plan_id, compartment))

    def put(self, keys: Iterable[Key], generation: int) -> None:
        """Keeps keys that were read in ``generation``, unless all was forgotten since."""
        with self._lock:
            if generation != self.generation:
                return
            for key in keys:
                self._by_id[key.key_id] = key
                self._by_place[key.plan_id, key.compartment] = key
            while len(self._by_id) > self._capacity:
                oldest = self._by_id.pop(next(iter(self._by_id)))
                self._by_place.pop((oldest.plan_id, oldest.compartment), None)

    def forget(self) -> None:
        """Drops every key."""
        with self._lock:
            self.generation += 1
            self._by_id = {}
            self._by_place = {}
