"""The small changes that a test should notice, each in one place of one function.

What stays as it is: annotations, docstrings and other text (most of it Dutch sentences), defaults
of arguments and fields, and what a module registers when it is read; the numbers of thresholds
are changed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, NamedTuple

_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
_RENAMED = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list"}
_REGISTERED = {"Rule", "Flag", "Duty"}
_REMOVED = (ast.AugAssign, ast.Delete, ast.Continue, ast.Break)


class Spot(NamedTuple):
    """Where a node hangs: ``parent.field``, or one of that list."""

    parent: ast.AST
    field: str
    index: int | None = None

    def put(self, node: Any) -> None:
        """Puts another node there."""
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


class Change(NamedTuple):
    """One change: where, what stands there, what is put there."""

    spot: Spot
    before: ast.AST
    after: ast.AST


def changes_in(function: ast.AST) -> Iterator[Change]:
    """Every change inside a function, method or lambda, and what is defined within it."""
    yield from _in_field(function, "body")


def _in_field(parent: ast.AST, field: str) -> Iterator[Change]:
    held = getattr(parent, field)
    listed = held if isinstance(held, list) else [held]
    for index, node in enumerate(listed):
        if isinstance(node, ast.AST):
            spot = Spot(parent, field, index if isinstance(held, list) else None)
            yield from (Change(spot, node, after) for after in _instead_of(node, parent))
            yield from _below(node)


def _below(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.FunctionDef):
        yield from changes_in(node)
        return
    if isinstance(node, ast.keyword) and node.arg == "strict":
        return  # how many there are of two lists is no rule of the domain
    for field in node._fields:
        if field not in ("annotation", "returns", "ops", "op", "ctx", "decorator_list"):
            yield from _in_field(node, field)


def _instead_of(node: ast.AST, parent: ast.AST) -> Iterator[ast.AST]:
    if _goes_without(node, parent):
        yield ast.Pass()
    if isinstance(node, ast.expr) and _decides(node, parent):
        yield ast.UnaryOp(ast.Not(), node)
    if isinstance(node, ast.Call):
        yield from _other_calls(node)
    else:
        yield from _other_values(node)


def _goes_without(node: ast.AST, parent: ast.AST) -> bool:
    if isinstance(node, ast.Return):
        return isinstance(parent, ast.If)
    if isinstance(node, ast.Assign):
        return any(isinstance(t, ast.Attribute | ast.Subscript) for t in node.targets)
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call) and not _reaches_nobody(node.value)
    return isinstance(node, _REMOVED)


def _reaches_nobody(call: ast.Call) -> bool:
    """``put(item, ())``: to the gate the same as nothing, for it denies by default."""
    return getattr(call.func, "attr", "") == "put" and all(map(_is_empty, call.args[1:]))


def _decides(node: ast.expr, parent: ast.AST) -> bool:
    """Whether it is a condition that no other change turns round."""
    simple = isinstance(node, ast.Compare) and len(node.ops) == 1
    if simple or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)):
        return False
    if isinstance(parent, ast.comprehension):
        return node in parent.ifs
    return isinstance(parent, ast.If | ast.IfExp) and node is parent.test


def _other_calls(node: ast.Call) -> Iterator[ast.AST]:
    for n in range(len(node.keywords)):
        if node.keywords[n].arg not in (None, "strict"):
            yield _with(node, keywords=node.keywords[:n] + node.keywords[n + 1 :])
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name in _RENAMED and (name != "sorted" or node.args):
        kept = [] if name == "sorted" else node.keywords
        yield _with(node, func=ast.Name(_RENAMED[name], ast.Load()), keywords=kept)
    made, put = name[:1].isupper(), getattr(node.func, "attr", "") == "put"
    for n, given in enumerate(node.args):
        if made and not _is_left_alone(name, given):
            yield _with(node, args=_replaced(node.args, n, ast.Constant(None)))
        if put and n > 0 and not _is_empty(given):
            yield _with(node, args=_replaced(node.args, n, ast.Tuple([], ast.Load())))


def _other_values(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare):
        for n, op in enumerate(node.ops):
            yield _with(node, ops=_replaced(node.ops, n, _SWAPPED[type(op)]()))
    elif isinstance(node, ast.BoolOp):
        yield _with(node, op=_SWAPPED[type(node.op)]())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    elif isinstance(node, ast.BinOp):
        yield _with(node, op=ast.BitOr()) if isinstance(node.op, ast.BitAnd) else node.left
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        other = not node.value if isinstance(node.value, bool) else node.value + 1
        yield ast.Constant(other)
    elif isinstance(node, ast.List | ast.Tuple | ast.Set) and not _is_target(node):
        for n in range(len(node.elts)):
            left = node.elts[:n] + node.elts[n + 1 :]
            yield _with(node, elts=left) if left else _nothing(node)


def _is_target(node: Any) -> bool:
    return isinstance(getattr(node, "ctx", None), ast.Store)


def _nothing(node: ast.AST) -> ast.AST:
    if isinstance(node, ast.Set):
        return ast.Call(ast.Name("set", ast.Load()), [], [])
    return _with(node, elts=[])


def _is_empty(node: ast.AST) -> bool:
    return isinstance(node, ast.Tuple | ast.List) and not node.elts


def _is_left_alone(name: str, given: ast.AST) -> bool:
    """What is None, text, told to a programmer, or part of a registration."""
    text = isinstance(given, ast.Constant) and (given.value is None or isinstance(given.value, str))
    return text or isinstance(given, ast.Starred) or name.endswith("Error") or name in _REGISTERED


def _replaced(listed: list[Any], n: int, other: ast.AST) -> list[Any]:
    return [*listed[:n], other, *listed[n + 1 :]]


def _with(node: Any, **others: Any) -> Any:
    return type(node)(**{name: getattr(node, name) for name in node._fields} | others)
