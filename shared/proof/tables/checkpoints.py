"""Checkpoints in the database of the record that they are of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import msgspec
from eventsourcing.persistence import Cursor

from shared.proof.dense import DenseTree
from shared.proof.paths import inclusion
from shared.proof.signer import Published
from shared.proof.stored_tree import STEP, StoredTree
from shared.record.database import Database

COMPONENT = "proof"
MIGRATIONS = Path(__file__).parent / "migrations"

# The logs of which a database keeps the checkpoints.
RECORD, ACCESS = "record", "access"

_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM checkpoint WHERE log = ?"
_INSERT = "INSERT INTO checkpoint VALUES (?, ?, ?, ?, ?)"
_NEWEST = "SELECT number, size, at, note FROM checkpoint WHERE log = ? ORDER BY number DESC LIMIT 1"
_AFTER = (
    "SELECT number, size, at, note FROM checkpoint WHERE log = ? AND number > ? "
    "ORDER BY number LIMIT ?"
)
_HEAD = (
    "INSERT INTO ending VALUES (?, ?, ?) ON CONFLICT (number) "
    "DO UPDATE SET plan_id = excluded.plan_id, hash = excluded.hash"
)
_SUBTREE = (
    "INSERT INTO ending_subtree VALUES (?, ?, ?) "
    "ON CONFLICT (level, number) DO UPDATE SET hash = excluded.hash"
)
_NUMBER = "SELECT number FROM ending WHERE plan_id = ?"
_TILE = "h.number >= tile.column1 * 16 AND h.number < tile.column1 * 16 + 16"


class KeptCheckpoint(msgspec.Struct, frozen=True):
    """One checkpoint as it was published; ``number`` counts them, ``at`` is seconds since 1970."""

    number: int
    size: int
    at: int
    note: bytes


class SqlCheckpoints:
    """What the signer writes and others read, of one of the logs."""

    def __init__(self, database: Database, log: str = RECORD) -> None:
        self._database = database
        self._log = log

    def publish(self, published: Published, heads: DenseTree) -> None:
        """Keeps a checkpoint with the endings that changed since the one before it."""
        checkpoint = published.checkpoint
        with self._database.transaction(commit=True, alone="checkpoint") as cursor:
            cursor.execute(_NEXT, (self._log,))
            number = cursor.fetchone()[0]
            row = checkpoint.size, published.standing.at, published.note
            cursor.execute(_INSERT, (self._log, number, *row))
            for plan_id, place in published.changed:
                cursor.execute(_HEAD, (place, plan_id.hex, heads.complete(0, place)))
            _keep_subtrees(cursor, heads, [place for _, place in published.changed])

    def newest(self) -> KeptCheckpoint | None:
        """The last that was published."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_NEWEST, (self._log,))
            row = cursor.fetchone()
        return None if row is None else _kept(*row)

    def after(self, number: int, limit: int) -> list[KeptCheckpoint]:
        """At most ``limit`` checkpoints that follow one, in order."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_AFTER, (self._log, number, limit))
            return [_kept(*row) for row in cursor.fetchall()]

    def ending(self, plan_id: UUID, plans: int) -> tuple[int, list[bytes]] | None:
        """The number of a plan and the path to its head in a tree of so many plans.

        None for a plan that no checkpoint is about yet. It fits the newest checkpoint, unless a
        newer one is being published: whoever asks looks whether it does.
        """
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_NUMBER, (plan_id.hex,))
            row = cursor.fetchone()
        if row is None or row[0] >= plans:
            return None
        return row[0], StoredTree(self._tiles).prove(inclusion(row[0], plans))

    def _tiles(self, level: int, tiles: Sequence[int]) -> list[tuple[int, bytes]]:
        among = f"(VALUES {', '.join(['(?)'] * len(tiles))}) AS tile"
        table = "ending_subtree h ON h.level = ? AND " if level else "ending h ON "
        statement = f"SELECT h.number, h.hash FROM {among} JOIN {table}{_TILE}"
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(statement, (*tiles, *([level] if level else [])))
            return [(number, bytes(digest)) for number, digest in cursor.fetchall()]


def _kept(number: int, size: int, at: int, note: bytes) -> KeptCheckpoint:
    return KeptCheckpoint(number, size, at, bytes(note))


def _keep_subtrees(cursor: Cursor, heads: DenseTree, places: Sequence[int]) -> None:
    level, above = STEP, {place >> STEP for place in places}
    while above and len(heads) >> level:
        for place in sorted(above):
            if place < len(heads) >> level:
                cursor.execute(_SUBTREE, (level, place, heads.complete(level, place)))
        level, above = level + STEP, {place >> STEP for place in above}
