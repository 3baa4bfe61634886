"""The product's own source, read and parsed once, and what a module imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PRODUCT = ("services", "shared", "vangnet", "vangnet_verify", "vangnet_witness")


class Source(NamedTuple):
    """One Python file: its path from the root, as ``shared/feed/relay.py``, and its text."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The parsed text."""
        return _parsed(self)

    @property
    def package(self) -> list[str]:
        """The dotted package the file stands in, as parts: what a relative import starts from."""
        return self.path.split("/")[:-1]


@cache
def _parsed(source: Source) -> ast.Module:
    return ast.parse(source.text, source.path)


@cache
def product(*folders: str) -> tuple[Source, ...]:
    """The product's files, or those in the given folders."""
    found = (p for folder in folders or PRODUCT for p in sorted((ROOT / folder).rglob("*.py")))
    return tuple(Source(p.relative_to(ROOT).as_posix(), p.read_text("utf-8")) for p in found)


def imports(source: Source) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that is imported: ``from a import b`` is ``a.b``."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(_start(node, source) + ([node.module] if node.module else []))
            yield from ((node.lineno, f"{start}.{name.name}") for name in node.names)
        elif isinstance(node, ast.Call) and _imports_by_name(node):
            yield node.lineno, str(node.args[0].value)  # type: ignore[attr-defined]


def _start(node: ast.ImportFrom, source: Source) -> list[str]:
    return source.package[: len(source.package) - node.level + 1] if node.level else []


def _imports_by_name(call: ast.Call) -> bool:
    named = ast.unparse(call.func).rsplit(".", 1)[-1] in ("import_module", "__import__")
    return named and bool(call.args) and isinstance(call.args[0], ast.Constant)


def within(name: str, *packages: str) -> bool:
    """Whether a dotted name is one of these packages or stands in one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)
