"""With what a backup is put back: whose keys, which epoch keys, and what was destroyed since."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from shared.record.erasures import ERASURES_FILE, Erasure, ErasureList
from shared.record.errors import SettingsError
from shared.record.filewrapper import EpochKeys, new_epochs_file, read_epochs
from shared.record.opening import EPOCHS_FILE
from vangnet.backups.mark import marked
from vangnet.backups.recovery import Recovery, add_erasures


class Given(msgspec.Struct, frozen=True):
    """What an operator gives to put a backup back: the backup, and the folder to put it in.

    ``keys``: a newer backup to take the keys from, or ``folder`` itself: those that are there.
    """

    backup: Path
    folder: Path
    keys: Path | None = None
    recovery: Recovery | None = None

    @property
    def keys_stay(self) -> bool:
        """Whether the keys are those that are there already."""
        return self.keys is not None and self.keys.resolve() == self.folder.resolve()

    def keys_of(self, service: str) -> Path:
        """Where the keys of a service come from."""
        if self.keys_stay:
            return self.folder / service
        return (self.keys or self.backup) / service


def check(given: Given, services: Sequence[str]) -> None:
    """Raises SettingsError when these keys do not go with it, before anything was changed."""
    marks = {service: marked(given.backup, service) for service in services}
    for service, made in ((name, found.made) for name, found in marks.items()):
        if not given.keys_stay and marked(given.keys or given.backup, service).made < made:
            raise SettingsError(
                f"De sleutels in {given.keys} zijn ouder dan de gebeurtenissen in {given.backup}. "
                "Neem de sleutels van dezelfde back-up of van een nieuwere."
            )
        _epochs(given, service)


def prepare(given: Given, service: str) -> list[Path]:
    """Puts the epoch keys and the list of erasures of a service in place; gives the files made.

    The list is what is there already, with what the backup and the recovery export say besides.
    """
    folder = given.folder / service
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    add_erasures(folder, _told(given, service))
    epochs = _epochs(given, service)
    if (folder / EPOCHS_FILE).exists():
        return []
    new_epochs_file(folder / EPOCHS_FILE, epochs)
    return [folder / EPOCHS_FILE]


def _told(given: Given, service: str) -> list[Erasure]:
    places = [given.backup / service, given.keys_of(service)]
    told = [each for place in places for each in ErasureList(place / ERASURES_FILE).read()]
    return told + (given.recovery.erasures(service) if given.recovery else [])


def _epochs(given: Given, service: str) -> EpochKeys:
    """The epoch keys that go with the keys: those that are there, or those of the export."""
    path = given.folder / service / EPOCHS_FILE
    there = read_epochs(path) if path.exists() else None
    exported = given.recovery.services.get(service) if given.recovery else None
    if given.keys_stay:
        return there or _missing(service, path)
    epoch = marked(given.keys or given.backup, service).epoch
    if there is not None and epoch in there.keys:
        return there
    if exported is not None and epoch in exported.epochs.keys:
        if there is not None:
            raise SettingsError(
                f"{path} hoort niet bij deze back-up, en het herstelbestand wel. Verplaats "
                f"{path} eerst."
            )
        return exported.epochs
    if there is None and exported is None:
        return _missing(service, path)
    raise SettingsError(
        f"De sleutels van {service} zijn van een andere epoch dan de epoch-sleutel die er is. Is "
        "die sindsdien gewisseld, dan opent niets ze meer: neem met --keys de sleutels van een "
        f"nieuwere back-up of, als ze er nog staan, van {given.folder}. Anders: geef het "
        "herstelbestand van dezelfde tijd als de back-up."
    )


def _missing(service: str, path: Path) -> EpochKeys:
    raise SettingsError(
        f"De epoch-sleutel van {service} zit in geen back-up. Geef met --recovery het "
        f"herstelbestand van dezelfde tijd, of zet {path} terug."
    )
