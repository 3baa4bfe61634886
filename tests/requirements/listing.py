"""docs/requirements.md: per id what keeps it and which tests would notice."""

from __future__ import annotations

from collections.abc import Iterator

from tests.requirements.citing import citing
from tests.requirements.ids import REQUIREMENTS
from tests.requirements.registered import Thing, things

_HEAD = """# Requirements

Every id of the two documents that define the work (`domain.md` 1), and what keeps it. Made by
`python -m tests.requirements`; a test compares. That each act, rule, flag and duty is missed by a
test when it is switched off is tested in `tests/requirements/test_switching.py`.

| id | what | acts | rules, flags, duties and views | tests |
|---|---|---|---|---|
"""


def text() -> str:
    """The whole document."""
    found = things()
    return _HEAD + "".join(_row(requirement, found) for requirement in REQUIREMENTS)


def unkept() -> list[str]:
    """The ids that nothing is registered for, or that no test cites."""
    kept = {each for thing in things() for each in thing.ids}
    return [each for each in REQUIREMENTS if each not in kept or not citing(each)]


def _row(requirement: str, found: list[Thing]) -> str:
    own = [thing for thing in found if requirement in thing.ids]
    acts = ", ".join(f"`{thing.name}`" for thing in own if thing.kind == "act")
    others = ", ".join(f"`{thing.name}`" for thing in own if thing.kind != "act")
    tests = ", ".join(_counted(requirement))
    return f"| {requirement} | {REQUIREMENTS[requirement]} | {acts} | {others} | {tests} |\n"


def _counted(requirement: str) -> Iterator[str]:
    files: dict[str, int] = {}
    for node in citing(requirement):
        file = node.partition("::")[0].removeprefix("tests/unit/")
        files[file] = files.get(file, 0) + 1
    yield from (f"{file} ({count})" for file, count in sorted(files.items()))
