"""How far a relay came, in every database that a service may be in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from shared.feed.alarm import Fenced
from shared.feed.kafka.places import COMPONENT, MIGRATIONS, RelayPlaces
from shared.feed.place import Place
from shared.record.database import Database
from shared.record.migrate import migrate
from shared.record.postgres.database import PostgresDatabase
from shared.record.sqlite.database import SqliteDatabase

MARK = UUID(int=3, version=4)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        made: Database = SqliteDatabase(tmp_path / "relay.db")
    else:
        schema = request.getfixturevalue("schema")
        made = PostgresDatabase(schema.events, schema.name)
    migrate(made, COMPONENT, MIGRATIONS)
    yield made
    made.close()


def test_it_keeps_where_it_is(database: Database) -> None:
    places = RelayPlaces(database)
    assert places.place("plans") == Place()
    places.move("plans", 0, Place(2**40, MARK))
    assert RelayPlaces(database).place("plans") == Place(2**40, MARK)
    assert places.place("evaluations") == Place()


def test_of_two_relays_the_second_is_fenced_off(database: Database) -> None:
    """It began where the first has left; what the first did stands."""
    places = RelayPlaces(database)
    places.move("plans", 0, Place(5, MARK))
    with pytest.raises(Fenced):
        places.move("plans", 0, Place(3))
    assert places.place("plans") == Place(5, MARK)


def test_a_new_start_forgets_the_place_and_keeps_the_topics(database: Database) -> None:
    places = RelayPlaces(database)
    places.keep_topic("t", UUID(int=1))
    places.move("plans", 0, Place(5, MARK))
    places.restart("plans", {"t": UUID(int=2)})
    assert (places.place("plans"), places.topic_id("t")) == (Place(), UUID(int=2))
    assert places.topic_id("u") is None
