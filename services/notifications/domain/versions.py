"""The versions of the plan as followed: when they were made, and for whom they changed (W8.4)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.followed import PlanActivated, PlanAdjusted, UnsafetyClassified
from services.notifications.domain.occasion import Occasion
from shared.eventbase.event import Stamp
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.unknown import NotYetKnown


class Version(msgspec.Struct, frozen=True):
    """One version, and the event that made it.

    ``changed_for`` holds its number for each person whose own version changed. ``acute``: the
    judgement that held when it was made said acute, which shortens the terms.
    """

    number: int
    made_by: UUID
    made_at: datetime
    acute: bool
    changed_for: dict[UUID, int]

    @property
    def occasion(self) -> Occasion:
        """What somebody is told of when they are told of this version."""
        return Occasion(self.number, made_by=self.made_by)


class Versions:
    """All versions by number; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[int, Version] = {}
        self.is_acute = False

    def await_followed(self, number: int | None) -> None:
        """Raises NotYetKnown for a version that has yet to arrive here."""
        if number is not None and number not in self.all:
            raise NotYetKnown

    def stand(self, occasion: Occasion) -> bool:
        """Whether this is about an incident, or about a version that there (still) is."""
        version = self.all.get(occasion.version or 0)
        known = version is not None and occasion.made_by in (None, version.made_by)
        return known or occasion.version is None

    def own_number(self, person: UUID, occasion: Occasion) -> int | None:
        """The number of a person's own version as of ``occasion``; None if there was none."""
        if occasion.version is None or not self.stand(occasion):
            return None
        made = [v for number, v in self.all.items() if number <= occasion.version]
        return max(v.changed_for.get(person, 0) for v in made) or None

    def behind_own(self, person: UUID, own_version: int) -> Version | None:
        """The version of the plan that made a person's ``own_version``; None if there is none."""
        made = [n for n, v in self.all.items() if v.changed_for.get(person) == own_version]
        return self.all[max(made)] if made else None


@catalogue.sentence(PlanActivated)
@catalogue.sentence(PlanAdjusted)
def _tell(event: PlanActivated | PlanAdjusted, words: Words) -> str:
    made = f"Versie {event.version} van het plan is gemaakt."
    count = len(event.changed_for)
    if count == 0:
        return f"{made} Voor niemand wijzigde de eigen versie."
    who = "Eén persoon moet" if count == 1 else f"{count} mensen moeten"
    return f"{made} {who} hierover worden geïnformeerd."


@catalogue.fold.on(UnsafetyClassified)
def _classified(state: State, event: UnsafetyClassified, stamp: Stamp) -> None:
    state[Versions].is_acute = event.kind.is_acute


@catalogue.fold.on(PlanActivated, PlanAdjusted)
def _made(state: State, event: PlanActivated | PlanAdjusted, stamp: Stamp) -> None:
    versions = state[Versions]
    changed = {each.person: each.own_version for each in event.changed_for}
    versions.all[event.version] = Version(
        event.version, stamp.event_id, stamp.effective_at, versions.is_acute, changed
    )
