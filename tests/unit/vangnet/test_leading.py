"""Only the holder of the lease follows and keeps time, for as long as it is that."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from tests.unit.vangnet.test_threads import Lines
from vangnet.hosting.leading import Leading

SECONDS = 5.0


class Paper:
    """A lease that is given and taken by hand."""

    def __init__(self) -> None:
        self.free = False
        self.asked = 0
        self.released = False

    def try_take(self) -> bool:
        """Whether it is ours."""
        self.asked += 1
        return self.free

    def release(self) -> None:
        """Given back."""
        self.released = True


class Job:
    """Work that only counts how often it was begun and stopped."""

    leads = True

    def __init__(self) -> None:
        self.begun = self.stopped = 0

    def __call__(self) -> Job:
        self.begun += 1
        return self

    def stop(self) -> None:
        """Counts."""
        self.stopped += 1


def soon(true: Callable[[], bool]) -> None:
    """Waits for what another thread does."""
    until = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < until
        time.sleep(0.001)


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def job() -> Job:
    return Job()


@pytest.fixture
def leading(paper: Paper, job: Job) -> Iterator[Leading]:
    """One that looks often; stopped at the end if the test did not."""
    made = Leading(paper, job, Lines(), every=0.001)
    yield made
    made.stop()


def test_nothing_runs_while_another_has_it(paper: Paper, job: Job, leading: Leading) -> None:
    """It is only looked at, again and again."""
    soon(lambda: paper.asked > 3)
    assert (job.begun, leading.leads) == (0, False)


def test_it_runs_once_while_it_is_ours(paper: Paper, job: Job, leading: Leading) -> None:
    """However often it is looked at."""
    paper.free = True
    soon(lambda: leading.leads)
    before = paper.asked
    soon(lambda: paper.asked > before + 3)
    assert (job.begun, job.stopped) == (1, 0)


def test_who_loses_it_stops_and_may_begin_again(paper: Paper, job: Job, leading: Leading) -> None:
    """Another may have it now, or the database does not answer: that is the same."""
    paper.free = True
    soon(lambda: leading.leads)
    paper.free = False
    soon(lambda: job.stopped == 1)
    assert not leading.leads
    paper.free = True
    soon(lambda: job.begun == 2)


def test_it_is_given_back_after_the_work_stopped(paper: Paper, job: Job, leading: Leading) -> None:
    """So that another does not begin while we are still at it."""
    paper.free = True
    soon(lambda: leading.leads)
    leading.stop()
    assert (job.stopped, paper.released) == (1, True)
