"""A pytest plugin that runs tests against mutants, instead of running them once.

Everything is loaded and collected one time. Each mutant is put in place in a forked child, which
runs the tests that reach its lines until one fails; what no test fails on survives.
"""

from __future__ import annotations

import gc
import json
import os
import signal
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

from tests.house.tree import ROOT
from tests.mutation.covering import Coverage, covered
from tests.mutation.mutants import Mutant
from tests.mutation.swapping import Loaded
from tests.mutation.thresholds import Raised

# The same examples each time, and none written down: a mutant must not depend on luck.
settings.register_profile(
    "mutation", derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)
settings.load_profile("mutation")

OUTCOMES = {1: "killed", 0: "survived", 3: "not alive", -signal.SIGVTALRM: "timeout"}
# Of computing, not of waiting: others may be at work on the same machine.
_SECONDS_FOR_ONE, _SECONDS_OF_TESTS = 20, 3.0


class Asked(NamedTuple):
    """What to mutate, where the outcomes go, and how many children at a time."""

    paths: list[str]
    outcomes: str
    jobs: int

    @staticmethod
    def from_environ() -> Asked:
        """As the process that started this one asked."""
        return Asked(*json.loads(os.environ["MUTATE"]))


class Tests:
    """The tests that were collected, and what each of them runs."""

    def __init__(self, items: list[pytest.Item], files: set[str]) -> None:
        self._items = items
        self._ran = [covered(lambda item=item: _report(item), files) for item in items]  # type: ignore[misc]
        self._reaching: dict[tuple[str, int], set[int]] = defaultdict(set)
        for n, coverage in enumerate(self._ran):
            for line in coverage.lines:
                self._reaching[line].add(n)

    def reaching(self, mutant: Mutant | Raised) -> list[pytest.Item]:
        """Tests that run its lines: those first that run little else, for a few seconds."""
        if isinstance(mutant, Raised):
            found = self._reaching[mutant.threshold, 0]
        else:
            found = self._on(mutant.path, mutant.lines) or self._on(mutant.path, mutant.scope)
        return [self._items[n] for n in self._bounded(sorted(found, key=self._weight))]

    def _on(self, path: str, lines: range) -> set[int]:
        return set().union(*(self._reaching[path, line] for line in lines))

    def _weight(self, n: int) -> float:
        coverage: Coverage = self._ran[n]
        return len(coverage.lines) + 1000 * coverage.seconds

    def _bounded(self, order: list[int]) -> Iterator[int]:
        spent = 0.0
        for n in order:
            spent += self._ran[n].seconds
            if spent > _SECONDS_OF_TESTS and n != order[0]:
                return
            yield n


def _report(item: pytest.Item) -> bool:
    return any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def pytest_runtestloop(session: pytest.Session) -> bool:
    """Tries every mutant of the paths that were asked for."""
    asked = Asked.from_environ()
    files = [f for path in asked.paths for f in _files(ROOT / path)]
    loaded = Loaded(files, ROOT)
    tests = Tests(session.items, {str(f) for f in files})
    gc.collect()
    gc.freeze()
    with Path(asked.outcomes).open("w", encoding="utf-8") as written:
        for name, outcome in _tried(loaded, tests, asked.jobs):
            written.write(json.dumps([name, outcome]) + "\n")
            written.flush()
    return True


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _tried(loaded: Loaded, tests: Tests, jobs: int) -> Iterator[tuple[str, str]]:
    running: dict[int, str] = {}
    for mutant in loaded.mutants():
        reaching = tests.reaching(mutant)
        if not reaching:
            yield mutant.name, "unreached"
            continue
        running[_started(loaded, mutant, reaching)] = mutant.name
        if len(running) >= jobs:
            yield _ended(running)
    while running:
        yield _ended(running)


def _ended(running: dict[int, str]) -> tuple[str, str]:
    child, status = os.wait()
    code = os.waitstatus_to_exitcode(status)
    return running.pop(child), OUTCOMES.get(code, f"broken ({code})")


def _started(loaded: Loaded, mutant: Mutant | Raised, reaching: list[pytest.Item]) -> int:
    child = os.fork()
    if child:
        return child
    # Whatever happens, the child must not go on with what its parent is doing.
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS_FOR_ONE)
        if not loaded.swap(mutant):
            os._exit(3)
        os._exit(1 if any(_report(item) for item in reaching) else 0)
    finally:
        os._exit(2)
