"""The locks on a folder of data: one process for all of it, or one for each service in it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shared.record.durable import make_folder
from shared.record.errors import SettingsError

LOCK_FILE = "lock"
_MODE = 0o600


class Held(SettingsError):
    """Another process has these data. ``address`` is where it answers, if it does already."""

    def __init__(self, address: str | None) -> None:
        where = f"Vangnet draait al op deze gegevens, op {address}." if address else _BUSY
        super().__init__(f"{where} Stop dat eerst, of kies met VAR een andere map.")
        self.address = address


_BUSY = "Een ander vangnet-proces is met deze gegevens bezig."


class Lock:
    """A lock that is held. The operating system takes it back when the process ends, however."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def tell(self, address: str) -> None:
        """Lets whoever comes too late know where we answer."""
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, address.encode(), 0)


@contextmanager
def locked(folder: Path) -> Iterator[Lock]:
    """Has the folder to itself, and makes it if need be. Raises Held when another process has it,

    or one of the services in it.
    """
    with _held(folder, fcntl.LOCK_EX) as lock:
        yield lock


@contextmanager
def locked_service(folder: Path, service: str) -> Iterator[Lock]:
    """Has one service to itself, beside processes that have the others. Raises Held.

    The lock on the whole is shared, so that nobody can take all of it meanwhile.
    """
    with _held(folder, fcntl.LOCK_SH), _held(folder / service, fcntl.LOCK_EX) as lock:
        yield lock


@contextmanager
def _held(folder: Path, how: int) -> Iterator[Lock]:
    # The file stays: removing it would let two processes lock two different files of that name.
    make_folder(folder)
    descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, _MODE)
    try:
        _take(descriptor, how)
        lock = Lock(descriptor)
        lock.tell("")
        yield lock
        lock.tell("")
    finally:
        os.close(descriptor)


def told_in(folder: Path) -> str | None:
    """Where the process answers that has ``folder``, if there is one and it said so."""
    try:
        return (folder / LOCK_FILE).read_text("utf-8") or None
    except OSError:
        return None


def _take(descriptor: int, how: int) -> None:
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except OSError:
        raise Held(os.pread(descriptor, 200, 0).decode() or None) from None
