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
from mmap import mmap
from pathlib import Path
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

from tests.house.tree import ROOT
from tests.mutation.akin import stems
from tests.mutation.covering import Coverage, covered
from tests.mutation.mutants import Mutant
from tests.mutation.swapping import Loaded
from tests.mutation.thresholds import Raised

# The same examples each time, and none written down: a mutant must not depend on luck.
settings.register_profile(
    "mutation", derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)
settings.load_profile("mutation")

_WORD = 4
OUTCOMES = {1: "killed", 0: "survived", 3: "not alive", -signal.SIGVTALRM: "timeout"}
# Of computing, not of waiting: others may be at work on the same machine.
_SECONDS_FOR_ONE, _SECONDS_OF_TESTS, _SHARPEST = 20, 1.5, 8


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
        self._stems = [stems(item.nodeid) for item in items]
        self._reaching: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._noticing: dict[str, list[int]] = defaultdict(list)
        for n, coverage in enumerate(self._ran):
            for line in coverage.lines:
                self._reaching[line].add(n)

    def reaching(self, mutant: Mutant | Raised) -> list[int]:
        """Tests that run its lines, for a second or so: first those that noticed something in
        that file before, then those that are called alike and run little else."""
        if isinstance(mutant, Raised):
            found = self._reaching[mutant.threshold, 0]
        else:
            found = self._on(mutant.path, mutant.lines) or self._on(mutant.path, mutant.scope)
        sharp = [n for n in reversed(self._noticing[mutant.path]) if n in found][:_SHARPEST]
        about = stems(mutant.name)
        akin = sorted(found, key=lambda n: (-len(about & self._stems[n]), self._weight(n)))
        order = dict.fromkeys([*sharp, *akin])
        return list(self._bounded(list(order)))

    def noticed(self, path: str, n: int) -> None:
        """Test ``n`` failed on a mutant of this file."""
        noticing = self._noticing[path]
        if n in noticing:
            noticing.remove(n)
        noticing.append(n)

    def fails(self, n: int) -> bool:
        """Runs test ``n``."""
        return _report(self._items[n])

    def _on(self, path: str, lines: range) -> set[int]:
        return set().union(*(self._reaching[path, line] for line in lines))

    def _weight(self, n: int) -> float:
        coverage: Coverage = self._ran[n]
        return len(coverage.lines) + 1000 * coverage.seconds

    def _bounded(self, order: list[int]) -> Iterator[int]:
        spent, fitting = 0.0, 0
        for n in order:
            # One that takes long is passed over, and keeps no quick one from its turn.
            if spent + self._ran[n].seconds <= _SECONDS_OF_TESTS:
                spent, fitting = spent + self._ran[n].seconds, fitting + 1
                yield n
        if not fitting:
            yield from order[:1]


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


class Trying(NamedTuple):
    """A mutant in a child of its own, and where that child says which test failed on it."""

    mutant: Mutant | Raised
    told: mmap


def _tried(loaded: Loaded, tests: Tests, jobs: int) -> Iterator[tuple[str, str]]:
    running: dict[int, Trying] = {}
    for mutant in loaded.mutants():
        reaching = tests.reaching(mutant)
        if not reaching:
            yield mutant.name, "unreached"
            continue
        trying = Trying(mutant, mmap(-1, _WORD))
        running[_started(loaded, tests, trying, reaching)] = trying
        if len(running) >= jobs:
            yield _ended(tests, running)
    while running:
        yield _ended(tests, running)


def _ended(tests: Tests, running: dict[int, Trying]) -> tuple[str, str]:
    child, status = os.wait()
    outcome = OUTCOMES.get(os.waitstatus_to_exitcode(status), f"broken ({status})")
    mutant, told = running.pop(child)
    if outcome == "killed":
        tests.noticed(mutant.path, int.from_bytes(told[:_WORD]))
    told.close()
    return mutant.name, outcome


def _started(loaded: Loaded, tests: Tests, trying: Trying, reaching: list[int]) -> int:
    child = os.fork()
    if child:
        return child
    # Whatever happens, the child must not go on with what its parent is doing.
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS_FOR_ONE)
        if not loaded.swap(trying.mutant):
            os._exit(3)
        for n in reaching:
            if tests.fails(n):
                trying.told[:_WORD] = n.to_bytes(_WORD)
                os._exit(1)
        os._exit(0)
    finally:
        os._exit(2)
