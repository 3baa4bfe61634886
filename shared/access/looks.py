"""Who looked at one plan, read back from the access log (NEN 7513)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from shared.access.log import Action, KeptEntry, Outcome
from shared.access.role import Role

_PAGE = 200


class LooksOfPlan(Protocol):
    """An access log that finds the rows of one plan."""

    def of_plan(self, plan_id: UUID, seq: int, limit: int) -> Sequence[KeptEntry]:
        """At most ``limit`` rows about one plan that follow ``seq``, in order."""


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """One row: who looked, in which role, at what of the plan and at which moments, and why.

    ``reason``: as it is kept, sealed.
    """

    at: datetime
    subject: str
    role: Role
    person: UUID | None
    action: Action
    outcome: Outcome
    operation: str
    version: int | None = None
    about: UUID | None = None
    valid: datetime | None = None
    known: datetime | None = None
    reason: bytes | None = None


_decoder = msgspec.json.Decoder(Looked)


def looks(
    log: LooksOfPlan,
    plan_id: UUID,
    after: int,
    until: datetime,
    wanted: Callable[[Looked], bool],
) -> Iterator[tuple[int, Looked]]:
    """Every wanted row about a plan that follows place ``after`` and was before ``until``, with

    its place, oldest first.
    """
    while rows := log.of_plan(plan_id, after, _PAGE):
        for row in rows:
            looked = _decoder.decode(row.entry)
            if looked.at >= until:
                return
            if wanted(looked):
                yield row.seq, looked
        after = rows[-1].seq
