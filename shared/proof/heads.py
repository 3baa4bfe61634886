"""Where each plan ends: a tree of one leaf per plan, so that what is left out at the end shows.

A proof that an event stands in the log does not prove that no later one does (integrity.md 0, 9).
The plans stand in the order in which they began, so that a new one never moves another.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import msgspec

from shared.proof.dense import DenseTree
from vangnet_verify.events import HEAD, canonical
from vangnet_verify.tree import leaf_hash


class Ending(msgspec.Struct):
    """Of one plan: its number, how many events it has, and the last of each stream."""

    number: int
    events: int
    streams: dict[UUID, tuple[int, bytes]]


class Heads:
    """The endings of all plans, kept up event by event."""

    def __init__(self) -> None:
        self.tree = DenseTree()
        self._plans: dict[UUID, Ending] = {}
        self._changed: dict[UUID, Ending] = {}

    def add(self, plan_id: UUID, stream_id: UUID, version: int, digest: bytes) -> None:
        """One more event of a plan, with its leaf hash."""
        ending = self._plans.get(plan_id)
        if ending is None:
            ending = self._plans[plan_id] = Ending(len(self._plans), 0, {})
        ending.events += 1
        ending.streams[stream_id] = version, digest
        self._changed[plan_id] = ending

    def vacate(self, plan_id: UUID) -> None:
        """An event of a plan that was destroyed: the plan's number stays and says nothing."""
        if plan_id not in self._plans:
            self._plans[plan_id] = Ending(len(self._plans), 0, {})
            self._changed[plan_id] = self._plans[plan_id]

    def settle(self) -> Mapping[UUID, int]:
        """Brings the tree up to what was added; gives the plans that changed, with their number.

        For one that was destroyed, an id that is nobody's.
        """
        changed = {
            plan_id if ending.events else UUID(int=ending.number): ending.number
            for plan_id, ending in self._changed.items()
        }
        for plan_id, ending in self._changed.items():
            self.tree.put(ending.number, _head(plan_id, ending))
        self._changed.clear()
        return changed


def _head(plan_id: UUID, ending: Ending) -> bytes:
    streams = [
        [str(stream), version, digest.hex()]
        for stream, (version, digest) in sorted(
            ending.streams.items(), key=lambda each: str(each[0])
        )
    ]
    named = {"id": str(plan_id)} if ending.events else {}
    return leaf_hash(canonical({"f": HEAD, "n": ending.events, "s": streams} | named))
