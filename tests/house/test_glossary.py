"""The glossary speaks of what there is: every class it names exists, and every word once."""

from __future__ import annotations

import ast
import re

from tests.house.tree import ROOT, product

ROWS = [
    line.split("|")[1:4]
    for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    if line.startswith("| `")
]
NAME = re.compile(r"`([A-Z]\w+)")


def classes() -> set[str]:
    """Every class of the product."""
    trees = (s.tree for folder in ("services", "shared") for s in product(folder))
    return {n.name for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)}


def test_every_class_that_the_glossary_names_exists() -> None:
    """Nobody looks for what was given another name."""
    named = [name for code, _, _ in ROWS for name in NAME.findall(code)]
    assert sorted(set(named) - classes()) == []
    assert len(named) > 60


def test_no_word_in_code_means_two_things() -> None:
    """One name in code per thing."""
    named = [code.strip() for code, _, _ in ROWS]
    assert sorted({name for name in named if named.count(name) > 1}) == []
