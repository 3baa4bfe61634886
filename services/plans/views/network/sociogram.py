"""The sociogram: who has to do with whom and how that is, for one audience (S3.1)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from uuid import UUID

from services.plans.domain.network.relations import Quality
from services.plans.views.network.generations import family_edges
from services.plans.views.network.graph import Edge, Graph
from services.plans.views.network.svg import (
    BOX_WIDTH,
    DASHED,
    FADED,
    KINDS,
    PLAIN,
    QUALITIES,
    Point,
    Stroke,
    box,
    label,
    page,
    path,
)

_STROKES = {
    Quality.CLOSE: Stroke(width=4),
    Quality.GOOD: Stroke(width=2.5),
    Quality.DISTANT: DASHED,
    Quality.TENSE: Stroke(width=2.5, colour="#a4262c"),
    Quality.BROKEN: FADED,
}
_ROOM = BOX_WIDTH * 1.5


def sociogram(graph: Graph) -> bytes:
    """The drawing of everybody in ``graph``: family in the middle, the others around them."""
    edges = [edge for edge in graph.edges if edge.holds]
    at = _places(graph, edges)
    lines = [path([at[e.one], at[e.other]], _stroke(e)) for e in edges]
    boxes = [box(at[node.person], node.name) for node in graph.nodes]
    return page("Sociogram", [*lines, *boxes, *_labels(edges, at)], list(at.values()))


def _stroke(edge: Edge) -> Stroke:
    return _STROKES[edge.quality] if edge.quality is not None else PLAIN


def _labels(edges: list[Edge], at: dict[UUID, Point]) -> Iterator[str]:
    # Two people can be several things to one another: one line, and one text for all of them.
    between: dict[frozenset[UUID], list[str]] = {}
    for edge in edges:
        between.setdefault(frozenset((edge.one, edge.other)), []).append(_said(edge))
    first = {frozenset((edge.one, edge.other)): edge for edge in reversed(edges)}
    for ends, said in between.items():
        one, other = at[first[ends].one], at[first[ends].other]
        middle = Point((one.x + other.x) / 2, (one.y + other.y) / 2)
        yield label(middle, "; ".join(dict.fromkeys(said)))


def _said(edge: Edge) -> str:
    quality = f", {QUALITIES[edge.quality]}" if edge.quality is not None else ""
    return f"{KINDS[edge.kind]}{quality}"


def _places(graph: Graph, edges: list[Edge]) -> dict[UUID, Point]:
    related = {end for edge in family_edges(graph) for end in (edge.one, edge.other)}
    inner = _neighbourly([node.person for node in graph.nodes if node.person in related], edges)
    outer = [node.person for node in graph.nodes if node.person not in related]
    radius = _radius(len(inner), 0)
    at = _ring(_evenly(inner), radius)
    wide = _radius(len(outer), radius + 190 if inner else 0)
    towards = {person: _direction(person, edges, at) for person in outer}
    return at | _ring(_apart(towards, _ROOM / wide if wide else 0), wide)


def _neighbourly(people: list[UUID], edges: list[Edge]) -> list[UUID]:
    # Who have to do with one another stand near one another: fewer lines cross.
    order: list[UUID] = []
    waiting = people[::-1]
    while waiting:
        person = waiting.pop()
        if person in order:
            continue
        order.append(person)
        ends = [(e.one, e.other) for e in reversed(edges) if person in (e.one, e.other)]
        waiting += [end for pair in ends for end in pair if end in people and end not in order]
    return order


def _radius(count: int, least: float) -> float:
    return max(least, count * _ROOM / math.tau) if count > 1 or least else 0


def _evenly(people: list[UUID]) -> dict[UUID, float]:
    return {person: number * math.tau / len(people) for number, person in enumerate(people)}


def _apart(towards: dict[UUID, float], least: float) -> dict[UUID, float]:
    order = sorted(towards, key=lambda person: towards[person])
    angles: dict[UUID, float] = {}
    last = -least
    for person in order:
        last = angles[person] = max(towards[person], last + least)
    around = last - (angles[order[0]] if order else 0) > math.tau - least
    return _evenly(order) if around else angles


def _ring(angles: dict[UUID, float], radius: float) -> dict[UUID, Point]:
    # Angles run with the clock, from the top.
    return {
        person: Point(radius * math.sin(angle), -radius * math.cos(angle))
        for person, angle in angles.items()
    }


def _direction(person: UUID, edges: list[Edge], at: dict[UUID, Point]) -> float:
    ends = [(e.one, e.other) for e in edges if person in (e.one, e.other)]
    near = [at[end] for pair in ends for end in pair if end in at]
    x, y = sum(p.x for p in near), sum(p.y for p in near)
    return math.atan2(round(x), -round(y)) % math.tau
