"""``${NAME}`` in a compose file, and what stands in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

# What stands in place of a missing one may name another, as in ${URL:-http://a:${PORT:-80}}.
_REST = r"(?P<rest>(?:[^{}]|\{[^{}]*\})*)"
_DOLLAR = re.compile(rf"\$(?:\$|\{{(?P<name>\w+)(?:(?P<how>:[-?]){_REST})?\}})")
Invent = Callable[[str], str]


def filled(tree: Any, variables: Mapping[str, str], invent: Invent) -> Any:
    """The same tree with its variables filled in.

    ``invent`` gives the value of one that must be there (``${NAME:?}``) and is not.
    """
    if isinstance(tree, dict):
        return {name: filled(each, variables, invent) for name, each in tree.items()}
    if isinstance(tree, list):
        return [filled(each, variables, invent) for each in tree]
    if isinstance(tree, str):
        return _DOLLAR.sub(lambda found: _value(found, variables, invent), tree)
    return tree


def _value(found: re.Match[str], variables: Mapping[str, str], invent: Invent) -> str:
    name = found["name"]
    if name is None:
        return "$"
    if variables.get(name):
        return variables[name]
    if found["how"] == ":?":
        return invent(name)
    return str(filled(found["rest"] or "", variables, invent))
