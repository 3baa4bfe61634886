"""A drawing is made of what its graph holds and of nothing else (S3.1)."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import pytest

from services.plans.domain.network.relations import Quality, RelationKind
from services.plans.views.network.generations import ROW, places
from services.plans.views.network.genogram import genogram
from services.plans.views.network.graph import Edge, Graph, Node
from services.plans.views.network.sociogram import sociogram
from tests.unit.plans.case import uid

NAMES = ("Mirjam", "Stefan", "Bas", "Lotte", "Truus", "Els", "Juf Anna")
MIRJAM, STEFAN, BAS, LOTTE, TRUUS, ELS, ANNA = (uid(10 + n) for n, _ in enumerate(NAMES))
IDS = (MIRJAM, STEFAN, BAS, LOTTE, TRUUS, ELS, ANNA)
Ends = tuple[object, RelationKind, object]


def edge(one: object, kind: RelationKind, other: object, holds: bool = True) -> Edge:
    """A relation without a quality."""
    return Edge(kind, one, other, holds, None)  # type: ignore[arg-type]


FAMILY = (
    edge(MIRJAM, RelationKind.FORMER_PARTNER, STEFAN),
    edge(MIRJAM, RelationKind.PARENT, BAS),
    edge(STEFAN, RelationKind.PARENT, BAS),
    edge(MIRJAM, RelationKind.PARENT, LOTTE),
    edge(STEFAN, RelationKind.PARENT, LOTTE),
    edge(TRUUS, RelationKind.PARENT, MIRJAM),
    edge(TRUUS, RelationKind.GRANDPARENT, BAS),
)
AROUND = (
    edge(ELS, RelationKind.NEIGHBOUR, MIRJAM),
    Edge(RelationKind.PROFESSIONAL, ANNA, BAS, True, Quality.GOOD),
)
GRAPH = Graph(tuple(map(Node, IDS, NAMES)), FAMILY + AROUND)


def texts(drawing: bytes) -> list[str]:
    """Every text in a drawing."""
    return [each.strip() for each in ElementTree.fromstring(drawing).itertext() if each.strip()]


def test_a_genogram_shows_the_family_and_a_sociogram_everybody() -> None:
    """S3.1: neighbour and teacher stand in the sociogram only."""
    assert set(NAMES[:5]) <= set(texts(genogram(GRAPH)))
    assert not {"Els", "Juf Anna"} & set(texts(genogram(GRAPH)))
    assert set(NAMES) <= set(texts(sociogram(GRAPH)))
    assert "beroepskracht, goed" in texts(sociogram(GRAPH))


def test_parents_stand_above_their_children_and_partners_beside_one_another() -> None:
    """S3.1: a row per generation."""
    at = places(list(IDS[:5]), list(FAMILY))
    assert at[TRUUS].y + ROW == at[MIRJAM].y == at[STEFAN].y == at[BAS].y - ROW
    assert at[BAS].y == at[LOTTE].y
    assert len(set(at.values())) == 5


@pytest.mark.parametrize("draw", [genogram, sociogram])
def test_the_same_graph_is_the_same_drawing_to_the_byte(draw: object) -> None:
    """S3.1: the place of everybody follows from the graph."""
    again = Graph(tuple(map(Node, IDS, NAMES)), FAMILY + AROUND)
    assert draw(GRAPH) == draw(again)  # type: ignore[operator]


@pytest.mark.parametrize("draw", [genogram, sociogram])
@pytest.mark.parametrize("graph", [Graph((), ()), Graph((Node(ELS, "Els"),), ())])
def test_with_nobody_or_one_there_is_a_drawing_too(draw: object, graph: Graph) -> None:
    """S3.1: a dossier begins with nobody related."""
    assert texts(draw(graph))[0] in ("Genogram", "Sociogram")  # type: ignore[operator]


def test_a_name_is_text_and_never_markup() -> None:
    """R50: whoever types a name draws nothing with it."""
    name = '<script>alert("x")</script>&'
    graph = Graph((Node(MIRJAM, name), Node(BAS, "Bas")), FAMILY[1:2])
    for drawing in (genogram(graph), sociogram(graph)):
        assert b"<script" not in drawing
        assert name in texts(drawing)


def test_a_relation_that_is_over_is_no_line_in_a_sociogram() -> None:
    """S3.1: as of a date; in a genogram it stays, struck through."""
    over = edge(MIRJAM, RelationKind.PARTNER, STEFAN, holds=False)
    graph = Graph((Node(MIRJAM, "Mirjam"), Node(STEFAN, "Stefan")), (over,))
    assert b"<path" not in sociogram(graph)
    holding = Graph(graph.nodes, (edge(MIRJAM, RelationKind.PARTNER, STEFAN),))
    assert genogram(graph).count(b"<path") == genogram(holding).count(b"<path") + 2


def test_whatever_people_say_of_one_another_is_drawn() -> None:
    """S3.1: contradictions too (one's own grandmother's parent); nobody stands on another."""
    rng = random.Random(1)
    for _ in range(100):
        pairs = [rng.sample(IDS, 2) for _ in range(rng.randrange(12))]
        edges = [edge(a, rng.choice(list(RelationKind)), b, rng.random() < 0.5) for a, b in pairs]
        graph = Graph(GRAPH.nodes, tuple(edges))
        assert texts(genogram(graph))
        assert set(NAMES) <= set(texts(sociogram(graph)))
        kin = [each for each in edges if each.kind in (RelationKind.PARENT, RelationKind.SIBLING)]
        assert len(set(places(list(IDS), kin).values())) == len(IDS)
