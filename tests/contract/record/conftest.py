"""One fixture per thing under contract; a new database is added to the list here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from shared.record.record import Record
from tests.contract.record.family import Clock
from tests.contract.record.safes import safe as safe
from tests.contract.record.stores import PostgresStore, SqliteStore, Store

STORES = ["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store of each kind."""
    if request.param == "sqlite":
        return SqliteStore(tmp_path / "store")
    return PostgresStore(request.getfixturevalue("schema"), tmp_path / "store")


@pytest.fixture
def record(store: Store) -> Iterator[Record]:
    """The record in that store."""
    opened = store.open()
    yield opened
    opened.close()


@pytest.fixture
def clock(store: Store) -> Clock:
    """The clock that the record reads."""
    return store.clock


@pytest.fixture
def plan() -> UUID:
    """A plan that nothing was recorded of yet."""
    return uuid4()
