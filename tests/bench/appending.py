"""Acts of ordinary size for a record, and how fast it takes them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from shared.record.opening import Terms
from shared.record.postgres.open_record import migrate_record_postgres, open_postgres_record
from shared.record.record import Record
from shared.record.sqlite.open_record import migrate_record, open_record
from tests.bench.stage import now
from tests.bench.trips import Trips
from tests.contract.record.family import EVENTS, act, agreed

SECONDS = 3.0
COUNTED = 50
_WORDS = "Els slaapt bij ons en belt om acht uur als er iets is dat zij niet vertrouwt. " * 5


def in_files(folder: Path) -> Record:
    """An empty record on SQLite."""
    migrate_record(folder, os.urandom)
    return open_record(folder, _terms(now))


def in_postgres(events: str, keys: str, folder: Path) -> Record:
    """An empty record in two databases."""
    migrate_record_postgres(events, keys, "plans", folder, os.urandom)
    return opened(events, keys, folder)


def opened(events: str, keys: str, folder: Path) -> Record:
    """The record that is there."""
    return open_postgres_record(events, keys, "plans", folder, _terms())


def _terms(clock: Callable[[], datetime] | None = None) -> Terms:
    return Terms(origin="bench", events=EVENTS, random_bytes=os.urandom, clock=clock)


def acts_a_second(record: Record, at_once: int) -> float:
    """Acts a second, so many in one append; each is of a plan of its own and makes one key."""
    done = 0
    began = time.perf_counter()
    while time.perf_counter() < began + SECONDS:
        append(record, at_once)
        done += at_once
    return done / (time.perf_counter() - began)


def append(record: Record, at_once: int) -> None:
    """One append."""
    acts = [act(agreed(uuid4(), 1, _WORDS)) for _ in range(at_once)]
    outcomes = record.append(acts)
    assert len(outcomes) == at_once


def trips_of(events: str, keys: str, folder: Path, at_once: int) -> float:
    """Journeys to the server that one append takes: to the keys and to the events together."""
    server = conninfo_to_dict(events)
    with closing(Trips(str(server["host"]), int(server["port"] or 5432))) as trips:
        by_trips = [
            make_conninfo(each, host="127.0.0.1", port=trips.port) for each in (events, keys)
        ]
        with closing(opened(by_trips[0], by_trips[1], folder)) as record:
            for _ in range(COUNTED):
                append(record, at_once)
            before = trips.count
            for _ in range(COUNTED):
                append(record, at_once)
            return (trips.count - before) / COUNTED
