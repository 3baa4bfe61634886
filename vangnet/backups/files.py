"""Copies of what is in files: all of it on SQLite, and what stands beside PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from shared.access.development import KEY_FILE as ISSUER_FILE
from shared.record.durable import make_folder, sync_folder, write_new
from shared.record.erasures import ERASURES_FILE, ErasureList
from shared.record.errors import SettingsError
from shared.record.opening import EPOCHS_FILE
from shared.record.sqlite.backup import copy_store, epochs_of
from shared.record.sqlite.open_record import EVENTS_FILE, KEYS_FILE
from shared.service.proving import KEY_FILE as SERVICE_FILE
from vangnet.backups.mark import mark
from vangnet.backups.with_what import Given, prepare
from vangnet.hosting.lock import LOCK_FILE
from vangnet.world import LOG_FILE, SECRET_FILE

# Not the folder of the signer: an older copy of what it signed last would have it sign a record
# that was put back as if nothing had been lost.
_SMALL = (ISSUER_FILE, SECRET_FILE)
_NO_DATA = {LOCK_FILE, LOG_FILE}
_NEEDED = (EVENTS_FILE, KEYS_FILE)


def copy_out(folder: Path, target: Path, services: Sequence[str], now: datetime) -> list[Path]:
    """Makes a backup of ``folder`` in ``target``, which must be empty; gives the files made."""
    wrong = f"{folder} bevat geen gegevens. Kies met VAR de goede map."
    refuse_incomplete(folder, services, (*_NEEDED, EPOCHS_FILE), wrong)
    refuse_used(target)
    made = []
    for service in services:
        source, copy = folder / service, target / service
        made += [*copy_store(source, copy), *copy_erasures(source, copy)]
        made += copy_service_key(source, copy)
        made.append(mark(source, copy, epochs_of(copy), now))
        sync_folder(copy)
    return [*made, *copy_small(folder, target)]


def copy_back(given: Given, services: Sequence[str]) -> list[Path]:
    """Puts a backup back where no databases are; gives the files made."""
    backup, folder = given.backup, given.folder
    refuse_incomplete(backup, services, _NEEDED, incomplete(backup))
    for service in services:
        refuse_incomplete(given.keys_of(service).parent, [service], [KEYS_FILE], _no_keys(given))
        if _databases(folder / service) - ({KEYS_FILE} if given.keys_stay else set()):
            raise SettingsError(
                f"{folder / service} is niet leeg. Terugzetten kan alleen waar geen databases "
                "staan: verplaats die (*.db), of kies met VAR een andere map."
            )
    refuse_others(backup, folder, services)
    made = []
    for service in services:
        made += prepare(given, service)
        made += copy_store(backup / service, folder / service, given.keys_of(service))
        made += copy_service_key(backup / service, folder / service)
    return [*made, *copy_small(backup, folder)]


def copy_erasures(source: Path, target: Path) -> list[Path]:
    """Copies the list of what was destroyed, if there is one; gives the copy."""
    erasures = ErasureList(source / ERASURES_FILE).read()
    ErasureList(target / ERASURES_FILE).add(erasures)
    return [target / ERASURES_FILE] if erasures else []


def copy_small(source: Path, target: Path) -> list[Path]:
    """Copies the secrets of a deployment; gives those that were not there yet."""
    return _copy_some(source, target, _SMALL)


def copy_service_key(source: Path, target: Path) -> list[Path]:
    """Copies the key that a service signs receipts and dossiers with, unless it is there."""
    return _copy_some(source, target, [SERVICE_FILE])


def _copy_some(source: Path, target: Path, names: Sequence[str]) -> list[Path]:
    make_folder(target)
    made = []
    for name in names:
        if (source / name).exists() and not (target / name).exists():
            write_new(target / name, (source / name).read_bytes())
            made.append(target / name)
    sync_folder(target)
    return made


def refuse_used(target: Path) -> None:
    """Raises SettingsError for a folder with something in it."""
    if _holds_data(target):
        raise SettingsError(f"{target} is niet leeg. Kies een lege of nieuwe map.")


def refuse_incomplete(
    folder: Path, services: Sequence[str], names: Sequence[str], sentence: str
) -> None:
    """Raises SettingsError with ``sentence`` unless each service has all of these files there."""
    if not all((folder / service / name).is_file() for service in services for name in names):
        raise SettingsError(sentence)


def refuse_others(backup: Path, folder: Path, services: Sequence[str]) -> None:
    """Raises SettingsError when ``folder``, or that of a service, has others than the backup."""
    for name in _SMALL:
        _refuse_other(backup / name, folder / name)
    for service in services:
        for name in (EPOCHS_FILE, SERVICE_FILE):
            _refuse_other(backup / service / name, folder / service / name)


def _refuse_other(copy: Path, there: Path) -> None:
    if copy.exists() and there.exists() and copy.read_bytes() != there.read_bytes():
        raise SettingsError(f"{there} is een ander bestand dan in de back-up. Verplaats het eerst.")


def incomplete(backup: Path) -> str:
    """What is said of a backup that is not whole."""
    return f"{backup} is geen volledige back-up. Kies een andere."


def _no_keys(given: Given) -> str:
    return f"{given.keys or given.backup} bevat geen sleutels. Kies een volledige back-up."


def _databases(place: Path) -> set[str]:
    return {path.name for path in place.glob("*.db")}


def _holds_data(folder: Path) -> bool:
    return folder.exists() and any(path.name not in _NO_DATA for path in folder.iterdir())
