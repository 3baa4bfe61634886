"""``vangnet sign``: a process that signs what others recorded, and has nothing else."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from shared.proof.tables.checkpoints import MIGRATIONS
from tests.integration.vangnet.apart import wait_until
from tests.integration.vangnet.conftest import Run
from tests.integration.vangnet.process import launched
from tests.parts.postgres import PostgresServer
from vangnet.assembly import migrate_town
from vangnet.settings import read_settings

Settings = dict[str, str]


@pytest.fixture
def settings(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Settings]:
    """A new pair of databases that have been migrated."""
    name = f"sign_{uuid4().hex[:12]}"
    names = {"VANGNET_DATABASE": name, "VANGNET_KEY_DATABASE": f"{name}_keys"}
    with psycopg.connect(postgres_server.conninfo(), autocommit=True) as connection:
        for database in names.values():
            connection.execute(f"CREATE DATABASE {database}")
        made = {each: postgres_server.conninfo(at) for each, at in names.items()}
        found = {"VAR": str(tmp_path / "var"), **made}
        migrate_town(read_settings(found).settings, os.urandom)
        yield found
        for database in names.values():
            connection.execute(f"DROP DATABASE {database} WITH (FORCE)")


def begun(settings: Settings, folder: Path) -> subprocess.Popen[str]:
    """A signer with this folder, and what it logs beside it; it has no address of the keys."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("VANGNET_")}
    given = {"VANGNET_DATABASE": settings["VANGNET_DATABASE"], "VAR": str(folder)}
    with folder.with_suffix(".log").open("ab") as log:
        return launched(["sign"], ours | given, log)


def events(folder: Path) -> list[str]:
    """What the signer of that folder said."""
    lines = folder.with_suffix(".log").read_text("utf-8").splitlines()
    return [json.loads(line)["event"] for line in lines]


@pytest.mark.real_postgres
def test_of_two_signers_one_signs_and_the_other_takes_over(
    settings: Settings, tmp_path: Path
) -> None:
    """Also when the first was killed: the lease goes with its connection."""
    first, second = tmp_path / "eerste", tmp_path / "tweede"
    with ExitStack() as stack:
        one = stack.enter_context(begun(settings, first))
        stack.callback(one.kill)
        wait_until(lambda: (first / "signer" / "plans-access.json").exists())
        two = stack.enter_context(begun(settings, second))
        stack.callback(two.kill)
        assert two.stdout is not None and two.stdout.readline() == "ready\n"
        assert not list(second.glob("signer/*.json"))
        one.send_signal(signal.SIGKILL)
        wait_until(lambda: (second / "signer" / "plans-access.json").exists())
        two.terminate()
        assert two.wait(60) == 0
    assert "ondertekenen" not in events(first) + events(second)


def test_on_files_it_is_not_for_another_process(run: Run) -> None:
    """Whoever runs the services has them open, and signs (ADR 10)."""
    done = run("sign")
    assert (done.exit_code, "ondertekent het proces dat de dienst draait" in done.stderr) == (
        1,
        True,
    )


@pytest.mark.real_postgres
def test_an_owner_who_cannot_make_the_role_of_the_signer_is_told_so(
    postgres_server: PostgresServer,
) -> None:
    """Its rights are given by that migration: without the role nothing would ever be signed."""
    owner = f"owner_{uuid4().hex[:12]}"
    script = (MIGRATIONS / "postgres" / "0001_proof.sql").read_text("utf-8")
    with psycopg.connect(postgres_server.conninfo()) as connection:
        connection.execute(f"CREATE ROLE {owner}")
        connection.execute(f"CREATE SCHEMA {owner} AUTHORIZATION {owner}")
        connection.execute(f"SET search_path = {owner}")
        connection.execute(f"SET ROLE {owner}")
        with pytest.raises(psycopg.errors.RaiseException, match=f"{owner}_signer ontbreekt"):
            connection.execute(script[script.index("DO $$") :])
        connection.rollback()
