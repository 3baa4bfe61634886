"""What the pure rooms may not do with what they may import: ask the time, draw ids, do I/O."""

import ast
from collections.abc import Iterable, Iterator

import pytest

from tests.house.test_pure_imports import domains
from tests.house.tree import Source, product

FORBIDDEN = {
    *(f"datetime.datetime.{name}" for name in ("now", "utcnow", "today")),
    "datetime.date.today",
    *(f"uuid.uuid{version}" for version in (1, 4, 6, 7, 8)),
    "uuid.getnode",
    *(f"builtins.{name}" for name in ("open", "print", "input", "eval", "exec", "breakpoint")),
}


def worldly(sources: Iterable[Source]) -> Iterator[str]:
    """Every use, called or passed on, of the clock, of randomness and of I/O."""
    for source in sources:
        meaning = _meanings(source.tree)
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Name | ast.Attribute):
                name = _full_name(node, meaning)
                if name in FORBIDDEN:
                    yield f"{source.path}:{node.lineno} uses {name}"


def _meanings(tree: ast.Module) -> dict[str, str]:
    """The full name behind each imported or built-in name of a module."""
    found = {name.rsplit(".", 1)[1]: name for name in FORBIDDEN if name.startswith("builtins.")}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {a.asname or a.name: a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
    return found


def _full_name(node: ast.expr, meaning: dict[str, str]) -> str:
    head, *rest = ast.unparse(node).split(".")
    return ".".join([meaning.get(head, ""), *rest])


def test_a_domain_asks_no_clock_draws_no_ids_and_does_no_io():
    """The same history and the same act give the same events on any day, on any machine."""
    assert list(worldly(domains())) == []


def test_the_event_base_asks_no_clock_draws_no_ids_and_does_no_io():
    """What the domains are written in is as pure as they are."""
    assert list(worldly(product("shared/eventbase"))) == []


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import datetime\nat = datetime.now()",
        "from datetime import datetime as D\nmake(default_factory=D.utcnow)",
        "import datetime as dt\nat = dt.date.today()",
        "import uuid\nnew = uuid.uuid4()",
        "from uuid import uuid4\nnew = uuid4()",
        "print('an agreement')",
        "with open('plan.json') as file: pass",
    ],
)
def test_a_clock_an_id_or_io_is_found_under_any_name(code: str):
    """Called, passed on, or imported under another name: the check can fail."""
    assert len(list(worldly([Source("services/plans/domain/topic.py", code)]))) == 1


def test_the_clock_that_is_passed_in_is_allowed():
    """``doing.now`` and ``doing.new_id`` are how a decision gets its time and its ids."""
    code = "from datetime import datetime\ndef decide(doing):\n    return doing.now, doing.new_id()"
    assert list(worldly([Source("services/plans/domain/topic.py", code)])) == []
