"""The plan as far as it was followed: its versions and its end (W3, W8)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.events import (
    DossierBegun,
    FirstVersionMade,
    LeadAssigned,
    NextVersionMade,
    PlanEnded,
    PlanVersionMade,
)
from services.evaluations.domain.followed.values import PlanItem
from shared.eventbase.event import Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class FollowedVersion(msgspec.Struct, frozen=True):
    """One version of the plan, and the event that made it."""

    made: PlanVersionMade
    mark: Mark


class Plan:
    """What was followed of the plan; a part of the state."""

    def __init__(self) -> None:
        self.opened: Mark | None = None
        self.case_lead: UUID | None = None
        self.versions: dict[int, FollowedVersion] = {}
        self.ended: Mark | None = None

    @property
    def current(self) -> FollowedVersion | None:
        """The newest version, None before activation."""
        return self.versions[max(self.versions)] if self.versions else None

    @property
    def first(self) -> FollowedVersion | None:
        """The version with which the plan came into force, None before activation."""
        return self.versions[min(self.versions)] if self.versions else None

    @property
    def items(self) -> set[UUID]:
        """What stands, or stood, in any version."""
        return {each.item for version in self.versions.values() for each in version.made.items}

    def item_at(self, item: UUID, at: datetime) -> PlanItem | None:
        """An item as it stood in the version that held at an instant; else as it first stood."""
        stood = {
            number: each
            for number, version in self.versions.items()
            for each in version.made.items
            if each.item == item
        }
        held = [number for number in stood if self.versions[number].mark.at <= at]
        return stood[max(held) if held else min(stood)] if stood else None

    def caused_by(self, cause: UUID) -> FollowedVersion | None:
        """The first version whose cause names this evaluation or incident (W8.3, W9.1)."""
        named = [v for v in self.versions.values() if v.made.cause.id == cause]
        return min(named, key=lambda version: version.made.version, default=None)


@catalogue.fold.on(DossierBegun)
def _begun(state: State, event: DossierBegun, stamp: Stamp) -> None:
    state[Plan].opened = Mark(stamp.event_id, stamp.effective_at)


@catalogue.fold.on(LeadAssigned)
def _led(state: State, event: LeadAssigned, stamp: Stamp) -> None:
    state[Plan].case_lead = event.person


@catalogue.fold.on(FirstVersionMade, NextVersionMade)
def _made(state: State, event: PlanVersionMade, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Plan].versions[event.version] = FollowedVersion(event, mark)


@catalogue.fold.on(PlanEnded)
def _ended(state: State, event: PlanEnded, stamp: Stamp) -> None:
    state[Plan].ended = Mark(stamp.event_id, stamp.effective_at)


@catalogue.sentence(FirstVersionMade)
def _tell_first(event: FirstVersionMade, words: Words) -> str:
    return f"Het veiligheidsplan is vastgesteld: versie {event.version}."


@catalogue.sentence(NextVersionMade)
def _tell_next(event: NextVersionMade, words: Words) -> str:
    done = "ongewijzigd bevestigd" if event.unchanged else "bijgesteld"
    return f"Het veiligheidsplan is {done}: versie {event.version}."


@catalogue.sentence(PlanEnded)
def _tell_ended(event: PlanEnded, words: Words) -> str:
    return "Het veiligheidsplan is afgesloten."
