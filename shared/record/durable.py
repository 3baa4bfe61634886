"""Files that must survive a power cut, and secrets that must not survive their deletion."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_OWNER_ONLY = 0o600
_OWNER_ENTERS = 0o700


def replace_and_wipe(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path``, whole or not at all, and overwrites the bytes it replaces.

    The overwriting is a best effort: a copying file system or a flash disk may keep the old
    blocks. Readable by the owner only.
    """
    replaced = path.open("r+b", buffering=0) if path.exists() else None
    beside = path.with_name(path.name + ".new")
    beside.unlink(missing_ok=True)
    write_new(beside, content)
    beside.replace(path)
    sync_folder(path.parent)
    if replaced is not None:
        with replaced:
            replaced.write(bytes(os.fstat(replaced.fileno()).st_size))
            os.fsync(replaced.fileno())


def write_new(path: Path, content: bytes) -> None:
    """A new file for the owner only, on disk when this returns. FileExistsError if it is there."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def append(path: Path, content: bytes) -> None:
    """Adds ``content`` to the file, which is made if need be; on disk when this returns."""
    new = not path.exists()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OWNER_ONLY)
    with os.fdopen(descriptor, "ab") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if new:
        sync_folder(path.parent)


def write_once(path: Path, content: bytes) -> None:
    """Puts ``content`` at ``path`` unless something is there; then that stays as it is.

    Whoever reads sees all of it or nothing: processes that start together end up with one.
    """
    draft = path.with_name(f"{path.name}.{os.urandom(8).hex()}")
    write_new(draft, content)
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """The folder, for its owner only if it is new, and its name on disk when this returns.

    What is in a folder is gone with its name, however well it was written.
    """
    new = [each for each in folder.parents if not each.exists()]
    folder.mkdir(mode=_OWNER_ENTERS, parents=True, exist_ok=True)
    for each in (folder, *new):
        # A folder that is not ours to read was there before us.
        with suppress(PermissionError):
            sync_folder(each.parent)


def sync(path: Path) -> None:
    """Makes sure that the file's bytes are on disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Makes sure that the names in ``folder`` are on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
