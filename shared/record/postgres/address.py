"""How a connection is made: where to, and what the server must do when one of us falls silent."""

from __future__ import annotations

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from shared.record.errors import SettingsError

# An address in the settings may say otherwise.
_CLIENT = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
# Reading connections cannot write by mistake. A client that vanished must not hold the lock on
# the events for long: all writers wait for it.
_SERVER = {
    "search_path": "{schema},pg_temp",
    "default_transaction_read_only": "on",
    "lock_timeout": "10s",
    "statement_timeout": "30s",
    "idle_in_transaction_session_timeout": "30s",
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}


def address(conninfo: str, schema: str) -> str:
    """The address with everything that our connections need. Raises SettingsError."""
    given = _parts(conninfo)
    options = [f"-c {name}={value.format(schema=schema)}" for name, value in _SERVER.items()]
    given["options"] = " ".join([str(given.get("options") or ""), *options]).strip()
    ours: dict[str, str | int | None] = {**_CLIENT, "application_name": f"vangnet {schema}"}
    return make_conninfo("", **(ours | given))


def described(conninfo: str, schema: str) -> str:
    """Which database it is, for a message: no user and no password."""
    given = _parts(conninfo)
    return f"PostgreSQL-database {given.get('dbname', '')} (schema {schema})"


def _parts(conninfo: str) -> dict[str, str | int | None]:
    try:
        parts = dict(conninfo_to_dict(conninfo))
    except psycopg.ProgrammingError:
        parts = {}
    # Behind a password with such a sign in it the rest of that password is read as a name, and
    # names are told.
    if not parts or any("@" in str(parts.get(name, "")) for name in ("host", "dbname")):
        # Not as the cause: that repeats the address.
        raise SettingsError(
            "Een adres van PostgreSQL is onleesbaar. Schrijf het als "
            "postgresql://gebruiker@machine/database, en in een wachtwoord %40 voor @ en %2F "
            "voor /."
        )
    return parts
