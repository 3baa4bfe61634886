"""The phases as lenses on the course: direct safety, stability, recovery; from when to when.

Nothing is recorded of a phase: it follows from what professionals judged, and falls back (W5.1).
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from operator import attrgetter
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.course.direct_safety import Declaration, DirectSafety
from services.plans.domain.course.recovery import RecoveryNeeds
from services.plans.domain.groundwork.unsafety import Classification, Classifications, Unsafety
from services.plans.domain.plan.closing import Closing
from services.plans.domain.plan.versions import Versions
from shared.eventbase.obligation import Mark
from shared.eventbase.state import State


class Phase(enum.Enum):
    """The three kinds of work of phased care (domain.md 3.1)."""

    DIRECT_SAFETY = "direct-safety"
    STABILITY = "stability"
    RECOVERY = "recovery"


class Span(msgspec.Struct, frozen=True):
    """One phase: what began it, and what ended it."""

    phase: Phase
    since: Mark
    until: Mark | None = None


def phases(state: State) -> list[Span]:
    """All phases, the earliest first; recovery goes on beside whichever of the others it is."""
    spans = [*safety_phases(state), *_recovery(state)]
    return sorted(spans, key=lambda span: span.since.at)


def safety_phases(state: State) -> list[Span]:
    """Direct safety and stability, in turn. What is lost falls back to direct safety."""
    spans: list[Span] = []
    running: Phase | None = None
    for mark, phase in _steps(state):
        if phase is running:
            continue
        if running is not None:
            spans[-1] = msgspec.structs.replace(spans[-1], until=mark)
        if phase is not None:
            spans.append(Span(phase, mark))
        running = phase
    return spans


def _recovery(state: State) -> Iterator[Span]:
    first = state[RecoveryNeeds].first
    if first is not None:
        yield Span(Phase.RECOVERY, first, state[Closing].mark)


def _steps(state: State) -> Iterator[tuple[Mark, Phase | None]]:
    judged = _Judged()
    found: list[Any] = [*state[Classifications].all, *state[DirectSafety].all]
    found += state[Versions].all[:1]
    if state[Closing].mark is not None:
        found.append(state[Closing])
    for step in sorted(found, key=attrgetter("mark.at")):
        judged.take(step)
        yield step.mark, None if isinstance(step, Closing) else judged.phase


class _Judged:
    """Who must be safe and who is, by what was judged so far."""

    def __init__(self) -> None:
        self.kind: Unsafety | None = None
        self.endangered: set[UUID] = set()
        self.declared: set[UUID] = set()
        self.safe: set[UUID] = set()

    def take(self, step: Any) -> None:
        """Adds one judgement."""
        if isinstance(step, Classification):
            self.kind, self.endangered = step.kind, set(step.endangered)
            if step.kind.is_acute:
                # Acute for nobody in particular is acute for all.
                self.safe -= self.endangered or set(self.safe)
        elif isinstance(step, Declaration):
            self.declared.update(step.people)
            self.safe = self.safe - set(step.people) | set(step.people if step.reached else ())

    @property
    def phase(self) -> Phase | None:
        """None as long as nobody was judged unsafe."""
        if self.safe and self.endangered | self.declared <= self.safe:
            return Phase.STABILITY
        none_found = self.kind is Unsafety.NONE_FOUND and not self.declared
        return None if none_found else Phase.DIRECT_SAFETY
