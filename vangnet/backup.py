"""Copies of everything in a folder of data, to another folder and back."""

from __future__ import annotations

from pathlib import Path

from shared.access.development import KEY_FILE
from shared.record.durable import sync_folder, write_new
from shared.record.errors import SettingsError
from shared.record.opening import EPOCHS_FILE
from shared.record.sqlite.backup import copy_store
from shared.record.sqlite.open_record import EVENTS_FILE, KEYS_FILE
from shared.service.settings import Settings
from vangnet.assembly import SERVICES
from vangnet.lock import LOCK_FILE
from vangnet.world import LOG_FILE, SECRET_FILE

# Those who follow go first: what they followed is then in the copy of the one they followed.
_ORDER = tuple(reversed(SERVICES))
_SMALL = (KEY_FILE, SECRET_FILE)
_NO_DATA = {LOCK_FILE, LOG_FILE}
_NEEDED = (EVENTS_FILE, KEYS_FILE, EPOCHS_FILE)


def folder_of_files(settings: Settings) -> Path:
    """Where the data are, if that is in files. Raises SettingsError for data on PostgreSQL."""
    if settings.database is not None:
        raise SettingsError(
            "De gegevens staan op PostgreSQL. Gebruik pg_dump en pg_restore voor beide databases, "
            f"en bewaar de bestanden epoch.key in {settings.folder} apart daarvan."
        )
    return settings.folder


def copy_out(folder: Path, target: Path) -> list[Path]:
    """Makes a backup of ``folder`` in ``target``, which must be empty; gives the files made."""
    _refuse_incomplete(folder, f"{folder} bevat geen gegevens. Kies met VAR de goede map.")
    if _holds_data(target):
        raise SettingsError(f"{target} is niet leeg. Kies een lege of nieuwe map.")
    return _copy(folder, target)


def copy_back(backup: Path, folder: Path) -> list[Path]:
    """Puts a backup into ``folder``, which must hold no data; gives the files made."""
    _refuse_incomplete(backup, f"{backup} is geen volledige back-up. Kies een andere.")
    if _holds_data(folder):
        raise SettingsError(
            f"{folder} is niet leeg. Terugzetten kan alleen in een lege map: verplaats wat er "
            "staat, of kies met VAR een andere map."
        )
    return _copy(backup, folder)


def _copy(source: Path, target: Path) -> list[Path]:
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = [path for s in _ORDER for path in copy_store(source / s, target / s)]
    for name in _SMALL:
        if (source / name).exists():
            write_new(target / name, (source / name).read_bytes())
            made.append(target / name)
    sync_folder(target)
    return made


def _holds_data(folder: Path) -> bool:
    return folder.exists() and any(path.name not in _NO_DATA for path in folder.iterdir())


def _refuse_incomplete(folder: Path, sentence: str) -> None:
    if not all((folder / service / name).is_file() for service in SERVICES for name in _NEEDED):
        raise SettingsError(sentence)
