"""Every implementation of the access log port."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.access.log import AccessLog
from shared.access.sqlite.log import COMPONENT, MIGRATIONS, SqliteAccessLog
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.migrate import migrate
from tests.contract.access_log.entries import seal
from tests.contract.access_log.memory import MemoryAccessLog


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqliteDatabase]:
    """A database with an empty access log."""
    made = SqliteDatabase(tmp_path / "toegang.sqlite")
    migrate(made, COMPONENT, MIGRATIONS)
    yield made
    made.close()


@pytest.fixture(params=["memory", "sqlite"])
def reopened(request: pytest.FixtureRequest) -> Callable[[], AccessLog]:
    """Opens the log, and opens it again: what was written must still be there."""
    if request.param == "memory":
        kept = MemoryAccessLog(seal)
        return lambda: kept
    found: SqliteDatabase = request.getfixturevalue("database")
    return lambda: SqliteAccessLog(found, seal)
