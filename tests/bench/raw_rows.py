"""The floor of an act: the rows that one act writes, written by bare statements on this disk."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from shared.record.sqlite import driver  # noqa: F401  # before anything imports sqlite3
from shared.record.sqlite.open_record import EVENTS_FILE, KEYS_FILE, migrate_record

ACTS = 2000
# What an agreement of ordinary size came to when it was sealed: two parts, padded.
STATE_BYTES = 1100


def raw_acts_a_second(folder: Path) -> float:
    """Acts a second: a key and then an event with leaf and frontier, each durably committed."""
    migrate_record(folder, os.urandom)
    with closing(_open(folder / EVENTS_FILE)) as events, closing(_open(folder / KEYS_FILE)) as keys:
        plan = os.urandom(16).hex()
        began = time.perf_counter()
        for number in range(1, ACTS + 1):
            _act(events, keys, plan, number)
        return ACTS / (time.perf_counter() - began)


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _act(events: sqlite3.Connection, keys: sqlite3.Connection, plan: str, number: int) -> None:
    item, state = os.urandom(16).hex(), os.urandom(STATE_BYTES)
    keys.execute("BEGIN IMMEDIATE")
    key = (os.urandom(16), plan, f"item:{item}", "1", os.urandom(40))
    keys.execute("INSERT INTO data_key VALUES (?, ?, ?, ?, ?)", key)
    keys.execute("COMMIT")
    events.execute("BEGIN IMMEDIATE")
    row = (plan, number, plan, "plan.agreement-made", state)
    events.execute("INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)", row)
    hashes = (os.urandom(16), os.urandom(32), os.urandom(32), os.urandom(32))
    events.execute(
        "INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, plan, number, plan, number, *hashes),
    )
    edge = (number, number, os.urandom(320))
    events.execute("UPDATE frontier SET size = ?, recorded_at = ?, peaks = ? WHERE id = 1", edge)
    events.execute("COMMIT")
