"""Every implementation of the feed's ports, for suites that hold for all of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import settings

from shared.feed.inbox import Inbox
from shared.feed.message import Message
from shared.feed.ports import NoProjection, Projection
from shared.feed.tables.inbox import COMPONENT, MIGRATIONS, SqlInbox
from shared.feed.verdict import Checks
from shared.record.database import Database
from shared.record.migrate import migrate
from shared.record.postgres.database import PostgresDatabase
from shared.record.sqlite.database import SqliteDatabase
from tests.contract.feed.memory import MemoryInbox
from tests.parts.postgres import PostgresServer, Schema, remove
from tests.unit.feed.feeds import CHECKS, START

# A failing example can be repeated from what is printed, on any machine.
SEED_PRINTED = settings(print_blob=True, deadline=None)
STORED = ["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)]
_TABLES = "tracking", "followed", "head", "dead_letter", "ignored"

MakeInbox = Callable[..., Inbox]


class PaperSeal:
    """A seal that can be seen through, for tests; erased plans have none."""

    def __init__(self) -> None:
        self.erased: set[UUID | None] = set()

    def prepare(self, plan_ids: Iterable[UUID]) -> None:
        """Has no keys to make."""

    def seal(self, plan_id: UUID | None, data: bytes) -> bytes | None:
        return None if plan_id in self.erased else b"sealed:" + data[::-1]

    def unseal(self, plan_id: UUID | None, data: bytes) -> bytes | None:
        return None if plan_id in self.erased else data.removeprefix(b"sealed:")[::-1]


class Killed(BaseException):
    """The process dies. Not an Exception: nothing may catch it and go on."""


class Deadly(NoProjection):
    """A projection during which the process dies, as often as ``deaths`` says."""

    def __init__(self, deaths: int) -> None:
        self.deaths = deaths

    def followed(self, cursor: Any, messages: Sequence[Message]) -> None:
        if self.deaths:
            self.deaths -= 1
            raise Killed


@pytest.fixture
def paper_seal() -> PaperSeal:
    return PaperSeal()


@pytest.fixture
def sqlite_database(tmp_path: Path) -> Iterator[Database]:
    with _migrated(SqliteDatabase(tmp_path / "inbox.sqlite")) as database:
        yield database


@pytest.fixture(scope="session")
def postgres_inboxes(postgres_server: PostgresServer) -> Iterator[Database]:
    """One schema for all tests: making one takes longer than most of them."""
    schema = Schema(postgres_server, f"t_feed_{os.getpid()}")
    with _migrated(PostgresDatabase(schema.events, schema.name)) as database:
        yield database
    remove(schema)


@pytest.fixture
def postgres_database(postgres_inboxes: Database) -> Database:
    _clean(postgres_inboxes)
    return postgres_inboxes


@pytest.fixture(params=STORED)
def database(request: pytest.FixtureRequest) -> Database:
    """An empty database, of each kind."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found


@pytest.fixture
def stored_inbox(database: Database, paper_seal: PaperSeal) -> MakeInbox:
    """Makes inboxes on the same database."""
    return _maker(database, paper_seal)


@pytest.fixture(params=["memory", *STORED])
def make_inbox(request: pytest.FixtureRequest, paper_seal: PaperSeal) -> MakeInbox:
    """Makes inboxes of one kind; a second one of a stored kind is on the same database."""
    if request.param == "memory":
        return lambda projection=None, checks=CHECKS: MemoryInbox(
            projection or NoProjection(), checks
        )
    return _maker(request.getfixturevalue(f"{request.param}_database"), paper_seal)


@pytest.fixture
def inbox(make_inbox: MakeInbox) -> Inbox:
    return make_inbox()


FreshInbox = Callable[[], AbstractContextManager[Inbox]]


@pytest.fixture(scope="session", params=["memory", *STORED])
def fresh_inbox(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> FreshInbox:
    """Opens an empty inbox as often as asked: one for every example of a property."""
    if request.param == "memory":
        return _fresh_memory
    if request.param == "sqlite":
        return lambda: _fresh_sqlite(tmp_path_factory.mktemp("inbox"))
    database = request.getfixturevalue("postgres_inboxes")
    return lambda: _fresh_postgres(database)


@contextmanager
def _fresh_memory() -> Iterator[Inbox]:
    yield MemoryInbox(NoProjection(), CHECKS)


@contextmanager
def _fresh_sqlite(folder: Path) -> Iterator[Inbox]:
    with _migrated(SqliteDatabase(folder / "inbox.sqlite")) as database:
        yield _maker(database, PaperSeal())()


@contextmanager
def _fresh_postgres(database: Database) -> Iterator[Inbox]:
    _clean(database)
    yield _maker(database, PaperSeal())()


@contextmanager
def _migrated(database: Database) -> Iterator[Database]:
    migrate(database, COMPONENT, MIGRATIONS)
    yield database
    database.close()


def _clean(database: Database) -> None:
    with database.transaction(commit=True) as cursor:
        for table in _TABLES:
            cursor.execute(f"DELETE FROM {table}")


def _maker(database: Database, seal: PaperSeal) -> MakeInbox:
    def make(
        projection: Projection | None = None,
        checks: Checks = CHECKS,
        kind: type[SqlInbox] = SqlInbox,
    ) -> Inbox:
        return kind(database, seal, checks, lambda: START, projection or NoProjection())

    return make
