"""The power fails while a record is written: what was acknowledged is there, and all is whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.faults.power.careless import FULL, NORMAL, OFF
from tests.faults.power.shim import built
from tests.faults.power.trial import Trial

SEED = int(os.environ.get("TEST_SEED", "20250310"))
STATES = max(600, 10 * int(os.environ.get("TEST_EXAMPLES", "5")))
FEW = 60
# A fsync that fails is one moment of a writer: many of them say more than many cuts.
FAILING = max(100, int(os.environ.get("TEST_EXAMPLES", "5")))
pytestmark = pytest.mark.faults


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where that can be: a disk that is made up needs none of the real one."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("shim"))


def test_nothing_acknowledged_is_lost_and_nothing_is_corrupt(library: Path, folder: Path):
    """In every state that a disk may have after the cut."""
    figures = Trial(library, folder, SEED, FULL).states(STATES)
    assert figures.states >= STATES
    assert not figures.examples, figures.examples[:5]
    assert figures.acknowledged and not figures.failed


def test_a_record_that_does_not_sync_is_found_corrupt(library: Path, folder: Path):
    """With synchronous OFF the test above must fail: else it proves nothing."""
    figures = Trial(library, folder, SEED, OFF).states(FEW)
    assert figures.lost and figures.corrupt


def test_a_record_that_syncs_now_and_then_is_found_to_lose_acts(library: Path, folder: Path):
    """With synchronous NORMAL a commit may be undone, without anything being corrupt."""
    figures = Trial(library, folder, SEED, NORMAL).states(FEW)
    assert figures.lost


def test_a_failed_fsync_loses_nothing_that_was_acknowledged(library: Path, folder: Path):
    """EIO: what it was for is refused, and what is written after it stands by itself.

    A kernel forgets what it could not write, and answers the next fsync that all is well.
    """
    figures = Trial(library, folder, SEED, FULL, points=10).states(FAILING, failing=True)
    assert not figures.examples, figures.examples[:5]
    assert figures.failed
