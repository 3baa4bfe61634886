"""A long log, made at once: every row of it is valid, and the signer would sign it as it stands.

Most of its plans hold small events that nobody can open; the events of one plan are really sealed,
and stand evenly between the others.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import UUID, uuid4

import msgspec

from shared.proof.heads import Heads
from shared.proof.signer import Published
from shared.proof.signing import SigningKey
from shared.proof.tables.checkpoints import COMPONENT, MIGRATIONS, SqlCheckpoints
from shared.record.envelope import Part, pack
from shared.record.frontier import Frontier, LeafRow, lay
from shared.record.insertion import KEPT_LEVELS
from shared.record.merkle import completed, root
from shared.record.migrate import migrate
from shared.record.opening import Stores
from shared.record.record import Record
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.open_record import EVENTS_FILE, KEYS_FILE, migrate_record
from shared.record.stored import SealedEvent
from tests.bench.stripped import KINDS, opened
from tests.contract.record.family import EVENTS, agreed
from vangnet_verify.checkpoint import Checkpoint, Standing
from vangnet_verify.dossier import MAKER

ORIGIN = "bench"
NAME = f"{ORIGIN}/00000000000000000000"
LOG_KEY = SigningKey(NAME, b"l" * 32)
MAKER_KEY = SigningKey(NAME + MAKER, b"m" * 32)
OF_A_PLAN = 50
_WORDS = "Els slaapt bij ons en belt om acht uur als er iets is dat zij niet vertrouwt. " * 5
_CIPHERTEXT_BYTES = 64
_AT_ONCE = 10_000
_EVENT = "INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)"
_LEAF = "INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SUBTREE = "INSERT INTO subtree VALUES (?, ?, ?)"
_FRONTIER = "UPDATE frontier SET size = ?, recorded_at = ?, peaks = ?"


class LongLog(msgspec.Struct, frozen=True):
    """The record with its checkpoints; ``plan`` has ``told`` of its ``size`` events."""

    record: Record
    checkpoints: SqlCheckpoints
    size: int
    plan: UUID
    told: int


@contextmanager
def long_log(folder: Path, events: int, told: int) -> Iterator[LongLog]:
    """A signed log of so many events, ``told`` of them of one plan."""
    migrate_record(folder, os.urandom)
    stores = Stores(
        SqliteDatabase(folder / EVENTS_FILE), SqliteDatabase(folder / KEYS_FILE), folder
    )
    migrate(stores.events, COMPONENT, MIGRATIONS)
    with closing(opened(KINDS[-1], stores)) as record:
        plan, checkpoints = uuid4(), SqlCheckpoints(record.database)
        _Filling(folder, checkpoints).fill(events, _sealed(record, plan, told))
        yield LongLog(record, checkpoints, events, plan, told)


def _sealed(record: Record, plan: UUID, told: int) -> list[SealedEvent]:
    facts = [agreed(plan, version, _WORDS) for version in range(1, told + 1)]
    return [record.construct_mapper().to_stored_event(each) for each in facts]


class _Filling:
    """Lays every leaf as an append would, and writes the rows many at a time."""

    def __init__(self, folder: Path, checkpoints: SqlCheckpoints) -> None:
        self._path = folder / EVENTS_FILE
        self._checkpoints = checkpoints
        self._heads = Heads()
        self._edge = Frontier(0, 0, ())
        self._subtrees: list[tuple[int, int, bytes]] = []

    def fill(self, events: int, sealed: Sequence[SealedEvent]) -> None:
        """The rows, and the checkpoint over them."""
        with closing(sqlite3.connect(self._path, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA cache_size = -200000")
            connection.execute("BEGIN")
            for rows in _pages(self._rows(events, sealed)):
                connection.executemany(_EVENT, (event_row(event) for event, _ in rows))
                connection.executemany(_LEAF, (leaf_row(leaf) for _, leaf in rows))
            connection.executemany(_SUBTREE, self._subtrees)
            edge = self._edge
            connection.execute(_FRONTIER, (edge.size, edge.recorded_at, edge.packed))
            connection.execute("COMMIT")
        self._publish()

    def _rows(
        self, events: int, sealed: Sequence[SealedEvent]
    ) -> Iterator[tuple[SealedEvent, LeafRow]]:
        previous: dict[UUID, bytes] = {}
        at = int(time.time() * 1_000_000) - events
        for event in _between(events, sealed):
            plan, before = event.plan_id, self._edge
            leaf, self._edge = lay(before, ORIGIN, event, previous.get(plan, b""), at)
            for level, index, digest in completed(before.peaks, before.size, leaf.leaf_hash):
                if level % KEPT_LEVELS == 0:
                    self._subtrees.append((level, index, digest))
            previous[plan] = leaf.leaf_hash
            self._heads.add(plan, plan, leaf.version, leaf.leaf_hash)
            yield event, leaf

    def _publish(self) -> None:
        changed = tuple(self._heads.settle().items())
        tree, at = self._heads.tree, int(time.time())
        standing = Standing(at, len(tree), tree.root())
        edge = self._edge
        checkpoint = Checkpoint(NAME, edge.size, root(edge.peaks), standing.lines)
        note = LOG_KEY.note(checkpoint.text)
        self._checkpoints.publish(Published(checkpoint, standing, note, changed), tree)


def _between(events: int, sealed: Sequence[SealedEvent]) -> Iterator[SealedEvent]:
    """Other events, with those of ``sealed`` evenly between them."""
    others, step, waiting = events - len(sealed), events // len(sealed), iter(sealed)
    for number in range(others):
        if number % (step - 1) == 0 and (event := next(waiting, None)) is not None:
            yield event
        yield other(number)
    yield from waiting


def other(number: int) -> SealedEvent:
    """A small event of some plan, which nobody can open."""
    plan, event_id = UUID(int=number // OF_A_PLAN + 1), UUID(int=number + 1)
    hidden = os.urandom(28 + 32 + _CIPHERTEXT_BYTES)
    part = Part("core", hidden[:16], hidden[16:28], hidden[60:], hidden[28:60])
    return SealedEvent(
        originator_id=plan,
        originator_version=number % OF_A_PLAN + 1,
        topic=next(iter(EVENTS)),
        state=pack(plan, event_id, (part,)),
        plan_id=plan,
        event_id=event_id,
        commitments=(part.commitment.hex(),),
    )


def event_row(event: SealedEvent) -> tuple[object, ...]:
    """Its row of ``stored_events``."""
    plan = event.plan_id.hex
    return plan, event.originator_version, plan, event.topic, event.state


def leaf_row(leaf: LeafRow) -> tuple[object, ...]:
    """Its row of ``leaf``."""
    stream, plan = leaf.stream_id.hex, leaf.plan_id.hex
    place = leaf.seq, stream, leaf.version, plan, leaf.recorded_at, leaf.event_id.bytes
    return *place, leaf.previous, leaf.state_hash, leaf.leaf_hash


def _pages(
    rows: Iterator[tuple[SealedEvent, LeafRow]],
) -> Iterator[list[tuple[SealedEvent, LeafRow]]]:
    page = []
    for row in rows:
        page.append(row)
        if len(page) == _AT_ONCE:
            yield page
            page = []
    yield page
