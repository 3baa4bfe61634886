"""Nothing that anybody wrote stands readable in a file of PostgreSQL, nor in a copy of it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import psycopg
import pytest

from shared.record.seal import MakeSealer, Sealer
from shared.service.settings import Settings
from tests.integration.canary.disks import dumped, on_disk, talkative
from tests.integration.canary.test_canary import PLACES, SEED, Played, every_text_was_stored, lived
from tests.integration.canary.traces import shortened
from tests.integration.canary.unsealed import Unsealed
from tests.integration.canary.words import Words, found_in
from tests.integration.postgres.conftest import MakeSettings
from tests.parts.postgres import PostgresServer

pytestmark = pytest.mark.real_postgres
KINDS = {"data/base/", "data/pg_wal/", "log", "dump of "}
# The topic of an event: no secret, so it shows that these places are looked at.
IN_CLEAR = b"plan.agreement-made"
Life = tuple[Played, dict[str, bytes]]


@pytest.fixture
def settings(settings_on: MakeSettings, postgres_server: PostgresServer) -> Settings:
    """A deployment on a server that logs every statement with its values."""
    made = settings_on("postgres")
    for address in (made.database, made.key_database):
        database = psycopg.conninfo.conninfo_to_dict(str(address))["dbname"]
        talkative(postgres_server.conninfo(), str(database))
    return made


def life(settings: Settings, server: Any, sealer: MakeSealer, words: Words, errors: Any) -> Life:
    """A whole life of a dossier, and everything that is left of it on disk and in copies."""
    home: Path | None = getattr(server, "home", None)
    if home is None:
        pytest.skip("de bestanden van deze server zijn niet van ons")
    played = lived(settings.folder, sealer, errors, words, settings)
    copies = [dumped(str(address)) for address in (settings.database, settings.key_database)]
    with psycopg.connect(server.conninfo(), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
    return played, {**played.traces, **on_disk(home), **copies[0], **copies[1]}


def kinds(names: Collection[str]) -> set[str]:
    """Which of the places where PostgreSQL keeps things these names are of."""
    return {kind for kind in KINDS for name in names if name.startswith(kind)}


def test_no_word_that_was_written_is_found_anywhere(
    settings: Settings, postgres_server: PostgresServer, capfd: pytest.CaptureFixture[str]
) -> None:
    """Design 4: not in tables, write-ahead log, server log with all values, or a dump."""
    played, traces = life(settings, postgres_server, Sealer, Words(SEED + 1), capfd)
    every_text_was_stored(played)
    assert kinds([name for name, data in traces.items() if IN_CLEAR in data]) == KINDS
    found = found_in(traces, played.words.all)
    assert not found, shortened(found)
    print(f"0 found in {len(traces)} traces of {sum(map(len, traces.values())):,} bytes")


def test_without_the_seal_every_word_that_is_kept_is_found(
    settings: Settings, postgres_server: PostgresServer, capfd: pytest.CaptureFixture[str]
) -> None:
    """The same search finds all of it, in every place where it would be."""
    played, traces = life(settings, postgres_server, Unsealed, Words(SEED + 2), capfd)
    found = found_in(traces, played.words.all)
    assert {played.words.all[word] for word in found} >= PLACES
    assert kinds(set().union(*found.values())) == KINDS
