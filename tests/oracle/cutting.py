"""A second world: a copy of a town's stores from which some events were taken out."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from eventsourcing.persistence import Cursor

from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.open_record import EVENTS_FILE
from tests.oracle.town import OracleTown

# Where events stand: a service's own, and those that it followed.
_OWN = (
    "DELETE FROM stored_events WHERE (originator_id, originator_version) IN"
    " (SELECT originator_id, originator_version FROM leaf WHERE event_id = ?)",
    "DELETE FROM leaf WHERE event_id = ?",
)
_FOLLOWED = "DELETE FROM followed WHERE event_id = ?"


class Fact(NamedTuple):
    """One event as the record has it, with its moments."""

    event_id: UUID
    effective_at: datetime
    recorded_at: datetime


def facts_of(town: OracleTown, plan: str) -> list[Fact]:
    """Everything that was recorded of a plan, by whichever service, in the order of recording."""
    found = {}
    for service in town.town.services:
        for recorded in service.acting.record.of_plan(UUID(plan)):
            stamp = recorded.stamp
            assert stamp.recorded_at is not None
            found[stamp.event_id] = Fact(stamp.event_id, stamp.effective_at, stamp.recorded_at)
    return sorted(found.values(), key=lambda fact: fact.recorded_at)


def unknown(facts: list[Fact], known: datetime) -> set[UUID]:
    """What was not known at K."""
    return {fact.event_id for fact in facts if fact.recorded_at > known}


def without(folder: Path, copy: Path, services: Iterable[str], gone: Collection[UUID]) -> None:
    """Copies the stores in ``folder``, to which nobody writes, without some events."""
    shutil.copytree(folder, copy)
    take_out(copy, services, gone)


def take_out(folder: Path, services: Iterable[str], gone: Collection[UUID]) -> None:
    """Takes events out of the stores in ``folder``, wherever they stand."""
    for service in services:
        with (
            closing(SqliteDatabase(folder / service / EVENTS_FILE)) as database,
            database.transaction(commit=True) as cursor,
        ):
            _take_out(cursor, gone)


def _take_out(cursor: Cursor, gone: Collection[UUID]) -> None:
    cursor.execute("SELECT type, name FROM sqlite_master")
    named = [(kind, name) for kind, name in cursor.fetchall()]
    for kind, name in named:
        if kind == "trigger":
            cursor.execute(f"DROP TRIGGER {name}")
    statements = [*_OWN, _FOLLOWED] if ("table", "followed") in named else _OWN
    for statement in statements:
        blob = statement is not _FOLLOWED
        for event_id in gone:
            cursor.execute(statement, (event_id.bytes if blob else str(event_id),))
