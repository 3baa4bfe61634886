"""A commit of which the database did not say how it ended is read again before it is judged."""

from __future__ import annotations

from uuid import UUID

import pytest
from eventsourcing.persistence import OperationalError
from eventsourcing.sqlite import SQLiteConnection
from pysqlite3 import dbapi2 as sqlite3

from shared.eventbase.event import Recorded
from shared.record.appending import Appended, VersionConflict
from shared.record.record import Record
from tests.contract.record.family import Agreed, act, agreed
from tests.contract.record.stores import SqliteStore

COMMIT = SQLiteConnection.commit


def failing(monkeypatch: pytest.MonkeyPatch, commits: bool) -> None:
    """Makes the next commit report a failure, whether or not it was carried out."""

    def commit(self: SQLiteConnection) -> None:
        monkeypatch.setattr(SQLiteConnection, "commit", COMMIT)
        if commits:
            COMMIT(self)
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(SQLiteConnection, "commit", commit)


def with_keys(record: Record, *events: Recorded[Agreed]) -> None:
    """Makes the keys beforehand, so that the next commit is that of the events."""
    for recorded in events:
        record.sealer.prepare({recorded.stamp.plan_id: [recorded.event.compartment("words")]})


def test_what_was_stored_is_reported_as_stored_beside_what_conflicted(
    store: SqliteStore, plan: UUID, monkeypatch: pytest.MonkeyPatch
):
    """Not as a conflict with itself, which is what a plain retry would make of it."""
    record = store.open()
    record.append([act(agreed(plan, 1))])
    first, second = agreed(plan, 2), agreed(plan, 2)
    with_keys(record, first, second)
    failing(monkeypatch, commits=True)
    outcomes = record.append([act(first), act(second)])
    assert isinstance(outcomes[0], Appended)
    assert isinstance(outcomes[1], VersionConflict)
    assert [r.stamp.seq for r in record.of_plan(plan)] == [1, 2]
    record.close()


def test_what_was_not_stored_is_an_error_and_can_be_sent_again(
    store: SqliteStore, plan: UUID, monkeypatch: pytest.MonkeyPatch
):
    """Nothing is left half done, and the pool hands out no connection in the middle of it."""
    record = store.open()
    record.append([act(agreed(plan, 1))])
    late = agreed(plan, 2)
    with_keys(record, late)
    failing(monkeypatch, commits=False)
    with pytest.raises(OperationalError):
        record.append([act(late)])
    assert record.last().seq == 1
    assert isinstance(record.append([act(late)])[0], Appended)
    assert record.audit() == []
    record.close()
