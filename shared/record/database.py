"""The database port: what a service's rows ask of the database they are in."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from eventsourcing.persistence import Cursor


class Database(Protocol):
    """One database of one service. Safe to use from several threads.

    Statements are written once for all databases, with ``?`` for each parameter. ``dialect``
    names the folder of its migrations, ``name`` says which database it is without any secret, and
    ``clock`` is its expression for the microseconds since 1970 UTC.
    """

    dialect: str
    name: str
    clock: str

    def transaction(
        self, *, commit: bool, alone: str | None = None
    ) -> AbstractContextManager[Cursor]:
        """A transaction; only one with ``commit`` may write, and what is raised in it undoes it.

        ``alone``: the table that nobody else writes between the first answer that the block reads
        and its end.
        Without ``commit`` each statement may see a newer state than the one before it. Raises the
        library's errors, of which CommitUnclearError means: read again before concluding.
        """

    def script(self, cursor: Cursor, sql: str) -> None:
        """Runs the statements of a migration."""

    def prepare(self, cursor: Cursor) -> None:
        """Makes the place for tables, and keeps other migrations waiting until the commit."""

    def has_table(self, cursor: Cursor, table: str) -> bool:
        """Whether the table is there."""

    def forget_deleted(self) -> None:
        """Makes sure that what was deleted or overwritten does not linger in a log of our own."""

    def close(self) -> None:
        """Closes every connection. May be called more than once."""
