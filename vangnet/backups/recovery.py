"""The recovery export: the epoch keys that backups do not hold, and what was destroyed so far."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from shared.record.durable import sync_folder, write_new
from shared.record.erasures import ERASURES_FILE, Erasure, ErasureList, erasures_in, text_of
from shared.record.errors import SettingsError
from shared.record.filewrapper import EpochKeys, read_epochs
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


def _exported(folder: Path) -> Exported:
    epochs = read_epochs(folder / EPOCHS_FILE)
    return Exported(epochs, text_of(ErasureList(folder / ERASURES_FILE).read()).decode())
