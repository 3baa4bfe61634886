"""Which unit tests cite an id, and which name a rule, flag or duty."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
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


def _in(path: Path) -> list[Citing]:
    tree = ast.parse(path.read_text("utf-8"))
    where = path.relative_to(ROOT).as_posix()
    above = ast.get_docstring(tree) or ""
    shared = "\n".join([*map(ast.unparse, _helpers(tree)), *_constants(tree)])
    return [
        Citing(
            f"{where}::{test.name}",
            frozenset(ID.findall(ast.get_docstring(test) or "") or ID.findall(above)),
            f"{ast.unparse(test)}\n{shared}",
        )
        for test in tree.body
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_")
    ]


def _helpers(tree: ast.Module) -> Iterator[ast.stmt]:
    """What the tests of a file use of it: its functions and constants."""
    for node in tree.body:
        test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if isinstance(node, ast.Assign | ast.FunctionDef) and not test:
            yield node


def _constants(tree: ast.Module) -> Iterator[str]:
    """The names that a file imports as constants of the domain, as they read there."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("services."):
            module = import_module(node.module or "")
            values = (getattr(module, alias.name, None) for alias in node.names)
            yield from (repr(value) for value in values if isinstance(value, str))


def citing(requirement: str) -> list[str]:
    """The tests that cite an id."""
    return [test.node for test in unit_tests() if requirement in test.ids]


def naming(name: str) -> list[str]:
    """The tests in whose source a name stands: as a class, quoted, or by a constant."""
    named = re.compile(rf"\b{re.escape(name)}\(|'{re.escape(name)}'")
    # Most have it nowhere, which costs far less to find out.
    return [t.node for t in unit_tests() if name in t.source and named.search(t.source)]
