"""What asks for judging anew: a suspicion, and a turn to acute unsafety (W1.1, W1.3, W3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec

from services.plans.domain.groundwork.suspicions import Suspicions
from services.plans.domain.groundwork.unsafety import Classification, Classifications
from shared.eventbase.calendar import end_of_day, local_day
from shared.eventbase.obligation import Mark
from shared.eventbase.state import State

_EVER = datetime.min.replace(tzinfo=UTC)


class Asked(msgspec.Struct, frozen=True):
    """One such moment. ``since``: what was done from then on answers it."""

    item: UUID
    mark: Mark
    acute: bool
    since: datetime

    def answer(self, marks: Iterable[Mark]) -> Mark | None:
        """The first of these that answers it."""
        return next((mark for mark in marks if mark.at >= self.since), None)


def asked(state: State) -> Iterator[Asked]:
    """Every such moment of this dossier."""
    for suspicion in state[Suspicions].all:
        # What was done before the dossier was opened was done for the same suspicion.
        since = _EVER if suspicion.first else suspicion.at
        yield Asked(suspicion.item, suspicion.mark, False, since)
    for judged in state[Classifications].turned_acute:
        yield asked_by(judged)


def asked_by(judged: Classification) -> Asked:
    """A turn to acute; what was done earlier that day was about the same."""
    morning = end_of_day(local_day(judged.since) - timedelta(days=1))
    return Asked(judged.item, judged.mark, True, morning)
