"""What is ordered from the nursery, and what its children tell: one JSON line each."""

from __future__ import annotations

import os
from typing import Any

import msgspec

BORN, OPENED, DIED = "born", "opened", "died"
BEGUN, UNCLEAR, ACKED, REFUSED = "begun", "unclear", "acked", "refused"
WRITER = "writer"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One act as it is sent: the same request, whenever it is sent again."""

    key: str
    kind: str
    path: str
    body: dict[str, Any]
    revision: str | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened to the child ``name``, or to an act that it did.

    ``answer`` is what an acknowledged act was answered with.
    """

    what: str
    name: str = WRITER
    request: Request | None = None
    answer: dict[str, Any] = {}
    status: int = 0
    pid: int = 0


class Order(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """What a writer is to do: on which folder, what to send again, which plans to go on with.

    A writer that nobody kills writes for ``seconds`` and ends by itself.
    """

    folder: str
    seed: str
    again: list[Request] = []
    plans: list[str] = []
    tracks_first: bool = False
    seconds: float = 8.0
    name: str = WRITER


class Serve(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Which process to be, of those that make up a deployment, and what is set there.

    ``way``: how, in :mod:`tests.faults.ways`.
    """

    name: str
    way: str
    service: str
    environ: dict[str, str]


def tell(line: Line, descriptor: int = 1) -> None:
    """Writes the line whole, straight to the pipe: nothing is kept back in this process."""
    os.write(descriptor, msgspec.json.encode(line) + b"\n")


def heard(raw: bytes) -> Line:
    """The line that was told."""
    return msgspec.json.decode(raw, type=Line)
