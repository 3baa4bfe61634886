"""How a row went: every step that did not go as the case says, and what is still to come."""

from __future__ import annotations

import enum

import msgspec

from vangnet.journey.case import Row


class Verdict(enum.Enum):
    """What is said of a row: asserted and right, wholly deferred, or wrong."""

    OK = "ok"
    DEFERRED = "uitgesteld"
    FAILED = "mislukt"


class Outcome(msgspec.Struct, frozen=True):
    """One row and what went wrong in it, as Dutch sentences."""

    row: Row
    failures: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        """A row with steps is right or wrong, whatever else of it is deferred."""
        if self.failures:
            return Verdict.FAILED
        return Verdict.OK if self.row.steps else Verdict.DEFERRED
