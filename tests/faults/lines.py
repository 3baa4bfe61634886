"""What a writer tells about its acts, one JSON line each, and the reading of it back."""

from __future__ import annotations

import os
from typing import Any

import msgspec

BORN, OPENED, BEGUN, ACKED, REFUSED, DIED = "born", "opened", "begun", "acked", "refused", "died"


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One act as it is sent: the same request, whenever it is sent again."""

    key: str
    kind: str
    path: str
    body: dict[str, Any]
    revision: str | None = None


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened. ``answer`` is what an acknowledged act was answered with."""

    what: str
    request: Request | None = None
    answer: dict[str, Any] = {}
    status: int = 0
    pid: int = 0


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What a writer is to do: on which folder, what to send again, which plans to go on with.

    A writer that nobody kills writes for ``seconds`` and ends by itself.
    """

    folder: str
    seed: str
    again: list[Request] = []
    plans: list[str] = []
    tracks_first: bool = False
    seconds: float = 8.0


def tell(line: Line, descriptor: int = 1) -> None:
    """Writes the line whole, straight to the pipe: nothing is kept back in this process."""
    os.write(descriptor, msgspec.json.encode(line) + b"\n")


def heard(raw: bytes) -> Line:
    """The line that was told."""
    return msgspec.json.decode(raw, type=Line)
