"""The agenda on SQLite: a hint that loses no news and never runs ahead of what is followed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from services.notifications.sending.sqlite.agenda import MIGRATIONS, SqliteAgenda
from services.notifications.sending.sqlite.projection import AgendaProjection
from shared.feed.message import Message
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.migrate import migrate
from tests.unit.notifications.family import PLAN, at, uid

NOW = at("2025-03-10 09:00")
HOUR = timedelta(hours=1)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqliteDatabase]:
    """A file with the agenda's tables."""
    made = SqliteDatabase(tmp_path / "events.db")
    migrate(made, "agenda", MIGRATIONS)
    yield made
    made.close()


@pytest.fixture
def agenda(database: SqliteDatabase) -> SqliteAgenda:
    """The agenda in it."""
    return SqliteAgenda(database)


def follow(database: SqliteDatabase, seq: int, plan: UUID = PLAN, source: str = "plans") -> None:
    message = Message(source, "plan.adjusted", plan, plan, seq, seq, NOW, NOW, {}, uuid4())
    with database.transaction(commit=True) as cursor:
        AgendaProjection().followed(cursor, [message])


def empty(database: SqliteDatabase, source: str = "plans") -> None:
    with database.transaction(commit=True) as cursor:
        AgendaProjection().emptied(cursor, source)


def plans_due(agenda: SqliteAgenda, now=NOW) -> list[UUID]:
    return [entry.plan_id for entry in agenda.due(now)]


def test_a_plan_with_news_is_due_at_once(database: SqliteDatabase, agenda: SqliteAgenda):
    """W8.4: following marks it, in the transaction that follows."""
    follow(database, 1)
    assert plans_due(agenda) == [PLAN]


def test_a_settled_plan_is_due_again_at_its_moment(database: SqliteDatabase, agenda: SqliteAgenda):
    """R24: and one without a moment not of itself."""
    follow(database, 1)
    [entry] = agenda.due(NOW)
    agenda.settle(entry, NOW + HOUR)
    assert (plans_due(agenda), plans_due(agenda, NOW + HOUR)) == ([], [PLAN])
    agenda.settle(entry, None)
    assert plans_due(agenda, NOW + 1000 * HOUR) == []


def test_news_that_comes_while_a_plan_is_looked_at_is_not_lost(
    database: SqliteDatabase, agenda: SqliteAgenda
):
    """W8.4: the look was at what was there before."""
    follow(database, 1)
    [entry] = agenda.due(NOW)
    follow(database, 2)
    agenda.settle(entry, None)
    assert plans_due(agenda) == [PLAN]


def test_a_plan_that_is_followed_anew_waits_until_it_is_where_it_was(
    database: SqliteDatabase, agenda: SqliteAgenda
):
    """Design 5: half of a history must not lead to a mail; other plans do not wait for it."""
    follow(database, 5)
    follow(database, 6, uid(2))
    follow(database, 9)
    empty(database)
    assert plans_due(agenda) == []
    follow(database, 5)
    follow(database, 6, uid(2))
    assert plans_due(agenda) == [uid(2)]
    follow(database, 9)
    assert set(plans_due(agenda)) == {PLAN, uid(2)}


def test_emptying_one_source_does_not_forget_where_the_other_is(
    database: SqliteDatabase, agenda: SqliteAgenda
):
    """Design 5: each source is followed apart."""
    follow(database, 5)
    follow(database, 3, source="evaluations")
    empty(database, "evaluations")
    assert plans_due(agenda) == []
    follow(database, 3, source="evaluations")
    assert plans_due(agenda) == [PLAN]


def test_a_process_that_starts_can_wake_every_plan(database: SqliteDatabase, agenda: SqliteAgenda):
    """W8.4: what was settled too early is looked at again."""
    for number in (1, 2, 3):
        follow(database, number, uid(number))
    for entry in agenda.due(NOW):
        agenda.settle(entry, None)
    agenda.wake_all()
    assert len(plans_due(agenda)) == 3


def test_a_plan_can_be_woken_that_was_never_followed(agenda: SqliteAgenda):
    """A hint may come before what it hints at."""
    agenda.wake(PLAN)
    assert plans_due(agenda) == [PLAN]
