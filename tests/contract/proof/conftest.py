"""A log in each kind of database, with its signer, its dossiers and what a stranger knows."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.proof.office import Office
from tests.contract.record.stores import PostgresStore, SqliteStore, Store

STORES = ["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    """An empty store of each kind."""
    if request.param == "sqlite":
        return SqliteStore(tmp_path / "store")
    return PostgresStore(request.getfixturevalue("schema"), tmp_path / "store")


@pytest.fixture
def office(store: Store, tmp_path: Path) -> Iterator[Office]:
    """Everything that signs and proves, around one record."""
    with Office.open(store, tmp_path, secrets.token_bytes) as opened:
        yield opened
