"""Commits that end unclearly, and records that draw the wrong conclusion."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from eventsourcing.persistence import Cursor, OperationalError
from msgspec.structs import replace

from shared.record.acting import Acting, Deed, Done
from shared.record.appending import SealedAct
from shared.record.database import Database
from shared.record.errors import CommitUnclearError
from shared.record.sqlrecorder import SqlRecorder
from tests.faults.plans_on import Made, serving

_EVERY = 3


class _Around:
    def __init__(self, real: Database) -> None:
        self._real = real

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


class Hopeful(_Around):
    """The planted fault: a commit without an answer is taken for one that succeeded."""

    @contextmanager
    def transaction(self, *, commit: bool, alone: str | None = None) -> Iterator[Cursor]:
        """A transaction of the real database."""
        with (
            suppress(CommitUnclearError),
            self._real.transaction(commit=commit, alone=alone) as cursor,
        ):
            yield cursor


class Unheard(_Around):
    """A database of which the answer to one in three commits gets lost, as on a bad line."""

    def __init__(self, real: Database) -> None:
        super().__init__(real)
        self._commits = itertools.count(1)

    @contextmanager
    def transaction(self, *, commit: bool, alone: str | None = None) -> Iterator[Cursor]:
        """A transaction of the real database, which is over before its answer gets lost."""
        with self._real.transaction(commit=commit, alone=alone) as cursor:
            yield cursor
        if commit and next(self._commits) % _EVERY == 0:
            raise CommitUnclearError("nobody heard")


class Forgetful(SqlRecorder):
    """The planted fault: a commit without an answer is taken for one that did not succeed..."""

    def recall(self, act: SealedAct) -> None:
        """Nothing, whatever is there."""


class Repeating(Acting):
    """... and what did not succeed is done again, as something new."""

    def perform(self, deed: Deed) -> Done:
        """Performs it, twice if need be."""
        try:
            return super().perform(deed)
        except OperationalError:
            return super().perform(replace(deed, keep=lambda *_: None))


serve_hopefully = serving(Made(Hopeful))
serve_unheard = serving(Made(Unheard))
serve_repeating = serving(Made(Unheard, Forgetful, Repeating))
