"""A deployment on PostgreSQL, and the same one on SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from shared.service.settings import Settings
from tests.parts.postgres import PostgresServer

MakeSettings = Callable[[str], Settings]


@pytest.fixture
def settings_on(
    request: pytest.FixtureRequest, postgres_server: PostgresServer, tmp_path: Path
) -> Iterator[MakeSettings]:
    """Settings of a new deployment, on ``sqlite`` or on two databases in ``postgres``."""
    made: list[str] = []

    def make(kind: str) -> Settings:
        folder = tmp_path / uuid4().hex
        if kind == "sqlite":
            return Settings(folder=folder, simulated=True)
        name = f"town_{uuid4().hex[:12]}"
        made.extend([name, f"{name}_keys"])
        _run(postgres_server, [f"CREATE DATABASE {each}" for each in made[-2:]])
        return Settings(
            folder=folder,
            simulated=True,
            database=postgres_server.conninfo(name),
            key_database=postgres_server.conninfo(f"{name}_keys"),
        )

    yield make
    _run(postgres_server, [f"DROP DATABASE {each} WITH (FORCE)" for each in made])


def _run(server: PostgresServer, statements: list[str]) -> None:
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
