"""Nothing is decoded into a type that threads may be the first to use (known_types.py)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_LOOKED_AT = {"known", "Decoder"}


def _called(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _uses_a_type(call: ast.Call) -> bool:
    """Whether it is ``msgspec.convert``, or a ``decode`` that is told a type of ours."""
    text = ast.unparse(call.func)
    if text == "msgspec.convert":
        return True
    types = [word.value for word in call.keywords if word.arg == "type"]
    ours = [each for each in types if not ast.unparse(each).startswith("dict[")]
    return text.startswith("msgspec.") and _name(call) == "decode" and bool(ours)


def at_risk(source: str) -> bool:
    """Whether a module leaves it to the first request to make a type known to msgspec."""
    calls = list(_called(ast.parse(source)))
    uses = any(_uses_a_type(call) for call in calls)
    return uses and not any(_name(call) in _LOOKED_AT for call in calls)


def test_every_module_that_decodes_makes_its_types_known_beforehand() -> None:
    """What two threads would otherwise do for the first time at once ends the process."""
    modules = [path for room in ("services", "shared") for path in (ROOT / room).rglob("*.py")]
    assert [str(path) for path in modules if at_risk(path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    "source",
    [
        "def f(raw):\n    return msgspec.json.decode(raw, type=Given)",
        "def f(raw):\n    return msgspec.convert(raw, Given)",
    ],
)
def test_a_type_that_a_request_is_the_first_to_use_is_found(source: str) -> None:
    """The rule can fail."""
    assert at_risk(source)
    assert not at_risk(f"_given = msgspec.json.Decoder(Given)\n{source}")
