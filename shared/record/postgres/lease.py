"""Who of several processes does what one must do: it holds a lock in PostgreSQL meanwhile."""

from __future__ import annotations

from threading import Lock

import psycopg
from psycopg.conninfo import make_conninfo

from shared.record.postgres.cursor import Connection

_TAKE = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
# We must notice that we fell silent before the server does and gives the lease to another one.
_CLIENT = {
    "connect_timeout": 5,
    "keepalives_idle": 3,
    "keepalives_interval": 2,
    "keepalives_count": 2,
    "tcp_user_timeout": 5_000,
}
_SERVER = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"


class Lease:
    """The right to do something alone, named ``name`` in one database, until released or lost.

    It is held by a connection of its own, not through a pooler that shares sessions. Losing it is
    noticed by asking, so whatever is done under it must be harmless when done twice. Safe to use
    from several threads.
    """

    def __init__(self, conninfo: str, name: str) -> None:
        self._conninfo = make_conninfo(conninfo, options=_SERVER, **_CLIENT)
        self._name = name
        self._connection: Connection | None = None
        self._lock = Lock()

    def try_take(self) -> bool:
        """Takes it if nobody has it; whether it is ours now. False too without a database."""
        with self._lock:
            if self._alive():
                return True
            try:
                self._connection = self._taken()
            except psycopg.Error:
                self._connection = None
            return self._connection is not None

    def held(self) -> bool:
        """Whether it is still ours: one short question to the server."""
        with self._lock:
            return self._alive()

    def release(self) -> None:
        """Gives it up. May be called more than once."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _alive(self) -> bool:
        if self._connection is None:
            return False
        try:
            self._connection.execute("SELECT 1")
        except psycopg.Error:
            self._connection.close()
            self._connection = None
        return self._connection is not None

    def _taken(self) -> Connection | None:
        connection = psycopg.connect(self._conninfo, autocommit=True)
        try:
            row = connection.execute(_TAKE, (self._name,)).fetchone()
        except psycopg.Error:
            connection.close()
            raise
        if row is not None and row[0]:
            return connection
        connection.close()
        return None
