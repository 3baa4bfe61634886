"""The agenda in a database: a hint that loses no news and never runs ahead of what is followed."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from services.notifications.sending.tables.agenda import MIGRATIONS, SqlAgenda
from services.notifications.sending.tables.projection import AgendaProjection
from shared.feed.message import Message
from shared.record.database import Database
from shared.record.migrate import migrate
from shared.record.postgres.database import PostgresDatabase
from shared.record.sqlite.database import SqliteDatabase
from tests.parts.postgres import Schema
from tests.unit.notifications.family import PLAN, at, uid

NOW = at("2025-03-10 09:00")
HOUR = timedelta(hours=1)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database of each kind with the agenda's tables."""
    if request.param == "postgres":
        schema: Schema = request.getfixturevalue("schema")
        made: Database = PostgresDatabase(schema.events, schema.name)
    else:
        made = SqliteDatabase(tmp_path / "events.db")
    migrate(made, "agenda", MIGRATIONS)
    yield made
    made.close()


@pytest.fixture
def agenda(database: Database) -> SqlAgenda:
    """The agenda in it."""
    return SqlAgenda(database)


def news(seq: int, plan: UUID, source: str) -> Message:
    return Message(source, "plan.adjusted", plan, plan, seq, seq, NOW, NOW, {}, uuid4())


def follow(database: Database, seq: int, plan: UUID = PLAN, source: str = "plans") -> None:
    with database.transaction(commit=True) as cursor:
        AgendaProjection().followed(cursor, [news(seq, plan, source)])


def empty(database: Database, source: str = "plans") -> None:
    with database.transaction(commit=True) as cursor:
        AgendaProjection().emptied(cursor, source)


def plans_due(agenda: SqlAgenda, now=NOW) -> list[UUID]:
    return [entry.plan_id for entry in agenda.due(now)]


def test_a_plan_with_news_is_due_at_once(database: Database, agenda: SqlAgenda):
    """W8.4: following marks it, in the transaction that follows."""
    follow(database, 1)
    assert plans_due(agenda) == [PLAN]


def test_a_settled_plan_is_due_again_at_its_moment(database: Database, agenda: SqlAgenda):
    """R24: and one without a moment not of itself."""
    follow(database, 1)
    [entry] = agenda.due(NOW)
    agenda.settle(entry, NOW + HOUR)
    assert (plans_due(agenda), plans_due(agenda, NOW + HOUR)) == ([], [PLAN])
    agenda.settle(entry, None)
    assert plans_due(agenda, NOW + 1000 * HOUR) == []


def test_news_that_comes_while_a_plan_is_looked_at_is_not_lost(
    database: Database, agenda: SqlAgenda
):
    """W8.4: the look was at what was there before."""
    follow(database, 1)
    [entry] = agenda.due(NOW)
    follow(database, 2)
    agenda.settle(entry, None)
    assert plans_due(agenda) == [PLAN]


def test_a_plan_that_is_followed_anew_waits_until_it_is_where_it_was(
    database: Database, agenda: SqlAgenda
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
    database: Database, agenda: SqlAgenda
):
    """Design 5: each source is followed apart."""
    follow(database, 5)
    follow(database, 3, source="evaluations")
    empty(database, "evaluations")
    assert plans_due(agenda) == []
    follow(database, 3, source="evaluations")
    assert plans_due(agenda) == [PLAN]


def test_a_process_that_starts_can_wake_every_plan(database: Database, agenda: SqlAgenda):
    """W8.4: what was settled too early is looked at again."""
    for number in (1, 2, 3):
        follow(database, number, uid(number))
    for entry in agenda.due(NOW):
        agenda.settle(entry, None)
    agenda.wake_all()
    assert len(plans_due(agenda)) == 3


def test_a_plan_can_be_woken_that_was_never_followed(agenda: SqlAgenda):
    """A hint may come before what it hints at."""
    agenda.wake(PLAN)
    assert plans_due(agenda) == [PLAN]


def test_followers_of_two_feeds_wake_the_same_plans_without_getting_in_each_other_s_way(
    database: Database, agenda: SqlAgenda
):
    """Design 5: neither waits for one that waits for it, also while a sender starts."""
    plans = [uid(number) for number in range(40)]

    def follow_all(source: str, order: Sequence[UUID]) -> None:
        for turn in range(5):
            found = [news(turn * 100 + n, plan, source) for n, plan in enumerate(order)]
            with database.transaction(commit=True) as cursor:
                AgendaProjection().followed(cursor, found)

    with ThreadPoolExecutor(3) as pool:
        running = [
            pool.submit(follow_all, "plans", plans),
            pool.submit(follow_all, "evaluations", plans[::-1]),
            pool.submit(lambda: [agenda.wake_all() for _ in range(5)]),
        ]
        for each in running:
            each.result(timeout=60)
    assert set(plans_due(agenda)) == set(plans)
