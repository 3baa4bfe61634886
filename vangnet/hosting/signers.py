"""Who signs the logs of a service: the record and the access log, each with a key of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from shared.access.log import AccessLog
from shared.proof.accesslog import SignedAccessLog
from shared.proof.memory import FileMemory
from shared.proof.recordlog import RecordLog
from shared.proof.signer import Signer
from shared.proof.signing import SigningKey, key_in_file
from shared.proof.tables.checkpoints import ACCESS, RECORD, SqlCheckpoints
from shared.record.database import Database
from shared.record.recorder import RecordRecorder
from shared.service.databases import origin_of
from shared.service.proving import log_name
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.world import World
from vangnet.hosting.signing import Signed
from vangnet.hosting.witnesses import witnesses_in

FOLDER = "signer"
Random = Callable[[int], bytes]


def record_key(settings: Settings, service: str, random_bytes: Random) -> SigningKey:
    """The key that signs a service's record; made when it is not there yet."""
    return _key(settings, service, RECORD, random_bytes)


def access_key(settings: Settings, service: str, random_bytes: Random) -> SigningKey:
    """The key that signs who looked there."""
    return _key(settings, service, ACCESS, random_bytes)


def logs_of(service: Service, settings: Settings, world: World) -> list[Signed]:
    """What there is to sign of a service that is open here."""
    record = service.acting.record
    given = record.database, record.ledger, service.access_log, world.clock, world.random_bytes
    return signed_logs(settings, service.name, *given)


def signed_logs(
    settings: Settings,
    service: str,
    database: Database,
    ledger: RecordRecorder,
    access_log: AccessLog,
    clock: Callable[[], datetime],
    random_bytes: Random,
) -> list[Signed]:
    """What there is to sign of one service. ``database`` is where checkpoints are published."""
    record = Signer(
        RecordLog(origin_of(service), ledger),
        _memory(settings, service, RECORD),
        record_key(settings, service, random_bytes),
        clock,
    )
    access = Signer(
        SignedAccessLog(access_log),
        _memory(settings, service, ACCESS),
        access_key(settings, service, random_bytes),
        clock,
    )
    return [
        Signed(
            service,
            RECORD,
            record,
            SqlCheckpoints(database),
            ledger.hashes,
            witnesses_in(settings.witnesses),
        ),
        Signed(service, ACCESS, access, SqlCheckpoints(database, ACCESS)),
    ]


def signs_here(settings: Settings, service: str) -> bool:
    """Whether the keys that sign a service's logs are in our folder, or would be made in it."""
    return settings.database is None or all(
        _key_file(settings, service, log).exists() for log in (RECORD, ACCESS)
    )


def _key(settings: Settings, service: str, log: str, random_bytes: Random) -> SigningKey:
    name = log_name(origin_of(service), settings.oin)
    name = name if log == RECORD else f"{name}/toegang"
    return key_in_file(_key_file(settings, service, log), name, random_bytes)


def _key_file(settings: Settings, service: str, log: str) -> Path:
    return _folder(settings) / f"{service}-{log}.key"


def _memory(settings: Settings, service: str, log: str) -> FileMemory:
    return FileMemory(_folder(settings) / f"{service}-{log}.json")


def _folder(settings: Settings) -> Path:
    return settings.folder / FOLDER
