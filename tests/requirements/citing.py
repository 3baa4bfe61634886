"""Which unit tests cite an id, and which name a rule, flag or duty."""

from __future__ import annotations

import ast
import re
from functools import cache
from typing import NamedTuple

from tests.house.tree import ROOT

UNIT = ROOT / "tests" / "unit"
ID = re.compile(r"\b(?:W\d{1,2}\.\d{1,2}|S\d\.\d|[RT]\d{1,2})\b")


class Citing(NamedTuple):
    """One test function: its node id, the ids in its docstring, and its whole source."""

    node: str
    ids: frozenset[str]
    source: str


@cache
def unit_tests() -> tuple[Citing, ...]:
    """Every unit test. What a file says on its first line holds for each of its tests."""
    return tuple(found for path in sorted(UNIT.rglob("test_*.py")) for found in _in(path))


def _in(path: object) -> list[Citing]:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    tree = ast.parse(text)
    where = path.relative_to(ROOT).as_posix()  # type: ignore[attr-defined]
    above = ast.get_docstring(tree) or ""
    constants = "\n".join(
        ast.unparse(node)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.FunctionDef)
        and not getattr(node, "name", "").startswith("test_")
    )
    found = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            own = ast.get_docstring(node) or ""
            said = frozenset(ID.findall(own)) or frozenset(ID.findall(above))
            found.append(Citing(f"{where}::{node.name}", said, ast.unparse(node) + constants))
    return found


def citing(requirement: str) -> list[str]:
    """The tests that cite an id."""
    return [test.node for test in unit_tests() if requirement in test.ids]


def naming(name: str) -> list[str]:
    """The tests in whose source a name stands, itself or by a constant of their file."""
    quoted = f"'{name}'"
    return [test.node for test in unit_tests() if quoted in test.source]
