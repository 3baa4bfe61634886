"""No two schemas of a service have one name: OpenAPI would call one of them something else."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable

import pytest

from tests.house.tree import Source, product


def doubles(sources: Iterable[Source]) -> list[str]:
    """The names that more than one class has."""
    counted = Counter(
        node.name
        for source in sources
        for node in source.tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    return sorted(name for name, count in counted.items() if count > 1)


@pytest.mark.parametrize("service", ["plans", "evaluations", "notifications"])
def test_every_schema_of_a_service_has_a_name_of_its_own(service: str) -> None:
    """Rooms do not know of one another, and share one document."""
    assert doubles(product(f"services/{service}/api")) == []


def test_a_double_name_is_found() -> None:
    """The check can fail."""
    sources = [Source(f"{room}.py", "class TaskAnswer:\n    pass\n") for room in ("a", "b")]
    assert doubles(sources) == ["TaskAnswer"]
