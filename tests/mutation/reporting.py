"""What survived, room by room: ``docs/mutation.md``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.house.tree import ROOT

EQUIVALENT = Path(__file__).with_name("equivalent.txt")
_CAUGHT = {"killed", "timeout"}
_INTRODUCTION = """\
# What a change in the rules is noticed by

`make mutate` changes the domain in small ways, one at a time, and runs the unit tests that reach
the change: another comparison, a condition turned round, a statement or a value left out, a number
one higher, somebody left out of the reach of an item. A change that no test fails on survives: a
test is missing, or the change makes no difference that anybody could see. The latter are judged one
by one in `tests/mutation/equivalent.txt`, each with its reason. The aim is that at most 5% of the
others survive.

Left alone: annotations, docstrings and other text (most of it Dutch sentences), defaults of
arguments and fields, what a module registers when it is read, and that an item reaches nobody,
which is so for the gate without saying it. This page is written by `make mutate`.

| room | changes | noticed | make no difference | survive | |
|---|---:|---:|---:|---:|---:|
"""


class Room(NamedTuple):
    """How a room fared: the number of its mutants, and the names of those not noticed."""

    name: str
    tried: int
    caught: int
    equivalent: tuple[str, ...]
    survivors: tuple[str, ...]

    @property
    def share(self) -> float:
        """The part that survives of what makes a difference."""
        return len(self.survivors) / max(1, self.tried - len(self.equivalent))


def judged() -> dict[str, str]:
    """The mutants that make no difference, each with the reason: a name, below it why."""
    lines = [line for line in EQUIVALENT.read_text("utf-8").splitlines() if line.strip()]
    pairs = zip(lines[::2], lines[1::2], strict=True)
    return {name.strip(): why.strip() for name, why in pairs}


def rooms(outcomes: Mapping[str, str], equivalent: Iterable[str]) -> list[Room]:
    """The rooms that outcomes are of."""
    by_room: dict[str, list[str]] = defaultdict(list)
    for name in outcomes:
        by_room[room_of(name)].append(name)
    return [_room(room, names, outcomes, set(equivalent)) for room, names in by_room.items()]


def room_of(name: str) -> str:
    """``services/plans/domain/family``, or the folder itself where there are no rooms in it."""
    folders = name.partition("::")[0].split("/")[:-1]
    return "/".join(folders[:4])


def _room(name: str, names: list[str], outcomes: Mapping[str, str], equal: set[str]) -> Room:
    missed = [each for each in names if outcomes[each] not in _CAUGHT]
    return Room(
        name,
        len(names),
        len(names) - len(missed),
        tuple(each for each in missed if each in equal),
        tuple(each for each in missed if each not in equal),
    )


def page(found: Iterable[Room]) -> str:
    """The whole page: a table, and below it everything that still survives."""
    listed = sorted(found)
    parts = [_INTRODUCTION, *(_row(room) for room in [*listed, _all(listed)])]
    for room in listed:
        if room.survivors:
            parts.append(f"\n## {room.name}\n\n")
            parts.extend(f"- `{name.rpartition('/')[2]}`\n" for name in room.survivors)
    return "".join(parts)


def _row(room: Room) -> str:
    judged, left = len(room.equivalent), len(room.survivors)
    return (
        f"| {room.name} | {room.tried} | {room.caught} | {judged} | {left} | {room.share:.1%} |\n"
    )


def _all(listed: list[Room]) -> Room:
    equivalent = tuple(name for room in listed for name in room.equivalent)
    survivors = tuple(name for room in listed for name in room.survivors)
    tried, caught = sum(room.tried for room in listed), sum(room.caught for room in listed)
    return Room("all", tried, caught, equivalent, survivors)


def summary(outcomes: Mapping[str, str]) -> str:
    """How many of each outcome there were."""
    counted = Counter(outcomes.values())
    return ", ".join(f"{number} {outcome}" for outcome, number in counted.most_common())


def write(text: str) -> None:
    """Writes the page."""
    (ROOT / "docs/mutation.md").write_text(text, "utf-8")
