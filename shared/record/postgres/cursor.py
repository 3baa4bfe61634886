"""A cursor that sends as seldom as it can: every journey to the server takes time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import psycopg
from eventsourcing.persistence import Cursor, OperationalError
from psycopg.pq import TransactionStatus

from shared.record.errors import CommitUnclearError

Connection = psycopg.Connection[tuple[Any, ...]]
_MOST_WAITING = 500


class PostgresCursor(Cursor):
    """Statements whose answer nobody reads travel with the next one that is, or with the commit.

    They are carried out in their order all the same; what is wrong with one is raised there.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: list[tuple[Any, Sequence[Any]]] = []
        self._answer = _answering(connection)

    def execute(self, statement: str | bytes, params: Any = None) -> None:
        """Takes a statement with ``?`` for each parameter."""
        text = statement.decode() if isinstance(statement, bytes) else statement
        self._waiting.append((_placeholders(text), tuple(params or ())))
        if len(self._waiting) >= _MOST_WAITING:
            self.send()

    def fetchone(self) -> Any:
        """The next row of the last statement's answer; None behind the last."""
        self.send()
        return self._answer.fetchone()

    def fetchall(self) -> list[Any]:
        """The rows of the last statement's answer that were not fetched yet."""
        self.send()
        return self._answer.fetchall()

    def send(self) -> None:
        """Carries out what waits, in one journey."""
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        *first, last = waiting
        self._answer = _answering(self._connection)
        if not first:
            self._answer.execute(*last)
            return
        unread = psycopg.RawCursor(self._connection)
        with self._connection.pipeline():
            for statement in first:
                unread.execute(*statement)
            self._answer.execute(*last)

    def script(self, sql: str) -> None:
        """Runs a text of several statements, without parameters."""
        self.send()
        self._connection.execute(sql.encode())

    def commit(self) -> None:
        """Commits, with what still waits. Raises CommitUnclearError when the answer got lost."""
        self.execute("COMMIT")
        try:
            self.send()
        except psycopg.OperationalError as error:
            if self._connection.closed:
                raise CommitUnclearError(error) from error
            raise
        if self._answer.statusmessage != "COMMIT":
            raise OperationalError("an error in this transaction was passed over")

    def rollback(self) -> None:
        """Undoes what was carried out; a lost connection has done so by itself."""
        self._waiting = []
        if self._connection.info.transaction_status == TransactionStatus.IDLE:
            return
        try:
            self._connection.execute("ROLLBACK")
        except psycopg.Error:
            self._connection.close()


def _answering(connection: Connection) -> psycopg.RawCursor[tuple[Any, ...]]:
    cursor = psycopg.RawCursor(connection)
    cursor.format = psycopg.pq.Format.BINARY
    return cursor


# The driver would look for its own placeholders each time, and takes milliseconds for hundreds.
@lru_cache(maxsize=1024)
def _placeholders(statement: str) -> str:
    first, *others = statement.split("?")
    return first + "".join(f"${number}{text}" for number, text in enumerate(others, start=1))
