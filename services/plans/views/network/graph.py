"""The network as a graph at (V, K), with nothing in it that one audience may not know (S3.1).

Everything that is drawn is drawn from this graph alone: who is left out of it leaves no gap, no
number and no place in a layout.
"""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.plans.domain.family.leaving import Departures
from services.plans.domain.family.people import People, Person
from services.plans.domain.network.mapping import Mapping, Mappings
from services.plans.domain.network.relations import Quality, Relation, RelationKind, Relations
from services.plans.views.parts.content import Data, person_content
from shared.web.look import Look


class Node(msgspec.Struct, frozen=True):
    """Somebody, under the name that this audience knows."""

    person: UUID
    name: str


class Edge(msgspec.Struct, frozen=True):
    """What ``one`` is to ``other``; ``holds``: still at V."""

    kind: RelationKind
    one: UUID
    other: UUID
    holds: bool
    quality: Quality | None


class Graph(msgspec.Struct, frozen=True):
    """What one audience may know of a network."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network_view(look: Look) -> Data:
    """Nodes and typed edges; how they came to be drawn only for those with full sight."""
    relations = _visible(look)
    data = {
        "nodes": [_node(look, person) for person in _present(look, relations)],
        "edges": [_edge(look, relation) for relation in relations],
    }
    if not look.sight.full:
        return data
    return data | {"mappings": [_mapping(look, made) for made in look.state[Mappings].all]}


def network_graph(look: Look) -> Graph:
    """The same nodes and edges, to draw."""
    relations, people = _visible(look), _everybody(look)
    return Graph(
        tuple(
            Node(person, look.sight.said(people[person].details)("name") or "")
            for person in _present(look, relations)
        ),
        tuple(
            Edge(each.kind, each.one, each.other, each.holds_on(look.day), each.quality)
            for each in relations
        ),
    )


def _visible(look: Look) -> list[Relation]:
    begun = [r for r in look.state[Relations].all.values() if r.begun_by(look.day)]
    return [relation for relation in begun if _sees(look, relation)]


def _sees(look: Look, relation: Relation) -> bool:
    people, sight = look.state[People].all, look.sight
    if not all(end in people and sight.knows(end) for end in (relation.one, relation.other)):
        return False
    shares = look.state[Relations].shares(relation.item)
    return sight.full or any(sight.sees(share) for share in shares)


def _present(look: Look, relations: list[Relation]) -> list[UUID]:
    # To a person only those who stand in a relation that they see: of whom else they know, they
    # know from what they promised one another, and that is no drawing.
    ends = {end for relation in relations for end in (relation.one, relation.other)}
    everybody = _everybody(look)
    return [p for p in everybody if look.sight.full or p in ends or p == look.person]


def _everybody(look: Look) -> dict[UUID, Person]:
    """The people then. Whoever looks was always there: their first day tells of a dossier."""
    then, person = look.state[People].all, look.person
    if look.sight.full or person is None or person in then:
        return then
    return {person: look.now[People].all[person], **then}


def _node(look: Look, person: UUID) -> Data:
    known = person_content(look.sight, _everybody(look)[person])
    if not look.sight.full:
        return known
    left = look.state[Departures].of.get(person)
    return known | {"left_at": left.mark.at if left is not None else None}


def _edge(look: Look, relation: Relation) -> Data:
    return {
        "item": relation.item,
        "one": relation.one,
        "kind": relation.kind,
        "other": relation.other,
        "since": relation.since,
        "until": relation.until,
        "holds": relation.holds_on(look.day),
        "quality": relation.quality,
    } | _for_full_sight(look, relation)


def _for_full_sight(look: Look, relation: Relation) -> Data:
    if not look.sight.full:
        return {}
    shares = look.state[Relations].shares(relation.item)
    return {
        "note": look.sight.said(relation.words)("note"),
        "shared_with": list(dict.fromkeys(shares.values())),
        "hidden_from": relation.hidden_from,
    }


def _mapping(look: Look, made: Mapping) -> Data:
    note = look.sight.said(made.words)("note")
    return {
        "item": made.item,
        "form": made.form,
        "made_with": made.made_with,
        "at": made.at,
        "note": note,
    }
