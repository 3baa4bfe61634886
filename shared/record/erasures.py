"""The list of keys that were destroyed: beside the key store, and older than no copy of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import msgspec

from shared.record.durable import append
from shared.record.errors import KeyStoreError

ERASURES_FILE = "erased.list"
_WORDS = 4


class Erasure(msgspec.Struct, frozen=True):
    """One key that was destroyed: its id, of which plan and compartment, and when.

    It goes by the id of the key: what is recorded in that compartment later has another one.
    """

    at: datetime
    key_id: bytes
    plan_id: UUID
    compartment: str

    @property
    def line(self) -> str:
        """The same as text: moment in UTC, key id, plan and compartment, a space between each."""
        at = self.at.astimezone(UTC).isoformat()
        return f"{at} {self.key_id.hex()} {self.plan_id} {self.compartment}\n"


class ErasureList:
    """A file that only grows, and is on disk before a key is destroyed.

    Whoever adds to it is alone in the key store. Raises KeyStoreError when it is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> list[Erasure]:
        """Every erasure in it, once each."""
        return once(erasures_in(self._bytes(), self._path.name))

    def add(self, erasures: Iterable[Erasure]) -> None:
        """Adds these, durably. An end that a power cut tore off a line is taken away first."""
        lines = "".join(erasure.line for erasure in erasures)
        if not lines:
            return
        self._mend()
        append(self._path, lines.encode())

    def _mend(self) -> None:
        with suppress(FileNotFoundError), self._path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - 1))
            if file.read() not in (b"", b"\n"):
                os.truncate(self._path, self._bytes().rfind(b"\n") + 1)

    def _bytes(self) -> bytes:
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return b""


def erasures_in(content: bytes, name: str) -> list[Erasure]:
    """What a list says; a last line that is torn off destroyed nothing yet. Raises KeyStoreError.

    ``name`` is the file that the error tells of.
    """
    lines = content.split(b"\n")[:-1]
    try:
        return [_erasure(line.decode()) for line in lines]
    except ValueError as error:
        raise KeyStoreError(
            f"De lijst van gewiste sleutels {name} is beschadigd. Zet de lijst terug uit de "
            "nieuwste back-up of het nieuwste herstelbestand."
        ) from error


def once(erasures: Iterable[Erasure]) -> list[Erasure]:
    """Of each key the first erasure, in their order."""
    found: dict[bytes, Erasure] = {}
    for erasure in erasures:
        found.setdefault(erasure.key_id, erasure)
    return list(found.values())


def text_of(erasures: Sequence[Erasure]) -> bytes:
    """A list with these in it."""
    return "".join(erasure.line for erasure in erasures).encode()


def _erasure(line: str) -> Erasure:
    words = line.split(" ")
    if len(words) != _WORDS:
        raise ValueError(line)
    at, key_id, plan_id, compartment = words
    return Erasure(datetime.fromisoformat(at), bytes.fromhex(key_id), UUID(plan_id), compartment)
