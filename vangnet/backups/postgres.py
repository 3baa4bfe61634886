"""Copies of services that are on PostgreSQL, made while they run, to a folder and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import psycopg
from psycopg import sql

from shared.record.durable import make_folder, sync, sync_folder
from shared.record.errors import SettingsError
from shared.record.opening import EPOCHS_FILE
from shared.service.databases import Addresses
from vangnet.backups.files import (
    copy_erasures,
    copy_service_key,
    copy_small,
    incomplete,
    refuse_incomplete,
    refuse_others,
    refuse_used,
)
from vangnet.backups.mark import mark
from vangnet.backups.postgres_programs import Programs, programs_for
from vangnet.backups.with_what import Given, prepare

EVENTS, KEYS = "events.dump", "keys.dump"
_DUMPED = ("--format=custom", "--lock-wait-timeout=60s")
_RESTORED = ("--no-owner", "--exit-on-error", "--single-transaction")
_EPOCHS = sql.SQL("SELECT DISTINCT epoch FROM {}.data_key WHERE wrapped IS NOT NULL")
_KEEP_SNAPSHOT = (
    "SET idle_in_transaction_session_timeout = 0; BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
)
_ROLE = "DO $$ BEGIN IF to_regrole('{0}') IS NULL THEN CREATE ROLE {0} NOLOGIN; END IF; END $$"


def dump(
    at: Addresses,
    folder: Path,
    target: Path,
    services: Sequence[str],
    environ: Mapping[str, str],
    now: datetime,
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
    with _one_moment(at.events) as (_, snapshot):
        for service in services:
            place = _folder(target / service)
            of_then = f"--snapshot={snapshot}"
            made.append(_dumped(programs, at.events, service, place / EVENTS, of_then))
    for service in services:
        place = target / service
        epochs = _keys(programs, at.keys, service, place / KEYS)
        made += [place / KEYS, *copy_erasures(folder / service, place)]
        made += copy_service_key(folder / service, place)
        made.append(mark(folder / service, place, epochs, now))
        sync_folder(place)
    return [*made, *copy_small(folder, target)]


def put_back(
    at: Addresses, given: Given, services: Sequence[str], environ: Mapping[str, str]
) -> list[Path]:
    """Puts the services back into databases that have no schema of theirs; gives the files used.

    Rights come back with the tables. Raises SettingsError before anything was changed, or when
    a restore fails: each database of each service is put back whole or not at all.
    """
    refuse_incomplete(given.backup, services, [EVENTS, KEYS], incomplete(given.backup))
    refuse_others(given.backup, given.folder, services)
    _make_ready(at.events, services)
    if given.keys_stay:
        _refuse_without(at.keys, services)
    else:
        _make_ready(at.keys, services)
    programs = programs_for(at.events, environ)
    used = []
    for service in services:
        used += prepare(given, service)
        places = {given.backup / service / EVENTS: at.events}
        if not given.keys_stay:
            places[given.keys_of(service) / KEYS] = at.keys
        for file, address in places.items():
            programs.run("pg_restore", address, *_RESTORED, str(file))
            used.append(file)
        used += copy_service_key(given.backup / service, given.folder / service)
    return [*used, *copy_small(given.backup, given.folder)]


@contextmanager
def _one_moment(address: str) -> Iterator[tuple[psycopg.Connection, str]]:
    """A snapshot that several programs can look at, and a connection that does."""
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(_KEEP_SNAPSHOT)
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        yield connection, str(row[0])


def _dumped(programs: Programs, address: str, service: str, file: Path, *more: str) -> Path:
    file.touch(mode=0o600)
    words = *_DUMPED, f"--schema={service}", f"--file={file}", *more
    programs.run("pg_dump", address, *words)
    sync(file)
    return file


def _keys(programs: Programs, address: str, service: str, file: Path) -> set[str]:
    """Copies the keys; gives the epochs that they are of."""
    with _one_moment(address) as (connection, snapshot):
        found = connection.execute(_EPOCHS.format(sql.Identifier(service))).fetchall()
        _dumped(programs, address, service, file, f"--snapshot={snapshot}")
    return {str(name) for (name,) in found}


def _refuse_without(address: str, services: Sequence[str]) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for service in services:
            if not _is_there(connection, service):
                raise SettingsError(
                    f"Database {connection.info.dbname} heeft geen sleutels van {service}. Neem "
                    "met --keys die van een back-up."
                )


def _make_ready(address: str, services: Sequence[str]) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for service in services:
            if _is_there(connection, service):
                raise SettingsError(
                    f"Database {connection.info.dbname} is niet leeg: schema {service} bestaat "
                    "al. Terugzetten kan alleen in een lege database: neem een nieuwe, of "
                    "verwijder dit schema in beide databases."
                )
            # Without the right to make it, it must be there, or the restore says that it is not.
            with suppress(psycopg.errors.InsufficientPrivilege):
                for role in (f"vangnet_{service}", f"vangnet_{service}_signer"):
                    connection.execute(_ROLE.format(role))


def _is_there(connection: psycopg.Connection, service: str) -> bool:
    row = connection.execute("SELECT to_regnamespace(%s)", (service,)).fetchone()
    return row != (None,)


def _folder(place: Path) -> Path:
    make_folder(place)
    return place
