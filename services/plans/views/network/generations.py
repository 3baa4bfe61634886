"""Where everybody stands in a genogram: a row per generation, parents above their children."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from uuid import UUID

from services.plans.domain.network.relations import RelationKind
from services.plans.views.network.graph import Edge, Graph
from services.plans.views.network.svg import BOX_WIDTH, Point

# How many generations ``one`` stands above ``other``.
ABOVE = {
    RelationKind.PARENT: 1,
    RelationKind.STEP_PARENT: 1,
    RelationKind.FOSTER_PARENT: 1,
    RelationKind.GRANDPARENT: 2,
    RelationKind.SIBLING: 0,
    RelationKind.RELATIVE: 0,
    RelationKind.PARTNER: 0,
    RelationKind.FORMER_PARTNER: 0,
}
COUPLES = (RelationKind.PARTNER, RelationKind.FORMER_PARTNER)
STEP = BOX_WIDTH + 70
ROW = 150
_SWEEPS = 4


class Step(NamedTuple):
    """From somebody to somebody else, so many generations down."""

    to: UUID
    down: int


def family_edges(graph: Graph) -> list[Edge]:
    """What a genogram shows: who is family of whom."""
    return [edge for edge in graph.edges if edge.kind in ABOVE]


def places(people: list[UUID], edges: list[Edge]) -> dict[UUID, Point]:
    """Everybody's place; the same people and edges in the same order give the same places."""
    steps = _steps(people, edges)
    rows = _rows(people, steps)
    couples = [edge for edge in edges if edge.kind in COUPLES]
    ordered = {row: _side_by_side(members, couples) for row, members in rows.items()}
    across = {p: float(i * STEP) for members in ordered.values() for i, p in enumerate(members)}
    for _ in range(_SWEEPS):
        for row in sorted(ordered):
            ordered[row] = _align(ordered[row], couples, steps, across)
    down = {person: row * ROW for row, members in rows.items() for person in members}
    return {person: Point(across[person], down[person]) for person in people}


def _steps(people: list[UUID], edges: list[Edge]) -> dict[UUID, list[Step]]:
    steps: dict[UUID, list[Step]] = {person: [] for person in people}
    for edge in edges:
        steps[edge.one].append(Step(edge.other, ABOVE[edge.kind]))
        steps[edge.other].append(Step(edge.one, -ABOVE[edge.kind]))
    return steps


def _rows(people: list[UUID], steps: dict[UUID, list[Step]]) -> dict[int, list[UUID]]:
    rows: dict[int, list[UUID]] = {}
    level: dict[UUID, int] = {}
    for person in people:
        found = list(_walk(person, steps, level))
        top = min((level[each] for each in found), default=0)
        for each in found:
            level[each] -= top
            rows.setdefault(level[each], []).append(each)
    return rows


def _walk(start: UUID, steps: dict[UUID, list[Step]], level: dict[UUID, int]) -> Iterator[UUID]:
    # Whoever was reached first stays: people may say what cannot be drawn, and it is drawn.
    if start in level:
        return
    level[start], waiting = 0, [start]
    while waiting:
        person = waiting.pop(0)
        yield person
        for step in steps[person]:
            if step.to not in level:
                level[step.to] = level[person] + step.down
                waiting.append(step.to)


def _side_by_side(members: list[UUID], couples: list[Edge]) -> list[UUID]:
    return [person for unit in _units(members, couples) for person in unit]


def _units(members: list[UUID], couples: list[Edge]) -> list[list[UUID]]:
    # Whoever has two partners stands between them.
    units: list[list[UUID]] = [[person] for person in members]
    for edge in couples:
        one = next((unit for unit in units if edge.one in unit), None)
        other = next((unit for unit in units if edge.other in unit), None)
        if one is None or other is None or one is other:
            continue
        joined = _joined(one, edge.one, other, edge.other)
        units[units.index(one)] = joined
        units.remove(other)
    return units


def _joined(one: list[UUID], a: UUID, other: list[UUID], b: UUID) -> list[UUID]:
    left = one if one.index(a) >= len(one) / 2 or len(one) == 1 else one[::-1]
    right = other if other.index(b) < len(other) / 2 else other[::-1]
    return [*left, *right]


def _align(
    members: list[UUID],
    couples: list[Edge],
    steps: dict[UUID, list[Step]],
    across: dict[UUID, float],
) -> list[UUID]:
    units = _units(members, couples)
    wanted = [_wanted(unit, steps, across) for unit in units]
    order = sorted(range(len(units)), key=lambda i: (wanted[i], i))
    edge, moved = float("-inf"), 0.0
    for i in order:
        left = max(wanted[i] - (len(units[i]) - 1) * STEP / 2, edge)
        for number, person in enumerate(units[i]):
            across[person] = left + number * STEP
        edge = left + len(units[i]) * STEP
        moved += left + (len(units[i]) - 1) * STEP / 2 - wanted[i]
    shift = moved / len(units)
    for person in members:
        across[person] -= shift
    return [person for i in order for person in units[i]]


def _wanted(unit: list[UUID], steps: dict[UUID, list[Step]], across: dict[UUID, float]) -> float:
    near = [across[step.to] for person in unit for step in steps[person] if step.down]
    return sum(near) / len(near) if near else sum(across[p] for p in unit) / len(unit)
