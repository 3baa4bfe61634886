"""The alarms that processes logged: a follower or relay that stood still, if only for a while."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from shared.feed.alarm import Alarm
from shared.feed.kafka import alarms as _of_kafka  # noqa: F401  # its own count too


class _Line(msgspec.Struct):
    event: str
    part: str = ""
    error: str = ""


def alarms(log: Path) -> Iterator[str]:
    """Who raised which, in the order of the log."""
    known = set(_kinds(Alarm))
    with log.open("rb") as lines:
        for raw in lines:
            line = _read(raw)
            if line is not None and line.error in known:
                yield f"{line.part}: {line.error}"


def _kinds(of: type) -> Iterator[str]:
    yield of.__name__
    for kind in of.__subclasses__():
        yield from _kinds(kind)


def _read(raw: bytes) -> _Line | None:
    try:
        return msgspec.json.decode(raw, type=_Line)
    except msgspec.MsgspecError:
        # Libraries say things there too, in their own words.
        return None
