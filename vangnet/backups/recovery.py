"""The recovery export: the epoch keys that backups do not hold, and what was destroyed so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from shared.record.durable import sync_folder, write_new
from shared.record.erasures import (
    ERASURES_FILE,
    Erasure,
    ErasureList,
    erasures_in,
    once,
    text_of,
)
from shared.record.errors import SettingsError
from shared.record.filewrapper import EpochKeys, new_epochs_file, read_epochs
from shared.record.opening import EPOCHS_FILE
from shared.service.settings import Settings


class Exported(msgspec.Struct, frozen=True):
    """Of one service: its epoch keys, and the lines of its list of erasures."""

    epochs: EpochKeys
    erased: str


class Recovery(msgspec.Struct, frozen=True):
    """The epoch keys of services; ``until`` is when the first of them must be gone."""

    made: datetime
    until: datetime
    services: dict[str, Exported]

    def erasures(self, service: str) -> list[Erasure]:
        """What was destroyed in a service when this was made."""
        found = self.services.get(service)
        return [] if found is None else erasures_in(found.erased.encode(), ERASURES_FILE)


def export(settings: Settings, file: Path, services: Sequence[str], now: datetime) -> Recovery:
    """Writes the recovery export to ``file``, for its owner only.

    Raises SettingsError when there is one, and KeyStoreError when a service has no epoch keys.
    """
    found = {service: _exported(settings.folder_of(service)) for service in services}
    begun = [each.epochs.began or now for each in found.values()]
    made = Recovery(now, min(begun) + timedelta(settings.epoch_days), found)
    try:
        write_new(file, msgspec.json.format(msgspec.json.encode(made), indent=1))
    except FileExistsError:
        raise SettingsError(f"{file} bestaat al. Kies een andere naam.") from None
    sync_folder(file.parent)
    return made


def exported_in(file: Path) -> Recovery:
    """What a recovery export holds. Raises SettingsError when it is none."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Recovery)
    except (OSError, msgspec.DecodeError):
        raise SettingsError(f"{file} is geen herstelbestand. Kies een ander.") from None


def put_epochs_back(settings: Settings, recovery: Recovery, services: Sequence[str]) -> None:
    """Puts the epoch keys and the lists back where no epoch keys are; nothing of the databases.

    Raises SettingsError before anything was changed.
    """
    for service in services:
        if service not in recovery.services:
            raise SettingsError(f"Het herstelbestand bevat {service} niet. Noem de diensten.")
        path = settings.folder_of(service) / EPOCHS_FILE
        if path.exists():
            raise SettingsError(f"{path} staat er al. Verplaats het eerst.")
    for service in services:
        folder = settings.folder_of(service)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        add_erasures(folder, recovery.erasures(service))
        new_epochs_file(folder / EPOCHS_FILE, recovery.services[service].epochs)


def add_erasures(folder: Path, erasures: Iterable[Erasure]) -> None:
    """Adds to the list in ``folder`` what is not on it."""
    listed = ErasureList(folder / ERASURES_FILE)
    there = {each.key_id for each in listed.read()}
    listed.add(each for each in once(erasures) if each.key_id not in there)


def _exported(folder: Path) -> Exported:
    epochs = read_epochs(folder / EPOCHS_FILE)
    return Exported(epochs, text_of(ErasureList(folder / ERASURES_FILE).read()).decode())
