"""A backup on PostgreSQL is a whole deployment, made while it runs."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import psycopg
import pytest

from shared.record.errors import SettingsError
from shared.record.filewrapper import FileWrapper
from shared.record.postgres.lease import Lease
from tests.integration.operating.deployments import (
    MADE,
    copied,
    opens_dossiers,
    put_back,
    recovery_of,
)
from tests.integration.postgres.conftest import MakeSettings
from tests.integration.postgres.seeded import Seeded
from tests.integration.postgres.test_town_on_postgres import (
    a_family_s_days,
    as_member,
    looks_around,
)
from tests.integration.vangnet.conftest import Run
from tests.integration.vangnet.conftest import run as run
from vangnet.assembly import SERVICES
from vangnet.backups.backup import back_up, restore
from vangnet.backups.postgres_programs import programs_for

pytestmark = pytest.mark.real_postgres


def test_what_comes_back_elsewhere_answers_the_same_bytes(
    settings_on: MakeSettings, tmp_path: Path
) -> None:
    """In new databases, for a user with no more rights than the services have."""
    settings, elsewhere = settings_on("postgres"), settings_on("postgres")
    at = Seeded(settings)
    plan = a_family_s_days(at)
    backup = copied(settings, tmp_path / "kopie", *SERVICES)
    before = at.digests()
    at.answers.clear()
    looks_around(at, plan)
    at.town.close()

    restore(elsewhere, backup, SERVICES, os.environ, recovery_of(backup))
    Seeded(elsewhere).town.close()  # migrates: nothing is missing, and nothing is made twice
    with as_member(elsewhere) as member:
        again = Seeded(member, migrate=False)
        looks_around(again, plan)
        again.town.step_all()
        assert again.answers == at.answers
        assert again.digests() == before
        opens_dossiers(again, 1)
        assert [s.acting.record.audit() for s in again.town.services] == [[], [], []]
        again.town.close()


def test_a_copy_made_during_work_is_whole(settings_on: MakeSettings, tmp_path: Path) -> None:
    """Every event in it can be read, and nobody followed what is not in it."""
    settings, elsewhere = settings_on("postgres"), settings_on("postgres")
    at = Seeded(settings)
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            opens_dossiers(at, 1)
            at.town.step_all()

    working = threading.Thread(target=work)
    working.start()
    try:
        backup = copied(settings, tmp_path / "kopie", *SERVICES)
    finally:
        stop.set()
        working.join()
    lived_on = at.town.by_name["plans"].acting.record.last().seq
    at.town.close()

    restore(elsewhere, backup, SERVICES, os.environ, recovery_of(backup))
    again = Seeded(elsewhere, migrate=False)
    record = again.town.by_name["plans"].acting.record
    last = record.last().seq
    assert last <= lived_on
    assert [each.stamp.seq for each in record.after(0, 10_000)] == list(range(1, last + 1))
    for name in ("evaluations", "notifications"):
        inbox = again.town.by_name[name].inbox
        assert inbox is not None and inbox.place("plans").position <= last
    again.town.step_all()
    again.town.close()


def test_one_service_comes_back_beside_the_others(
    settings_on: MakeSettings, tmp_path: Path
) -> None:
    """From a copy of all of them: it catches up with the others by itself."""
    settings = settings_on("postgres")
    at = Seeded(settings)
    backup = copied(settings, tmp_path / "kopie", *SERVICES)
    a_family_s_days(at)
    before = at.digests()
    at.town.close()
    put_back(settings, backup, "evaluations")
    at.town = at.open()
    at.town.by_name["evaluations"].followers["plans"].step()
    assert at.digests()["evaluations"] == before["evaluations"]
    at.town.close()


def test_nothing_is_ever_written_over(settings_on: MakeSettings, tmp_path: Path) -> None:
    """Neither an older backup, nor a schema with something in it, nor other epoch keys."""
    settings, elsewhere = settings_on("postgres"), settings_on("postgres")
    Seeded(settings).town.close()
    backup = copied(settings, tmp_path / "kopie", *SERVICES)
    with pytest.raises(SettingsError, match="niet leeg"):
        back_up(settings, backup, SERVICES, os.environ, MADE)
    with pytest.raises(SettingsError, match="schema notifications bestaat al"):
        restore(settings, backup, SERVICES, os.environ)
    (elsewhere.folder / "plans").mkdir(parents=True)
    FileWrapper.create(elsewhere.folder / "plans" / "epoch.key", os.urandom)
    with pytest.raises(SettingsError, match=r"Verplaats .*epoch\.key eerst"):
        restore(elsewhere, backup, SERVICES, os.environ, recovery_of(backup))
    assert not _has_schema(str(elsewhere.database))


def _has_schema(address: str) -> bool:
    with psycopg.connect(address) as connection:
        row = connection.execute("SELECT to_regnamespace('plans')").fetchone()
    return row != (None,)


def test_an_interrupted_copy_is_not_put_back(settings_on: MakeSettings, tmp_path: Path) -> None:
    """What a backup says of itself is written when all else is there."""
    settings, elsewhere = settings_on("postgres"), settings_on("postgres")
    Seeded(settings).town.close()
    backup = copied(settings, tmp_path / "kopie", *SERVICES)
    (backup / "plans" / "backup.json").unlink()
    with pytest.raises(SettingsError, match="geen volledige"):
        restore(elsewhere, backup, SERVICES, os.environ, recovery_of(backup))


def test_it_is_put_back_only_while_nobody_follows(
    settings_on: MakeSettings, tmp_path: Path
) -> None:
    """Whoever leads would go on with what it knew."""
    settings = settings_on("postgres")
    Seeded(settings).town.close()
    backup = copied(settings, tmp_path / "kopie", "plans")
    lease = Lease(str(settings.database), "vangnet plans")
    assert lease.try_take()
    with pytest.raises(SettingsError, match="Stop alle processen"):
        restore(settings, backup, ["plans"], os.environ)
    lease.release()


def test_the_password_is_in_no_command(settings_on: MakeSettings, tmp_path: Path) -> None:
    """Anybody on the machine can read the words of a command."""
    address = f"{settings_on('postgres').database} password=geheim"
    _program(tmp_path / "99" / "bin", 99, 'echo "$@ kreeg $PGPASSWORD" >&2; exit 1')
    with pytest.raises(SettingsError) as failed:
        programs_for(address, {"PATH": ""}, tmp_path).run("pg_dump", address, "--verbose")
    words, _, password = str(failed.value).partition(" kreeg ")
    assert "--verbose" in words and "geheim" not in words and password == "geheim"


def test_the_commands_do_it_with_the_settings_of_the_environment(
    settings_on: MakeSettings, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They say where everything went, and what to do next."""
    export = tmp_path / "herstel.json"
    Seeded(settings := settings_on("postgres")).town.close()
    for found in (settings, settings_on("postgres")):
        monkeypatch.setenv("VAR", str(found.folder))
        monkeypatch.setenv("VANGNET_DATABASE", str(found.database))
        monkeypatch.setenv("VANGNET_KEY_DATABASE", str(found.key_database))
        command, *more = ("backup",) if found is settings else ("restore", "--recovery", export)
        result = run(command, tmp_path / "kopie", *more)
        assert result.exit_code == 0, result.stderr
        assert result.stdout.startswith("12 bestanden")
        if found is settings:
            assert run("recovery", export).exit_code == 0
    assert "vangnet migrate" in result.stdout
    assert run("migrate").exit_code == 0


def test_programs_that_are_missing_or_too_old_are_named_with_a_remedy(
    settings_on: MakeSettings, tmp_path: Path
) -> None:
    """pg_dump refuses a server that is newer than itself."""
    address = str(settings_on("postgres").database)
    with pytest.raises(SettingsError, match="pg_dump ontbreekt"):
        programs_for(address, {"PATH": ""}, tmp_path)
    _program(tmp_path / "9" / "bin", 9)
    with pytest.raises(SettingsError, match="pg_dump is van versie 9 en de server van versie"):
        programs_for(address, {"PATH": ""}, tmp_path)


def test_the_nearest_version_is_taken(settings_on: MakeSettings, tmp_path: Path) -> None:
    """A newer pg_restore says what an older server does not understand."""
    address = str(settings_on("postgres").database)
    for version in (9, 98, 99):
        _program(tmp_path / str(version) / "bin", version)
    assert programs_for(address, {"PATH": ""}, tmp_path).folder == tmp_path / "98" / "bin"


def _program(folder: Path, version: int, otherwise: str = "exit 1") -> None:
    folder.mkdir(parents=True)
    for name in ("pg_dump", "pg_restore"):
        said = f'[ "$1" = --version ] && echo "{name} (PostgreSQL) {version}.1" && exit 0'
        (folder / name).write_text(f"#!/bin/sh\n{said}\n{otherwise}\n")
        (folder / name).chmod(0o755)
