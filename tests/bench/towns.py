"""Where the services of a bench keep their rows: in a folder, or in databases made for it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

from tests.integration.vangnet.apart import Apart
from tests.parts.postgres import PostgresServer
from vangnet.assembly import migrate_town
from vangnet.settings import read_settings


@contextmanager
def databases(server: PostgresServer, count: int) -> Iterator[list[str]]:
    """The addresses of so many empty databases, dropped at the end."""
    names = [f"vangnet_bench_{uuid4().hex[:12]}" for _ in range(count)]
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        for name in names:
            connection.execute(f"CREATE DATABASE {name}")
        try:
            yield [server.conninfo(name) for name in names]
        finally:
            for name in names:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def on_postgres(server: PostgresServer, folder: Path) -> Iterator[dict[str, str]]:
    """The settings of a town on PostgreSQL, migrated."""
    with databases(server, 2) as (events, keys):
        settings = {
            "VAR": str(folder / "var"),
            "VANGNET_DATABASE": events,
            "VANGNET_KEY_DATABASE": keys,
        }
        migrated(settings)
        yield settings


def on_files(folder: Path) -> dict[str, str]:
    """The settings of a town on SQLite, migrated."""
    settings = {"VAR": str(folder / "var")}
    migrated(settings)
    return settings


def migrated(settings: Mapping[str, str]) -> None:
    """Makes the stores of all services."""
    migrate_town(read_settings(settings).settings, os.urandom)


def processes(settings: Mapping[str, str]) -> Apart:
    """Services in processes of their own, that start when they are told to."""
    return Apart(settings)
