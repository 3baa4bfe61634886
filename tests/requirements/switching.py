"""Switches each registered thing off, in a process of its own, and runs the tests that should see.

A pytest plugin: it takes the place of the loop that runs what was collected, and writes what
nobody noticed to the file that ``SURVIVORS`` names, a line per thing.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from _pytest.runner import runtestprotocol

from shared.eventbase.rule import Rule
from tests.requirements.citing import citing, naming
from tests.requirements.registered import CATALOGUES, Thing, things

SURVIVORS = "SURVIVORS"
_BROKEN = Rule.broken
_NOTICED = 1


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Instead of running the tests once: runs some of them for each thing, without that thing."""
    items: defaultdict[str, list[pytest.Item]] = defaultdict(list)
    for item in session.items:
        items[item.nodeid.partition("[")[0]].append(item)
    # What a view answers is held by tests of its own, and not by the catalogue.
    tried = [thing for thing in things() if thing.kind != "view"]
    unnoticed = [thing for thing in tried if not _noticed(thing, _watching(thing, items))]
    lines = [f"{t.service} {t.kind} {t.name}\n" for t in unnoticed]
    Path(os.environ[SURVIVORS]).write_text("".join(lines), "utf-8")
    return True


def _watching(thing: Thing, items: dict[str, list[pytest.Item]]) -> list[pytest.Item]:
    nodes = [*naming(thing.name), *(node for each in thing.ids for node in citing(each))]
    return [item for node in dict.fromkeys(nodes) for item in items[node]]


def _noticed(thing: Thing, items: Iterable[pytest.Item]) -> bool:
    child = os.fork()
    if child == 0:
        # Whatever happens, the child must not go on with what its parent is doing.
        try:
            switch_off(thing)
            os._exit(_NOTICED if any(_fails(item) for item in items) else 0)
        finally:
            os._exit(2)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == _NOTICED


def _fails(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def switch_off(thing: Thing) -> None:
    """In this process: the act does nothing, the rule and the flag find nothing, nothing is due."""
    catalogue = next(each for each in CATALOGUES if each.service == thing.service)
    if thing.kind == "rule":
        Rule.broken = _without(thing.name)  # type: ignore[method-assign]
    elif thing.kind == "act":
        act = next(act for act in catalogue.acts if act.__name__ == thing.name)
        idle = msgspec.structs.replace(catalogue.acts[act], decide=lambda *_: [])
        catalogue.acts[act] = idle
    else:
        found: dict[str, Any] = catalogue.flags if thing.kind == "flag" else catalogue.duties
        field = "check" if thing.kind == "flag" else "owed"
        found[thing.name] = msgspec.structs.replace(found[thing.name], **{field: lambda *_: ()})


def _without(name: str) -> Callable[..., Any]:
    def broken(self: Rule, state: Any, act: Any, doing: Any) -> Any:
        return [] if self.name == name else _BROKEN(self, state, act, doing)

    return broken
