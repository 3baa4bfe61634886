"""Mutants of thresholds: each term a day longer, or an hour, or whatever it counts in."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.terms import Term, Terms, Threshold


class Raised(NamedTuple):
    """A threshold that is one higher."""

    path: str
    name: str
    lines: range
    scope: range
    threshold: str
    value: Term | int

    def take_effect(self, alive: Iterable[Catalogue | Terms]) -> bool:
        """Whether there is such a threshold among these; from now on it is higher."""
        return sum(self._set(each) for each in alive) > 0

    def _set(self, known: Catalogue | Terms) -> bool:
        if isinstance(known, Catalogue):
            found = self.threshold in known.thresholds
            known.thresholds |= {self.threshold: self.value} if found else {}
        else:
            found = self.threshold in known._of
            known._of |= {self.threshold: [Threshold(self.value)]} if found else {}
        return found


def raised(path: str, called: str, tree: ast.Module) -> Iterator[Raised]:
    """Every threshold that a module registers, raised by one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "threshold":
            name, value = (ast.unparse(arg) for arg in node.args)
            higher = _higher(node.args[1])
            if higher is None:
                continue
            text = f"{called}::{ast.literal_eval(name)}: {value} -> {ast.unparse(higher)}"
            made = eval(ast.unparse(higher), {"Term": Term})
            here = range(node.lineno, node.end_lineno + 1 if node.end_lineno else 0)
            yield Raised(path, text, here, here, ast.literal_eval(name), made)


def _higher(value: ast.expr) -> ast.expr | None:
    if isinstance(value, ast.Constant) and isinstance(value.value, int):
        return ast.Constant(value.value + 1)
    if isinstance(value, ast.Call) and len(value.keywords) == 1:
        (given,) = value.keywords
        assert isinstance(given.value, ast.Constant)
        more = ast.keyword(given.arg, ast.Constant(given.value.value + 1))
        return ast.Call(value.func, [], [more])
    return None
