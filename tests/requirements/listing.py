"""docs/requirements.md: per id what keeps it and which tests would notice."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from shared.eventbase.terms import Term, Value, rule_of
from tests.requirements.citing import citing
from tests.requirements.ids import REQUIREMENTS, RULES, TENSIONS
from tests.requirements.registered import CATALOGUES, Thing, things

_HEAD = """# Requirements

Every id of the two documents that define the work (`domain.md` 1), and what keeps it. Made by
`python -m tests.requirements`; a test compares. That each act, rule, flag and duty is missed by a
test when it is switched off is tested in `tests/requirements/test_switching.py`.

| id | what | acts | rules, flags, duties and views | tests |
|---|---|---|---|---|
"""


_RULES = """
## Rules with numbers

What each says stands in `domain.md` 5; the values are those that hold unless others were set.

| id | what | terms and numbers | rules, flags and duties | tests |
|---|---|---|---|---|
"""

_TENSIONS = """
## Where the documents pull in two directions

| id | what | tests |
|---|---|---|
"""


def text() -> str:
    """The whole document."""
    found = things()
    rows = "".join(_row(requirement, found) for requirement in REQUIREMENTS)
    rules = "".join(_rule(rule, found) for rule in RULES)
    tensions = (f"| {each} | {TENSIONS[each]} | {_tests(each)} |\n" for each in TENSIONS)
    return _HEAD + rows + _RULES + rules + _TENSIONS + "".join(tensions)


def unkept() -> list[str]:
    """The ids that nothing is registered for, or that no test cites."""
    kept = {each for thing in things() for each in thing.ids}
    return [each for each in REQUIREMENTS if each not in kept or not citing(each)]


def uncited() -> list[str]:
    """The rules with numbers and the tensions that no unit test cites."""
    return [each for each in (*RULES, *TENSIONS) if not citing(each)]


def _row(requirement: str, found: list[Thing]) -> str:
    own = [thing for thing in found if requirement in thing.ids]
    acts = ", ".join(f"`{thing.name}`" for thing in own if thing.kind == "act")
    others = ", ".join(f"`{thing.name}`" for thing in own if thing.kind != "act")
    tests = _tests(requirement)
    return f"| {requirement} | {REQUIREMENTS[requirement]} | {acts} | {others} | {tests} |\n"


def _rule(rule: str, found: list[Thing]) -> str:
    others = ", ".join(f"`{thing.name}`" for thing in found if rule in thing.ids)
    return f"| {rule} | {RULES[rule]} | {', '.join(_values(rule))} | {others} | {_tests(rule)} |\n"


def _values(rule: str) -> Iterator[str]:
    for catalogue in CATALOGUES:
        for name, value in catalogue.thresholds.items():
            if rule_of(name) == rule:
                yield f"`{name}` {_value(value)}"


def _value(value: Value) -> str:
    if not isinstance(value, Term):
        return str(value)
    given = msgspec.structs.asdict(value).items()
    return " ".join(f"{n} {unit.replace('_', ' ')}" for unit, n in given if n is not None)


def _tests(requirement: str) -> str:
    return ", ".join(_counted(requirement))


def _counted(requirement: str) -> Iterator[str]:
    files: dict[str, int] = {}
    for node in citing(requirement):
        file = node.partition("::")[0].removeprefix("tests/unit/")
        files[file] = files.get(file, 0) + 1
    yield from (f"{file} ({count})" for file, count in sorted(files.items()))
