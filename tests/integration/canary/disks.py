"""Everything that a database server or a broker of our own wrote to disk, as bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql

_TABLES = """
SELECT schemaname, tablename FROM pg_tables
WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
"""
# The most that a server can be told to write down: every statement with all of its values.
_TALKATIVE = {
    "log_statement": "all",
    "log_parameter_max_length": "-1",
    "log_parameter_max_length_on_error": "-1",
    "log_error_verbosity": "verbose",
    "log_min_messages": "debug1",
}


def talkative(owner: str, database: str) -> None:
    """From the next connection on, the server logs all that is asked of this database."""
    with psycopg.connect(owner, autocommit=True) as connection:
        for name, value in _TALKATIVE.items():
            statement = "ALTER DATABASE {} SET {} = {}"
            parts = sql.Identifier(database), sql.Identifier(name), sql.Literal(value)
            connection.execute(sql.SQL(statement).format(*parts))


def on_disk(home: Path) -> dict[str, bytes]:
    """Every file under ``home``: tables, write-ahead log, temporary files, the server's log."""
    found = {}
    for path in home.rglob("*"):
        try:
            if path.is_file():
                found[str(path.relative_to(home))] = path.read_bytes()
        except FileNotFoundError:
            # A server that runs also removes files.
            continue
    return found


def dumped(address: str) -> dict[str, bytes]:
    """Every row of every table as a copy of the database has it: files may be compressed."""
    with psycopg.connect(address) as connection:
        connection.execute("SET statement_timeout = 0")
        tables = connection.execute(_TABLES).fetchall()
        return {f"dump of {s}.{t}": b"\n".join(_rows(connection, s, t)) for s, t in tables}


def _rows(connection: psycopg.Connection, schema: str, table: str) -> Iterator[bytes]:
    query = sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(schema, table))
    with connection.cursor().copy(query) as copy:
        yield from (bytes(row) for row in copy)
