"""Copies of services that are on PostgreSQL, made while they run, to a folder and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from shared.record.durable import make_folder, sync, sync_folder, write_new
from shared.record.errors import SettingsError
from shared.record.opening import EPOCHS_FILE
from shared.service.databases import Addresses
from vangnet.backups.files import (
    copy_service_key,
    copy_small,
    incomplete,
    refuse_incomplete,
    refuse_others,
    refuse_used,
)
from vangnet.backups.postgres_programs import Programs, programs_for

EVENTS, KEYS = "events.dump", "keys.dump"
_DUMPED = ("--format=custom", "--lock-wait-timeout=60s")
_RESTORED = ("--no-owner", "--exit-on-error", "--single-transaction")
_TRIES = 3
_KEEP_SNAPSHOT = (
    "SET idle_in_transaction_session_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
)
_ROLE = "DO $$ BEGIN IF to_regrole('{0}') IS NULL THEN CREATE ROLE {0} NOLOGIN; END IF; END $$"


def dump(
    at: Addresses, folder: Path, target: Path, services: Sequence[str], environ: Mapping[str, str]
) -> list[Path]:
    """Copies the services to ``target``; gives the files made.

    All their events at one moment, and the keys after it: every event in the copy then has its
    key there. Raises SettingsError.
    """
    programs = programs_for(at.events, environ)
    wrong = f"{folder} bevat niet van elke dienst {EPOCHS_FILE}. Kies met VAR de goede map."
    refuse_incomplete(folder, services, [EPOCHS_FILE], wrong)
    refuse_used(target)
    made = []
    with _one_moment(at.events) as snapshot:
        for service in services:
            place = _folder(target / service)
            of_then = f"--snapshot={snapshot}"
            made.append(_dumped(programs, at.events, service, place / EVENTS, of_then))
    for service in services:
        made += copy_service_key(folder / service, target / service)
        made += _keys(programs, at.keys, service, folder / service, target / service)
        sync_folder(target / service)
    return [*made, *copy_small(folder, target)]


def put_back(
    at: Addresses, folder: Path, backup: Path, services: Sequence[str], environ: Mapping[str, str]
) -> list[Path]:
    """Puts the services back into databases that have no schema of theirs; gives the files used.

    Rights come back with the tables. Raises SettingsError before anything was changed, or when
    a restore fails: each database of each service is put back whole or not at all.
    """
    refuse_incomplete(backup, services, [EVENTS, KEYS, EPOCHS_FILE], incomplete(backup))
    refuse_others(backup, folder, services)
    places = {EVENTS: at.events, KEYS: at.keys}
    for address in places.values():
        _make_ready(address, services)
    programs = programs_for(at.events, environ)
    used = []
    for service in services:
        for name, address in places.items():
            used.append(backup / service / name)
            programs.run("pg_restore", address, *_RESTORED, str(used[-1]))
        used += _epochs_back(backup / service, folder / service)
        used += copy_service_key(backup / service, folder / service)
    return [*used, *copy_small(backup, folder)]


@contextmanager
def _one_moment(address: str) -> Iterator[str]:
    """A snapshot that several programs can look at."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(_KEEP_SNAPSHOT)
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        yield str(row[0])


def _dumped(programs: Programs, address: str, service: str, file: Path, *more: str) -> Path:
    file.touch(mode=0o600)
    words = *_DUMPED, f"--schema={service}", f"--file={file}", *more
    programs.run("pg_dump", address, *words)
    sync(file)
    return file


def _keys(programs: Programs, address: str, service: str, folder: Path, target: Path) -> list[Path]:
    """The keys with the epoch keys that wrap them: again when these changed meanwhile."""
    for _ in range(_TRIES):
        epochs = (folder / EPOCHS_FILE).read_bytes()
        made = _dumped(programs, address, service, target / KEYS)
        if epochs == (folder / EPOCHS_FILE).read_bytes():
            write_new(target / EPOCHS_FILE, epochs)
            return [made, target / EPOCHS_FILE]
    raise SettingsError(
        f"De sleutels van {service} worden op dit moment vernieuwd. Probeer het straks opnieuw."
    )


def _epochs_back(backup: Path, folder: Path) -> list[Path]:
    _folder(folder)
    if not (folder / EPOCHS_FILE).exists():
        write_new(folder / EPOCHS_FILE, (backup / EPOCHS_FILE).read_bytes())
    return [backup / EPOCHS_FILE]


def _make_ready(address: str, services: Sequence[str]) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for service in services:
            row = connection.execute("SELECT to_regnamespace(%s)", (service,)).fetchone()
            if row != (None,):
                raise SettingsError(
                    f"Database {connection.info.dbname} is niet leeg: schema {service} bestaat "
                    "al. Terugzetten kan alleen in een lege database: neem een nieuwe, of "
                    "verwijder dit schema in beide databases."
                )
            # Without the right to make it, it must be there, or the restore says that it is not.
            with suppress(psycopg.errors.InsufficientPrivilege):
                for role in (f"vangnet_{service}", f"vangnet_{service}_signer"):
                    connection.execute(_ROLE.format(role))


def _folder(place: Path) -> Path:
    make_folder(place)
    return place
