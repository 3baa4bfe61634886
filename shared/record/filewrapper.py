"""Epoch keys in a file of our own: the default where there is no Vault, KMS or HSM."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)

from shared.record.durable import replace_and_wipe, write_new
from shared.record.errors import KeyStoreError
from shared.record.keys import KEY_BYTES, Wrapped

_EPOCH_NAME_BYTES = 8
_READABLE_BY_OTHERS = 0o077


class EpochKeys(msgspec.Struct, frozen=True):
    """What the file holds: each epoch key by its name, in base64, and which one wraps.

    ``began``: when that one began; None in a file of an older version until it is opened.
    """

    present: str
    keys: dict[str, str]
    began: datetime | None = None


_epochs = msgspec.json.Decoder(EpochKeys)


class FileWrapper:
    """AES-256 key wrap (RFC 3394) with epoch keys from a file that only its owner can read.

    The processes of one service share the file, and write it while they are alone in the key
    store. What wraps is read from it each time: a key wrapped under an epoch key that another
    process destroyed would be lost. Raises KeyStoreError when the file is missing, unreadable, or
    open to other users.
    """

    def __init__(self, path: Path, random_bytes: Callable[[int], bytes]) -> None:
        self._path = path
        self._random_bytes = random_bytes
        self._epochs = read_epochs(path)

    @classmethod
    def create(cls, path: Path, random_bytes: Callable[[int], bytes]) -> FileWrapper:
        """A new file with its first epoch key. Raises KeyStoreError when there is one already."""
        if path.exists():
            raise KeyStoreError(f"Er is al een sleutelbestand: {path.name}. Gebruik dat.")
        _write(path, _with_new(EpochKeys("", {}), random_bytes, None))
        return cls(path, random_bytes)

    def begin_epoch(self, at: datetime) -> str:
        """Makes a new epoch key beside the old ones, durably; it wraps from now on."""
        self._keep(_with_new(read_epochs(self._path), self._random_bytes, at))
        return self._epochs.present

    def began(self) -> datetime | None:
        """When the present epoch began; None when the file does not say so yet."""
        self._epochs = read_epochs(self._path)
        return self._epochs.began

    def count_from(self, at: datetime) -> None:
        """Makes the present epoch one that began then."""
        self._keep(msgspec.structs.replace(read_epochs(self._path), began=at))

    def keeps_others(self) -> bool:
        """Whether older epoch keys are there still: a rotation goes on, or was cut off."""
        self._epochs = read_epochs(self._path)
        return len(self._epochs.keys) > 1

    def present_epoch(self) -> str:
        """The name of the epoch key that wraps, whichever process made it."""
        self._epochs = read_epochs(self._path)
        return self._epochs.present

    def wrap(self, key: bytes) -> Wrapped:
        """The key under the present epoch key."""
        epochs = self._epochs = read_epochs(self._path)
        return Wrapped(epochs.present, aes_key_wrap(_key(epochs, epochs.present), key))

    def unwrap(self, wrapped: Wrapped) -> bytes:
        """The key. Raises KeyStoreError when its epoch key is gone or is another one."""
        if wrapped.epoch not in self._epochs.keys:
            self._epochs = read_epochs(self._path)
        try:
            return aes_key_unwrap(_key(self._epochs, wrapped.epoch), wrapped.blob)
        except InvalidUnwrap as error:
            raise _misfit() from error

    def rewrap(self, wrapped: Wrapped) -> Wrapped:
        """The same key under the present epoch key."""
        return self.wrap(self.unwrap(wrapped))

    def destroy_others(self, epoch: str) -> None:
        """Leaves only this epoch key in the file, and overwrites the old file's bytes."""
        found = read_epochs(self._path)
        self._keep(msgspec.structs.replace(found, present=epoch, keys={epoch: found.keys[epoch]}))

    def _keep(self, epochs: EpochKeys) -> None:
        _write(self._path, epochs)
        self._epochs = epochs


def new_epochs_file(path: Path, epochs: EpochKeys) -> None:
    """A file with these epoch keys. Raises FileExistsError when there is one."""
    write_new(path, _encoded(epochs))


def _with_new(
    epochs: EpochKeys, random_bytes: Callable[[int], bytes], at: datetime | None
) -> EpochKeys:
    name = random_bytes(_EPOCH_NAME_BYTES).hex()
    key = b64encode(random_bytes(KEY_BYTES)).decode()
    return EpochKeys(name, {**epochs.keys, name: key}, at)


def _key(epochs: EpochKeys, name: str) -> bytes:
    if name not in epochs.keys:
        raise _misfit()
    return b64decode(epochs.keys[name])


def _misfit() -> KeyStoreError:
    return KeyStoreError(
        "Het sleutelbestand past niet bij de sleutelopslag. "
        "Zet het sleutelbestand en de sleutelopslag van hetzelfde moment terug."
    )


def read_epochs(path: Path) -> EpochKeys:
    """What the file holds. Raises KeyStoreError like :class:`FileWrapper`."""
    try:
        if os.name == "posix" and path.stat().st_mode & _READABLE_BY_OTHERS:
            raise KeyStoreError(
                f"Andere gebruikers kunnen {path.name} lezen. Zet de rechten op 0600."
            )
        return _decoded(path)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KeyStoreError(
            f"Het sleutelbestand {path.name} ontbreekt of is onleesbaar. "
            "Zet het terug uit het herstelbestand: zonder is niets te lezen."
        ) from error


def _decoded(path: Path) -> EpochKeys:
    try:
        return _epochs.decode(path.read_bytes())
    except (msgspec.DecodeError, UnicodeDecodeError):
        # Another process may have replaced the file and wiped the old one while it was read.
        return _epochs.decode(path.read_bytes())


def _write(path: Path, epochs: EpochKeys) -> None:
    _refuse_another_owner(path)
    replace_and_wipe(path, _encoded(epochs))


def _refuse_another_owner(path: Path) -> None:
    # The file that replaces it is ours, and whoever runs the service could read it no more.
    if path.exists() and path.stat().st_uid != os.geteuid():
        raise KeyStoreError(
            f"{path.name} is van een andere gebruiker. Draai dit als de gebruiker van Vangnet."
        )


def _encoded(epochs: EpochKeys) -> bytes:
    return msgspec.json.format(msgspec.json.encode(epochs), indent=1)
