"""Whether it is acute: judged so, until everybody who was in danger is safe (W3.1, W3.4, W5.1)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.course_events import (
    NeedMapped,
    SafetyWeighed,
)
from services.evaluations.domain.followed.events import UnsafetyJudged
from shared.eventbase.event import Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.state import State


class Judged(msgspec.Struct, frozen=True):
    """One judgement of the unsafety: whether it said acute, and for whom (W3.1)."""

    mark: Mark
    acute: bool
    endangered: frozenset[UUID] = frozenset()


class Declared(msgspec.Struct, frozen=True):
    """One judgement that direct safety was reached for these people, or lost (W5.1)."""

    mark: Mark
    people: frozenset[UUID]
    reached: bool


class Stand(msgspec.Struct, frozen=True):
    """How it stood from some judgement on. ``reached``: everybody who was in danger is safe."""

    since: Mark
    acute: bool
    reached: bool


class AcutePeriod(msgspec.Struct, frozen=True):
    """How long it was acute: from the judgement that said so to the one that said otherwise."""

    begun: Mark
    ended: Mark | None = None


class Safety:
    """What was judged of the safety; a part of the state."""

    def __init__(self) -> None:
        self.judged: list[Judged] = []
        self.declared: list[Declared] = []
        self.recovering: list[datetime] = []

    @property
    def stands(self) -> list[Stand]:
        """How it stood after each judgement, the earliest first."""
        tally = _Tally()
        steps: list[Judged | Declared] = [*self.judged, *self.declared]
        return [tally.after(step) for step in sorted(steps, key=_as_judged)]

    def stood_at(self, at: datetime) -> Stand | None:
        """How it stood at an instant; None before anything was judged."""
        held = [stand for stand in self.stands if stand.since.at <= at]
        return held[-1] if held else None

    def is_acute_at(self, at: datetime) -> bool:
        """Whether what was judged by an instant makes it acute."""
        stand = self.stood_at(at)
        return stand is not None and stand.acute

    @property
    def acute_periods(self) -> list[AcutePeriod]:
        """The periods in which it was acute, the last of them perhaps still open (W3.4)."""
        found: list[AcutePeriod] = []
        for stand in self.stands:
            lasting = bool(found) and found[-1].ended is None
            if stand.acute and not lasting:
                found.append(AcutePeriod(stand.since))
            if not stand.acute and lasting:
                found[-1] = AcutePeriod(found[-1].begun, stand.since)
        return found


class _Tally:
    """Who is in danger and who is safe, by what was judged so far."""

    def __init__(self) -> None:
        self.acute = False
        self.endangered: frozenset[UUID] = frozenset()
        self.declared: frozenset[UUID] = frozenset()
        self.safe: frozenset[UUID] = frozenset()

    def after(self, step: Judged | Declared) -> Stand:
        """How it stands once this was judged too."""
        if isinstance(step, Judged):
            self.acute, self.endangered = step.acute, step.endangered
            if step.acute:
                # Acute for nobody in particular is acute for all.
                self.safe -= step.endangered or self.safe
        else:
            self.declared |= step.people
            self.safe = self.safe - step.people | (step.people if step.reached else frozenset())
        reached = bool(self.safe) and self.endangered | self.declared <= self.safe
        return Stand(step.mark, self.acute and not reached, reached)


def _as_judged(step: Judged | Declared) -> tuple[datetime, bool, bool, UUID]:
    # At one moment a judgement of the unsafety comes first, and of those the acute one last.
    declared = isinstance(step, Declared)
    return step.mark.at, declared, isinstance(step, Judged) and step.acute, step.mark.event_id


@catalogue.fold.on(UnsafetyJudged)
def _judged(state: State, event: UnsafetyJudged, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    judged = Judged(mark, event.kind.is_acute, frozenset(event.endangered))
    state[Safety].judged.append(judged)


@catalogue.fold.on(SafetyWeighed)
def _declared(state: State, event: SafetyWeighed, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Safety].declared.append(Declared(mark, frozenset(event.people), event.reached))


@catalogue.fold.on(NeedMapped)
def _recovers(state: State, event: NeedMapped, stamp: Stamp) -> None:
    state[Safety].recovering.append(stamp.effective_at)
