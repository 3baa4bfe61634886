"""Destroying a dossier as a service does it, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from eventsourcing.persistence import Cursor

from shared.eventbase.erasing import DESTRUCTIONS, Ground, Range
from shared.record.appending import Appended
from shared.record.database import Database
from shared.record.record import Record
from tests.contract.record.family import NOON, Destroyed, act, recorded


def say(record: Record, plan: UUID, rows: tuple[Range, ...] | None = None) -> int:
    """Records that the plan was destroyed, naming all of its rows or these; its ``seq``."""
    named = record.ranges_of(plan) if rows is None else rows
    event = Destroyed(uuid4(), plan, Ground.TERM_OVER, named, NOON + timedelta(days=30))
    (done,) = record.append([act(recorded(event, DESTRUCTIONS, 1))])
    assert isinstance(done, Appended)
    return done.events[0].stamp.seq or 0


def destroy(
    record: Record, plan: UUID, sign: Callable[[bytes], bytes] = lambda leaf_hash: b"signed"
) -> int:
    """All of it; the ``seq`` of what says so. ``sign`` makes the receipt of its leaf."""
    record.keys.destroy_plan(plan)
    seq = say(record, plan)
    (row,) = record.ledger.rows(seq - 1)
    record.destroy(seq, sign(row.leaf_hash))
    return seq


class Killed(BaseException):
    """The process dies. Not an Exception: nothing may catch it and go on."""


class Dying:
    """A database in which the process dies at a statement: the first is number 0."""

    def __init__(self, database: Database, at: int) -> None:
        self._database = database
        self.left = at

    @contextmanager
    def transaction(self, **how: Any) -> Iterator[Cursor]:
        with self._database.transaction(**how) as cursor:
            yield _Cursor(cursor, self)


class _Cursor:
    def __init__(self, cursor: Cursor, dying: Dying) -> None:
        self._cursor = cursor
        self._dying = dying
        self.fetchall = cursor.fetchall

    def execute(self, statement: str, parameters: Any = ()) -> None:
        if self._dying.left == 0:
            raise Killed
        self._dying.left -= 1
        self._cursor.execute(statement, parameters)
