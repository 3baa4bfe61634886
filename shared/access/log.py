"""The access log: who looked at what, written before the answer goes out (design section 6).

NEN 7513 wants who, what, when, why and the outcome, of refusals too. A recorded act is not
written here: its event says the same, in the transaction that made it true.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

MAX_REASON = 200

SealReason = Callable[[UUID | None, str], bytes]


class Action(enum.Enum):
    """What was tried."""

    READ = "lezen"
    CREATE = "aanmaken"


class Outcome(enum.Enum):
    """How it ended: answered, refused, or failed on our side."""

    OK = "ok"
    REFUSED = "geweigerd"
    FAILED = "fout"

    @classmethod
    def of(cls, status: int) -> Outcome:
        """The outcome that an HTTP status stands for."""
        if status < 400:
            return cls.OK
        return cls.REFUSED if status < 500 else cls.FAILED


class AccessEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One look, or one refused try: who, what, the moments (V, K) looked at, and why.

    ``about``: the person, item or evaluation of the plan that was asked for by name.
    """

    id: UUID
    at: datetime
    subject: str
    role: str
    person: UUID | None
    action: Action
    outcome: Outcome
    status: int
    service: str
    operation: str
    plan_id: UUID | None
    trace_id: str
    version: int | None = None
    about: UUID | None = None
    valid: datetime | None = None
    known: datetime | None = None
    reason: str | None = None


class KeptEntry(msgspec.Struct, frozen=True):
    """One row of the log: its place, its bytes as hashed, and the chain through it."""

    seq: int
    entry: bytes
    previous: bytes
    hash: bytes


class AccessLog(Protocol):
    """Where entries are kept, in one unbroken chain, for ever."""

    def write(self, entry: AccessEntry) -> None:
        """Keeps ``entry``, durably when this returns. Any exception means: answer nothing.

        Its moment is never before that of the row before it, whatever the clock said.
        """

    def size(self) -> int:
        """How many rows there are."""

    def after(self, seq: int, limit: int) -> Sequence[KeptEntry]:
        """At most ``limit`` rows that follow ``seq``, in order."""
