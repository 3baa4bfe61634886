"""The genogram: family over the generations, drawn for one audience at one moment (S3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from services.plans.domain.network.relations import RelationKind
from services.plans.views.network.generations import COUPLES, STEP, family_edges, places
from services.plans.views.network.graph import Edge, Graph
from services.plans.views.network.svg import (
    BOX_HEIGHT,
    DASHED,
    FADED,
    KINDS,
    PLAIN,
    Point,
    box,
    label,
    page,
    path,
)

_HALF = BOX_HEIGHT / 2
_LANE, _LANES = 10, 5
Places = dict[UUID, Point]


def genogram(graph: Graph, reader: UUID | None = None) -> bytes:
    """The drawing of whoever is family of somebody in ``graph``, and of whoever looks."""
    edges = family_edges(graph)
    shown = {end for edge in edges for end in (edge.one, edge.other)} | {reader}
    nodes = [node for node in graph.nodes if node.person in shown]
    at = places([node.person for node in nodes], edges)
    others = [edge for edge in edges if edge.kind is not RelationKind.PARENT]
    beside = [edge for edge in others if not _told_by_parents(edge, edges)]
    lines = [
        *_children(edges, at),
        *(mark for i, e in enumerate(beside) for mark in _line(e, at, i)),
    ]
    boxes = [box(at[node.person], node.name) for node in nodes]
    return page("Genogram", [*_children(edges, at), *lines, *boxes], list(at.values()))


def _told_by_parents(edge: Edge, edges: list[Edge]) -> bool:
    # Who share a parent are drawn as such; so is the parent of a parent.
    above = [(e.one, e.other) for e in edges if e.kind is RelationKind.PARENT]
    of_other = {parent for parent, child in above if child == edge.other}
    if edge.kind is RelationKind.SIBLING:
        return any((parent, edge.one) in above for parent in of_other)
    between = {child for parent, child in above if parent == edge.one}
    return edge.kind is RelationKind.GRANDPARENT and bool(between & of_other)


def _children(edges: list[Edge], at: Places) -> Iterator[str]:
    # Each set of parents has a height of its own, so that no two families run into one line.
    parents: dict[UUID, list[UUID]] = {}
    for edge in edges:
        if edge.kind is RelationKind.PARENT:
            parents.setdefault(edge.other, []).append(edge.one)
    families: dict[frozenset[UUID], int] = {}
    for child, above in parents.items():
        lane = families.setdefault(frozenset(above), len(families))
        for start in _starts([at[parent] for parent in above]):
            yield path(_down(start, at[child], lane))


def _starts(parents: list[Point]) -> list[Point]:
    if len(parents) == 2 and _beside(*parents):
        (one, other) = parents
        return [Point((one.x + other.x) / 2, one.y)]
    return parents


def _beside(one: Point, other: Point) -> bool:
    return one.y == other.y and abs(one.x - other.x) <= STEP + 1


def _line(edge: Edge, at: Places, lane: int) -> Iterator[str]:
    one, other = at[edge.one], at[edge.other]
    level = one.y == other.y
    points = _across(edge, one, other) if level else _down(one, other, lane + 1)
    couple = edge.kind in COUPLES
    yield path(points, PLAIN if couple else DASHED if edge.holds else FADED)
    middle = _middle(points) if level else Point(points[0].x, points[0].y + _HALF + 14)
    if couple and not (edge.holds and edge.kind is RelationKind.PARTNER):
        yield from _slashes(middle)
    if edge.kind is not RelationKind.PARTNER:
        yield label(Point(middle.x, middle.y - (18 if couple else 0)), KINDS[edge.kind])


def _across(edge: Edge, one: Point, other: Point) -> list[Point]:
    if edge.kind in COUPLES and _beside(one, other):
        return [one, other]
    # Over or under the boxes that stand between: couples under, other family over.
    away = _HALF + 14 if edge.kind in COUPLES else -_HALF - 14
    return [one, Point(one.x, one.y + away), Point(other.x, other.y + away), other]


def _down(one: Point, other: Point, lane: int) -> list[Point]:
    upper, lower = sorted((one, other), key=lambda point: point.y)
    half = lower.y - _HALF - 30 - _LANE * (lane % _LANES)
    return [upper, Point(upper.x, half), Point(lower.x, half), Point(lower.x, lower.y - _HALF)]


def _middle(points: list[Point]) -> Point:
    one, other = points[len(points) // 2 - 1], points[len(points) // 2]
    return Point((one.x + other.x) / 2, (one.y + other.y) / 2)


def _slashes(at: Point) -> Iterator[str]:
    for shift in (-5, 3):
        yield path([Point(at.x + shift - 4, at.y + 9), Point(at.x + shift + 6, at.y - 9)])
