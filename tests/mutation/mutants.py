"""The mutants of a file: its code with one change, and what they are called."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from types import CodeType
from typing import NamedTuple

from tests.mutation.changing import Change, changes_in


class Mutant(NamedTuple):
    """One change. ``name`` stays the same when lines move: path, function, what became what."""

    path: str
    name: str
    lines: range
    scope: range
    change: Change


def mutants(path: str, tree: ast.Module) -> Iterator[Mutant]:
    """Every mutant of a file, in the order of its lines."""
    seen: Counter[str] = Counter()
    for called, function in _functions(tree, ""):
        for change in changes_in(function):
            name = f"{path}::{called}: {_short(change.before)} -> {_short(change.after)}"
            seen[name] += 1
            nth = f" #{seen[name]}" if seen[name] > 1 else ""
            yield Mutant(path, name + nth, _lines(change.before), _lines(function), change)


def _functions(node: ast.AST, within: str) -> Iterator[tuple[str, ast.AST]]:
    """The outermost functions and lambdas below a node, with what they are called."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield within + child.name, child
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{within}{child.name}.")
        elif isinstance(child, ast.Lambda):
            yield f"{within}{_registered(node)}", child
        else:
            yield from _functions(child, within)


def _registered(call: ast.AST) -> str:
    """The name of the rule or flag that a lambda stands in."""
    first = call.args[0] if isinstance(call, ast.Call) and call.args else None
    return str(first.value) if isinstance(first, ast.Constant) else "lambda"


def _short(node: ast.AST) -> str:
    text = ast.unparse(ast.fix_missing_locations(node)).replace("\n", "; ")
    return text if len(text) <= 160 else f"{text[:110]} ... {text[-45:]}"


def _lines(node: ast.AST) -> range:
    return range(node.lineno, node.end_lineno + 1)  # type: ignore[attr-defined]


def mutated(tree: ast.Module, mutant: Mutant) -> CodeType:
    """The compiled file with that change; the tree is as it was afterwards."""
    spot, before, after = mutant.change
    spot.put(ast.fix_missing_locations(ast.copy_location(after, before)))
    try:
        return compile(tree, mutant.path, "exec", dont_inherit=True)
    finally:
        spot.put(before)


def differing(ours: CodeType, theirs: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The functions of two compilations of a file that are not the same, the outer ones too."""
    for one, other in zip(_inner(ours), _inner(theirs), strict=False):
        if one != other:
            yield one, other
            yield from differing(one, other)


def _inner(code: CodeType) -> list[CodeType]:
    return [const for const in code.co_consts if isinstance(const, CodeType)]
