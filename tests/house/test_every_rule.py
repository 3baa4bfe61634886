"""No rule, flag, demand or duty goes without a test, or without its paragraph and sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.house.tree import Source, product
from tests.requirements.citing import naming
from tests.requirements.registered import CATALOGUES, things

SERVICES = tuple(catalogue.service for catalogue in CATALOGUES)
PARAGRAPH = re.compile(r"(W\d+|S\d+|R|T)(\.?\d+)?")
SAID = ("Rule", "Flag", "Demand")
# Their tests cite the requirement and not a name.
WITHOUT_A_NAME = ("act", "view")


def named(sources: tuple[Source, ...]) -> Iterator[tuple[str, str, str]]:
    """Name, paragraph and sentence of every rule, flag and demand that is written down."""
    for source in sources:
        for node in ast.walk(source.tree):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in SAID:
                words = node.args[:3]
                # What makes rules for several fields gets their words as arguments.
                if all(isinstance(each, ast.Constant | ast.BinOp) for each in words):
                    name, paragraph, message = map(ast.literal_eval, words)
                    yield name, paragraph, message


def names(service: str) -> set[str]:
    """The names of everything of a service that refuses, flags or is owed."""
    written = {name for name, _, _ in named(product(f"services/{service}/domain"))}
    kept = (
        each for each in things() if each.service == service and each.kind not in WITHOUT_A_NAME
    )
    return written | {each.name for each in kept}


@pytest.mark.parametrize("service", SERVICES)
def test_each_of_them_stands_in_a_test_by_its_name(service: str) -> None:
    """A rule that nobody tests may as well not be there."""
    own = f"tests/unit/{service}/"
    there = names(service)
    watched = {n for n in there if any(t.startswith(own) for t in naming(n))}
    assert there - watched == set()
    assert len(watched) > 10


@pytest.mark.parametrize("service", SERVICES)
def test_each_of_them_cites_its_paragraph_and_speaks_dutch_to_the_user(service: str) -> None:
    """Design 3: W, S, R or T, and a sentence."""
    for name, paragraph, message in named(product(f"services/{service}/domain")):
        assert PARAGRAPH.fullmatch(paragraph), name
        assert message.endswith("."), name
        assert message[0].isupper(), name


def test_each_duty_says_what_is_asked_as_part_of_a_sentence() -> None:
    """ "Te doen: {what}, uiterlijk 14-03-2025." """
    for catalogue in CATALOGUES:
        for duty in catalogue.duties.values():
            assert PARAGRAPH.fullmatch(duty.paragraph), duty.name
            assert duty.what[0].islower() or duty.what.split()[0].isupper(), duty.name
            assert not duty.what.endswith("."), duty.name


def test_an_untested_rule_is_found() -> None:
    """The check can fail."""
    made = Source("x.py", 'Rule("nieuw", "W1.1", "Zin.", lambda: ())\nRule\nFlag("b", "R08", "Z.")')
    assert list(named((made,))) == [("nieuw", "W1.1", "Zin."), ("b", "R08", "Z.")]
    assert naming("nieuwe-regel-van-niemand") == []
