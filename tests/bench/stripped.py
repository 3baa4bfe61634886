"""A record with something of its proof taken out, to tell what that costs. Nobody keeps such one.

What stays is what any store of events needs: sealed or not, a row with a place and a moment.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

import msgspec

from shared.eventbase.sealed import Compartment
from shared.record.appending import Conflict, SealedAct, StoredAct
from shared.record.envelope import Part
from shared.record.erasures import ERASURES_FILE, ErasureList
from shared.record.filewrapper import FileWrapper
from shared.record.frontier import Frontier, LeafRow
from shared.record.insertion import Insertion
from shared.record.keystore import SqlKeyStore
from shared.record.leaf import Leaf, leaf_hash
from shared.record.mapper import SealedMapper
from shared.record.opening import EPOCHS_FILE, Stores
from shared.record.place import Place
from shared.record.record import Parts, Record
from shared.record.seal import MakeSealer, Plain, Sealer
from shared.record.sqlrecorder import SqlRecorder
from shared.record.standing import standing
from shared.record.stored import SealedEvent
from tests.bench.stage import now
from tests.contract.record.family import EVENTS

_EVENT = "INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)"
_LEAF = "INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_NOTHING = b""


class Unsealed(Sealer):
    """Closes nothing: a part holds its JSON bytes, without salt, padding, commitment or key."""

    def prepare(self, wanted: Mapping[UUID, Iterable[Compartment]]) -> None:
        """No keys."""

    def seal(self, place: Place, plains: Sequence[Plain]) -> tuple[Part, ...]:
        """The contents as they are."""
        return tuple(Part(each.name, _NOTHING, _NOTHING, each.content, _NOTHING) for each in plains)

    def open_part(self, place: Place, part: Part) -> bytes:
        """What is there."""
        return part.ciphertext


class WithoutLeaf(Insertion):
    """An event and its place. No hash of anything."""

    def _event(self, event: SealedEvent, not_before: int) -> LeafRow:
        found, edge = self._found, self._found.edge
        at = max(not_before, edge.recorded_at + 1)
        _, previous = found.heads.get(event.stream_id, (0, _NOTHING))
        row = LeafRow(
            edge.size + 1, event.stream_id, event.originator_version, event.plan_id, at,
            event.event_id, previous, *self._hashes(event, at, previous),
        )  # fmt: skip
        stream, plan = event.stream_id.hex, event.plan_id.hex
        place = stream, event.originator_version
        self._cursor.execute(_EVENT, (*place, plan, event.topic, event.state))
        hashes = row.previous, row.state_hash, row.leaf_hash
        self._cursor.execute(_LEAF, (row.seq, *place, plan, at, event.event_id.bytes, *hashes))
        found.edge = Frontier(row.seq, at, ())
        found.heads[event.stream_id] = event.originator_version, row.leaf_hash
        return row

    def _hashes(self, event: SealedEvent, at: int, previous: bytes) -> tuple[bytes, bytes]:
        return _NOTHING, _NOTHING


class WithoutTree(WithoutLeaf):
    """An event with its leaf, chained to the one before it in its stream. No tree over them."""

    def _hashes(self, event: SealedEvent, at: int, previous: bytes) -> tuple[bytes, bytes]:
        state_hash = sha256(event.state).digest()
        leaf = Leaf(
            recorded_at=at,
            commitments=event.commitments,
            stream_id=str(event.stream_id),
            origin=self._origin,
            previous=previous.hex(),
            state_hash=state_hash.hex(),
            topic=event.topic,
            version=event.originator_version,
        )
        return state_hash, leaf_hash(leaf)


class _Recorder(SqlRecorder):
    def __init__(self, *given: Any, insertion: type[Insertion]) -> None:
        super().__init__(*given)
        self._insertion = insertion

    def append(self, acts: Sequence[SealedAct]) -> list[StoredAct | Conflict]:
        with self._database.transaction(commit=True, alone="stored_events") as cursor:
            found = standing(cursor, acts, self._database.clock)
            insertion = self._insertion(cursor, self._origin, found, self._clock)
            outcomes = [insertion.act(act) for act in acts]
            insertion.finish()
        return outcomes


class Kind(msgspec.Struct, frozen=True):
    """What is left of the proof."""

    name: str
    sealer: MakeSealer
    insertion: type[Insertion]


KINDS = (
    Kind("without seal, leaf and tree", Unsealed, WithoutLeaf),
    Kind("without leaf and tree", Sealer, WithoutLeaf),
    Kind("without tree", Sealer, WithoutTree),
    Kind("without seal", Unsealed, Insertion),
    Kind("whole", Sealer, Insertion),
)


def opened(kind: Kind, stores: Stores, clock: Callable[[], Any] | None = now) -> Record:
    """A record of this kind in stores that were migrated."""
    wrapper = FileWrapper(stores.folder / EPOCHS_FILE, os.urandom)
    listed = ErasureList(stores.folder / ERASURES_FILE)
    keys = SqlKeyStore(stores.keys, wrapper, listed, os.urandom)
    sealer = kind.sealer(keys, os.urandom)
    recorder = _Recorder(stores.events, "bench", clock, insertion=kind.insertion)
    mapper = SealedMapper(EVENTS, sealer)
    parts = Parts(stores.events, recorder, mapper, sealer, keys, stores.close)
    return Record(parts, "bench", False, {})
