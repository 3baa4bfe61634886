"""The plan and the store of these tests, in SQLite."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest

from tests.contract.record.stores import SqliteStore


@pytest.fixture
def plan() -> UUID:
    """A plan that nothing was recorded of yet."""
    return uuid4()


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    """An empty store."""
    return SqliteStore(tmp_path / "store")
