"""Every implementation of the feed's ports, for suites that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import settings

from shared.feed.inbox import Inbox
from shared.feed.message import Message
from shared.feed.ports import NoProjection, Projection
from shared.feed.sqlite.inbox import MIGRATIONS, SqliteInbox
from shared.feed.verdict import Checks
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.migrate import migrate
from tests.contract.feed.memory import MemoryInbox
from tests.unit.feed.feeds import CHECKS, START

# A failing example can be repeated from what is printed, on any machine.
SEED_PRINTED = settings(print_blob=True, deadline=None)

MakeInbox = Callable[..., Inbox]


class PaperSeal:
    """A seal that can be seen through, for tests; erased plans have none."""

    def __init__(self) -> None:
        self.erased: set[UUID | None] = set()

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
def database(tmp_path: Path) -> Iterator[SqliteDatabase]:
    database = SqliteDatabase(tmp_path / "inbox.sqlite")
    migrate(database, "feed", MIGRATIONS)
    yield database
    database.close()


@pytest.fixture
def sqlite_inbox(database: SqliteDatabase, paper_seal: PaperSeal) -> MakeInbox:
    def make(
        projection: Projection | None = None,
        checks: Checks = CHECKS,
        kind: type[SqliteInbox] = SqliteInbox,
    ) -> Inbox:
        return kind(database, paper_seal, checks, lambda: START, projection or NoProjection())

    return make


@pytest.fixture(params=["memory", "sqlite"])
def make_inbox(request: pytest.FixtureRequest) -> MakeInbox:
    """Makes inboxes of one kind; a second one of the SQLite kind is on the same file."""
    if request.param == "sqlite":
        made: MakeInbox = request.getfixturevalue("sqlite_inbox")
        return made
    return lambda projection=None, checks=CHECKS: MemoryInbox(projection or NoProjection(), checks)


FreshInbox = Callable[[], AbstractContextManager[Inbox]]


@contextmanager
def _fresh_memory() -> Iterator[Inbox]:
    yield MemoryInbox(NoProjection(), CHECKS)


@contextmanager
def _fresh_sqlite(folder: Path) -> Iterator[Inbox]:
    database = SqliteDatabase(folder / "inbox.sqlite")
    migrate(database, "feed", MIGRATIONS)
    yield SqliteInbox(database, PaperSeal(), CHECKS, lambda: START, NoProjection())
    database.close()


@pytest.fixture(scope="session", params=["memory", "sqlite"])
def fresh_inbox(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> FreshInbox:
    """Opens an empty inbox as often as asked: one for every example of a property."""
    if request.param == "memory":
        return _fresh_memory
    return lambda: _fresh_sqlite(tmp_path_factory.mktemp("inbox"))


@pytest.fixture
def inbox(make_inbox: MakeInbox) -> Inbox:
    return make_inbox()
