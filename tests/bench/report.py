"""What a bench found: printed, and kept in var/bench.json for whoever compares runs."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import msgspec


class Line(msgspec.Struct, frozen=True):
    """One figure, what it is measured against in the same run, and the aim if there is one.

    ``ratio`` is value / against. ``aim`` says in words what ``met`` judges.
    """

    name: str
    value: float
    unit: str
    against: float
    against_name: str
    ratio: float
    aim: str | None = None
    met: bool | None = None


def line(
    name: str,
    value: float,
    unit: str,
    against: tuple[str, float],
    aim: tuple[str, Callable[[float, float], bool]] | None = None,
) -> Line:
    """A line; ``aim`` is its words and the judge of (value, ratio)."""
    ratio = value / against[1]
    met = aim[1](value, ratio) if aim is not None else None
    words = aim[0] if aim is not None else None
    return Line(name, value, unit, against[1], against[0], ratio, words, met)


class Report:
    """All lines of one run."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    def add(self, *lines: Line) -> None:
        """Keeps and prints lines."""
        for each in lines:
            self.lines.append(each)
            judged = {None: "", True: "  met", False: "  MISSED"}[each.met]
            aim = f"  aim {each.aim}{judged}" if each.aim else ""
            print(
                f"{each.name:<52} {each.value:>10.3f} {each.unit:<9}"
                f" {each.ratio:>8.3f} x {each.against_name} ({each.against:.3f}){aim}"
            )

    def write(self) -> Path:
        """Writes the lines to bench.json in the data folder; gives its path."""
        folder = Path(os.environ.get("VAR", "var"))
        folder.mkdir(exist_ok=True)
        path = folder / "bench.json"
        path.write_text(json.dumps([msgspec.to_builtins(each) for each in self.lines], indent=1))
        return path
