"""The events of many other plans, in front of those that a bench is about."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from shared.record.database import Database
from shared.record.frontier import Frontier, lay
from shared.record.insertion import KEPT_LEVELS
from shared.record.merkle import completed
from tests.bench.long_log import event_row, leaf_row, other

_AT_ONCE, _IN_A_STATEMENT = 20_000, 500
_INTO = "INSERT INTO {} VALUES {}"
_FRONTIER = "UPDATE frontier SET size = ?, recorded_at = ?, peaks = ? WHERE id = 1"

Row = tuple[Any, ...]
Tables = dict[str, list[Row]]


class Crowd:
    """Fills an empty record, which names ``origin`` in its leaves, as its own appends would."""

    def __init__(self, database: Database, origin: str) -> None:
        self._database, self._origin = database, origin
        self._edge = Frontier(0, 0, ())
        self._heads: dict[UUID, bytes] = {}

    def fill(self, events: int) -> None:
        """So many events that nobody can open, of plans of fifty each."""
        at = int(time.time() * 1_000_000) - events
        numbers = iter(range(events))
        while page := list(islice(numbers, _AT_ONCE)):
            tables: Tables = {"stored_events": [], "leaf": [], "subtree": []}
            for number in page:
                self._lay(tables, number, at)
            with self._database.transaction(commit=True) as cursor:
                for statement, values in _statements(tables):
                    cursor.execute(statement, values)
                edge = self._edge
                cursor.execute(_FRONTIER, (edge.size, edge.recorded_at, edge.packed))

    def _lay(self, tables: Tables, number: int, at: int) -> None:
        event, before = other(number), self._edge
        plan = event.plan_id
        leaf, self._edge = lay(before, self._origin, event, self._heads.get(plan, b""), at)
        self._heads[plan] = leaf.leaf_hash
        complete = completed(before.peaks, before.size, leaf.leaf_hash)
        tables["stored_events"].append(event_row(event))
        tables["leaf"].append(leaf_row(leaf))
        tables["subtree"] += (each for each in complete if each[0] % KEPT_LEVELS == 0)


def _statements(tables: Tables) -> Iterator[Row]:
    for table, rows in tables.items():
        for start in range(0, len(rows), _IN_A_STATEMENT):
            part = rows[start : start + _IN_A_STATEMENT]
            marks = f"({', '.join('?' * len(part[0]))})"
            values = tuple(value for row in part for value in row)
            yield _INTO.format(table, ", ".join([marks] * len(part))), values
