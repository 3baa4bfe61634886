"""The plan and the stores of these tests."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.contract.record.stores import PostgresStore, SqliteStore
from tests.parts.postgres import Schema


@pytest.fixture
def plan() -> UUID:
    """A plan that nothing was recorded of yet."""
    return uuid4()


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    """An empty store in SQLite."""
    return SqliteStore(tmp_path / "store")


@pytest.fixture
def postgres_store(schema: Schema, tmp_path: Path) -> PostgresStore:
    """An empty store in PostgreSQL."""
    return PostgresStore(schema, tmp_path / "store")
