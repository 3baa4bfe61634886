"""What a witness saw last of each log, in one SQLite file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from vangnet_verify.checkpoint import Checkpoint

_TABLE = (
    "CREATE TABLE IF NOT EXISTS seen (origin TEXT PRIMARY KEY, size INTEGER NOT NULL, "
    "root BLOB NOT NULL) STRICT"
)
_LAST = "SELECT size, root FROM seen WHERE origin = ?"
_FIRST = (
    "INSERT INTO seen VALUES (?, ?, ?) ON CONFLICT (origin) DO UPDATE "
    "SET size = excluded.size, root = excluded.root WHERE seen.size = 0"
)
_NEXT = "UPDATE seen SET size = ?, root = ? WHERE origin = ? AND size = ? AND root = ?"
# The tree without leaves (RFC 6962 section 2.1): of a log that is new here, and of an empty one.
NOTHING = 0, sha256(b"").digest()


class Memory:
    """Durable before it answers, and changed by one request at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with closing(self._connected()) as connection:
            connection.execute(_TABLE)

    def last(self, origin: str) -> tuple[int, bytes]:
        """Size and root of what was cosigned last; ``NOTHING`` of a log that is new here."""
        with closing(self._connected()) as connection:
            row = connection.execute(_LAST, (origin,)).fetchone()
        return NOTHING if row is None else (row[0], bytes(row[1]))

    def replace(self, seen: tuple[int, bytes], checkpoint: Checkpoint) -> bool:
        """Remembers ``checkpoint`` in the place of what was seen; False when that was another."""
        new = checkpoint.size, checkpoint.root
        with closing(self._connected()) as connection:
            if seen == NOTHING:
                done = connection.execute(_FIRST, (checkpoint.origin, *new))
            else:
                done = connection.execute(_NEXT, (*new, checkpoint.origin, *seen))
            return done.rowcount == 1

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, isolation_level=None, timeout=10)
        # With FULL a power cut may bring the rollback journal back, and what it undoes.
        connection.execute("PRAGMA synchronous=EXTRA")
        return connection
