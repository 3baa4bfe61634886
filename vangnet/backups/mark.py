"""What a backup says of itself for each service: under which epoch key its keys are, and from when.

It is written when all else is there: without it a backup is not whole.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

import msgspec

from shared.record.durable import write_new
from shared.record.errors import SettingsError
from shared.record.filewrapper import read_epochs
from shared.record.opening import EPOCHS_FILE

MARK_FILE = "backup.json"


class Mark(msgspec.Struct, frozen=True):
    """The name of the epoch key, which is not in the backup, and when the backup was made."""

    epoch: str
    made: datetime


def mark(folder: Path, target: Path, epochs: Collection[str], made: datetime) -> Path:
    """Marks the backup of the service in ``folder``, which took keys of these epochs.

    Raises SettingsError during a turn: no single epoch key could open all of it for long.
    """
    if len(epochs) > 1:
        raise SettingsError(
            f"De epoch-sleutel van {folder.name} wordt op dit moment gewisseld. Maak de back-up "
            "zo dadelijk opnieuw. Staat Vangnet stil, maak de wisseling dan af: vangnet epoch"
        )
    [epoch] = epochs or {read_epochs(folder / EPOCHS_FILE).present}
    write_new(target / MARK_FILE, msgspec.json.encode(Mark(epoch, made)))
    return target / MARK_FILE


def marked(backup: Path, service: str) -> Mark:
    """The mark of a service in a backup. Raises SettingsError when the backup is not whole."""
    try:
        return msgspec.json.decode((backup / service / MARK_FILE).read_bytes(), type=Mark)
    except (OSError, msgspec.DecodeError):
        raise SettingsError(f"{backup} is geen volledige back-up. Kies een andere.") from None
