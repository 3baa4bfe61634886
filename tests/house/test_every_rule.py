"""No rule or flag of the plans goes without a test, or without its paragraph and sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import Source, product

HERE = Path(__file__).parents[1] / "unit" / "plans"
PARAGRAPH = re.compile(r"(W\d+|S\d+|R)(\.?\d+)?")


def named(sources: tuple[Source, ...]) -> Iterator[tuple[str, str, str]]:
    """Name, paragraph and sentence of every rule and flag that is written down."""
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Rule", "Flag"):
                name, paragraph, message = node.args[:3]
                yield tuple(ast.literal_eval(each) for each in (name, paragraph, message))  # type: ignore[misc]


RULES = list(named(product("services/plans/domain")))


def test_every_rule_and_flag_stands_in_a_test_by_its_name() -> None:
    """A rule that nobody tests may as well not be there."""
    tests = "".join(p.read_text("utf-8") for p in HERE.rglob("test_*.py"))
    assert [name for name, _, _ in RULES if f'"{name}"' not in tests] == []
    assert len(RULES) > 30


def test_every_rule_and_flag_cites_its_paragraph_and_speaks_dutch_to_the_user() -> None:
    """Design 3: W, S or R, and a sentence."""
    for name, paragraph, message in RULES:
        assert PARAGRAPH.fullmatch(paragraph), name
        assert message.endswith("."), name
        assert message[0].isupper(), name


def test_an_untested_rule_is_found() -> None:
    """The check can fail."""
    made = Source("x.py", 'Rule("nieuw", "W1.1", "Zin.", lambda: ())\nRule\nFlag("b", "R08", "Z.")')
    assert list(named((made,))) == [("nieuw", "W1.1", "Zin."), ("b", "R08", "Z.")]
