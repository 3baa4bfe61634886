"""What is worked on in the course of a case: factors, and help that is waited for (W5, W6.3)."""

from __future__ import annotations

import enum
from collections import defaultdict
from datetime import datetime
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.course_events import (
    ComplicatingFactorFound,
    FactorLookedAt,
    HelpAgreed,
    HelpMoved,
    HelpStatus,
    RiskAssessed,
    RiskFactorFound,
    Trend,
)
from shared.eventbase.event import Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.state import State


class FactorKind(enum.Enum):
    """Two lists that are never mixed (W5.3)."""

    RISK = "risk"
    COMPLICATING = "complicating"


class Factor(msgspec.Struct, frozen=True):
    """One factor, and since when it is known."""

    item: UUID
    kind: FactorKind
    since: datetime


class Factors:
    """All factors, and when each was looked at; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Factor] = {}
        self.looks: defaultdict[UUID, list[tuple[datetime, bool]]] = defaultdict(list)

    @property
    def present(self) -> list[Factor]:
        """Those that are not gone by the last look."""
        return [each for each in self.all.values() if not self._is_gone(each.item)]

    def _is_gone(self, item: UUID) -> bool:
        return max(self.looks.get(item, []), default=(None, False))[1]


class Help:
    """Per help how far it was and from when on; a part of the state."""

    def __init__(self) -> None:
        self.stands: defaultdict[UUID, list[tuple[datetime, bool]]] = defaultdict(list)

    @property
    def waiting(self) -> dict[UUID, datetime]:
        """What is waited for, and since when; said again, it does not begin again."""
        found = {}
        for item, stands in self.stands.items():
            since = None
            for at, waits in sorted(stands):
                since = (since or at) if waits else None
            if since is not None:
                found[item] = since
        return found


class Assessed:
    """When risk-assessment instruments were filled in; a part of the state."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []


@catalogue.fold.on(RiskFactorFound, ComplicatingFactorFound)
def _found(state: State, event: RiskFactorFound | ComplicatingFactorFound, stamp: Stamp) -> None:
    risk = isinstance(event, RiskFactorFound)
    kind = FactorKind.RISK if risk else FactorKind.COMPLICATING
    state[Factors].all[event.item] = Factor(event.item, kind, stamp.effective_at)


@catalogue.fold.on(FactorLookedAt)
def _looked_at(state: State, event: FactorLookedAt, stamp: Stamp) -> None:
    look = (stamp.effective_at, event.trend is Trend.GONE)
    state[Factors].looks[event.factor].append(look)


@catalogue.fold.on(HelpAgreed, HelpMoved)
def _stands(state: State, event: HelpAgreed | HelpMoved, stamp: Stamp) -> None:
    stand = (stamp.effective_at, event.status is HelpStatus.WAITING)
    state[Help].stands[event.item].append(stand)


@catalogue.fold.on(RiskAssessed)
def _assessed(state: State, event: RiskAssessed, stamp: Stamp) -> None:
    state[Assessed].marks.append(Mark(stamp.event_id, stamp.effective_at))
