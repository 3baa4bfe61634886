"""``/gereed`` says whether a service can do its work, and ``/gezond`` whether it lives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.integration.whole.village import Village

BASE = "/notificaties/api/v1"


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Village]:
    """A town that was not asked yet: an answer is kept for a second."""
    with Village(tmp_path) as made:
        yield made


def status(village: Village, probe: str) -> int:
    """What a probe gets."""
    return village.client.get(f"{BASE}/{probe}").status_code


def change(village: Village, sql: str) -> None:
    """Changes what the service's database knows of its own version."""
    database = village.town.by_name["notifications"].acting.record.database
    with database.transaction(commit=True) as cursor:
        cursor.execute(sql, ())


def test_a_service_that_can_do_its_work_is_ready(village: Village) -> None:
    """With its database, its tables and its followers."""
    assert (status(village, "gezond"), status(village, "gereed")) == (200, 200)


def test_without_its_database_it_lives_and_is_not_ready(village: Village) -> None:
    """Starting it again would not help: it gets no requests until the database is back."""
    village.town.by_name["notifications"].close()
    assert (status(village, "gezond"), status(village, "gereed")) == (200, 503)


def test_without_its_keys_it_is_not_ready(village: Village) -> None:
    """They are in a database of their own, and nothing can be read or written without them."""
    keys = village.town.by_name["notifications"].acting.record.keys
    keys.close()  # type: ignore[attr-defined]
    assert status(village, "gereed") == 503


def test_on_tables_of_an_older_version_it_is_not_ready(village: Village) -> None:
    """As after an older backup was put back under it."""
    change(village, "DELETE FROM migration WHERE component = 'agenda'")
    assert status(village, "gereed") == 503


def test_on_tables_of_a_newer_version_it_goes_on(village: Village) -> None:
    """While a new version is rolled out, the old one answers until it is replaced."""
    change(village, "INSERT INTO migration VALUES ('feed', 99, 'later', '')")
    assert status(village, "gereed") == 200


def test_while_a_follower_stands_still_it_is_not_ready(village: Village) -> None:
    """Decisions here rest on what is followed."""
    follower = village.town.followers["notifications/plans"]
    follower.status = msgspec.structs.replace(follower.status, alarm="staat stil")
    assert status(village, "gereed") == 503
