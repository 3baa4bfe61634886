"""The logs of a service as they are stored, opened without any key: to sign and to audit them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

import msgspec

from shared.access.log import AccessLog
from shared.access.tables.log import SqlAccessLog
from shared.record.database import Database
from shared.record.errors import SettingsError
from shared.record.sqlite.open_record import EVENTS_FILE
from shared.record.sqlrecorder import SqlRecorder
from shared.service.databases import access_database, events_database, origin_of
from shared.service.settings import Settings

_TABLES = ("leaf", "frontier", "checkpoint")


class OpenedLogs(msgspec.Struct, frozen=True):
    """One service's record and access log, to read; ``database`` has its checkpoints."""

    service: str
    database: Database
    ledger: SqlRecorder
    access_log: AccessLog


@contextmanager
def opened_logs(settings: Settings, service: str) -> Iterator[OpenedLogs]:
    """The logs of one service. Raises SettingsError where there are none, or without leaves."""
    path = settings.folder_of(service) / EVENTS_FILE
    if settings.database is None and not path.exists():
        raise SettingsError(f"In {settings.folder_of(service)} staat geen register.")
    with ExitStack() as stack:
        database = stack.enter_context(closing(events_database(settings, service)))
        access = stack.enter_context(closing(access_database(settings, service, database)))
        _refuse_without_leaves(database, service)
        ledger = SqlRecorder(database, origin_of(service))
        yield OpenedLogs(service, database, ledger, SqlAccessLog(access, _no_reasons))


def _refuse_without_leaves(database: Database, service: str) -> None:
    with database.transaction(commit=False) as cursor:
        if not all(database.has_table(cursor, table) for table in _TABLES):
            raise SettingsError(
                f"{service}: dit register heeft geen bladen of geen ondertekende standen, en is "
                "niet te controleren. Draai eerst: vangnet migrate."
            )


def _no_reasons(plan_id: object, reason: str) -> bytes:
    raise TypeError("who reads a log writes nothing in it")
