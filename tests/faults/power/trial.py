"""A writer whose power is cut again and again, and the figures of it."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from random import Random

import msgspec

from shared.record.durable import write_new
from tests.faults.power import oplog
from tests.faults.power.contents import remains
from tests.faults.power.cuts import Cut, cuts, points
from tests.faults.power.looking import look
from tests.faults.power.shim import run_under
from tests.faults.power.writer import Order

_WRITER = "tests.faults.power.writer"
_WORKS = 100
# By their number: the fsyncs of a writer at work, whose record was made.
_WORKING = 50, 200


class Figures(msgspec.Struct):
    """What came of it: how many states, and in how many of them something was ``lost``,

    ``corrupt`` or ``stuck``, or a key that was destroyed was ``left``. Of the writers:
    what was acknowledged and what failed.
    """

    states: int = 0
    writers: int = 0
    acknowledged: int = 0
    failed: int = 0
    lost: int = 0
    corrupt: int = 0
    stuck: int = 0
    left: int = 0
    examples: list[str] = []


class Trial:
    """Writers under ``library`` in ``folder``, as ``seed`` has them, each cut at ``points``."""

    def __init__(
        self, library: Path, folder: Path, seed: int, synchronous: str, points: int = 100
    ) -> None:
        self._library = library
        self._folder = folder
        self._seed = seed
        self._synchronous = synchronous
        self._points = points
        self.figures = Figures()

    def states(self, count: int, failing: bool = False) -> Figures:
        """Looks at so many states at least, and prints what came of it.

        ``failing``: one fsync of each writer fails, and what it was for is not on the disk.
        """
        start = time.monotonic()
        while self.figures.states < count:
            self._one(count, failing)
        figures = self.figures
        print(
            f"\nseed {self._seed}, synchronous {self._synchronous}: {figures.states} states of "
            f"{figures.writers} writers, {figures.acknowledged} acknowledged, "
            f"{figures.failed} failed; states with something lost {figures.lost}, "
            f"corrupt {figures.corrupt}, stuck {figures.stuck}, "
            f"with a destroyed key left {figures.left}; "
            f"{time.monotonic() - start:.1f} s"
        )
        for example in figures.examples[:5]:
            print(example)
        return figures

    def _one(self, count: int, failing: bool) -> None:
        seed = f"{self._seed}/{self.figures.writers}"
        root, log = self._folder / "disk", self._folder / "log"
        root.mkdir()
        order = Order(str(root), seed, _WORKS, self._synchronous)
        # Not the writer's: the same bytes would be the same keys.
        chance = Random(f"{seed}/cuts")
        eio = chance.randrange(*_WORKING) if failing else 0
        run_under(self._library, _WRITER, root, log, msgspec.json.encode(order).decode(), eio=eio)
        self.figures.writers += 1
        ops = list(oplog.read(log))
        last: Cut | None = None
        share = min(self._points, -(-(count - self.figures.states) // 3))
        for cut in cuts(ops, str(root), points(ops, share, chance), chance):
            last = cut
            self._look(cut, root, chance)
        assert last is not None
        self.figures.acknowledged += last.expected.acknowledged
        self.figures.failed += last.expected.failed
        shutil.rmtree(root)
        log.unlink()

    def _look(self, cut: Cut, root: Path, chance: Random) -> None:
        shutil.rmtree(root)
        root.mkdir()
        for path, content in cut.files.items():
            Path(path).parent.mkdir(exist_ok=True)
            write_new(Path(path), content)
        looked, left = look(root, cut.expected, chance), list(remains(cut.files, cut.expected))
        figures = self.figures
        figures.states += 1
        figures.lost += bool(looked.lost)
        figures.corrupt += bool(looked.corrupt)
        figures.stuck += bool(looked.stuck)
        figures.left += bool(left)
        for wrong in (looked.lost, looked.corrupt, looked.stuck, left):
            if wrong:
                figures.examples.append(f"{cut.where}: {wrong[:3]}")
