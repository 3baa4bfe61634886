"""Help to recover: who gives it, and how far it is; a waiting list is a stand of its own (W6.3)."""

from __future__ import annotations

import enum
from datetime import datetime
from itertools import takewhile
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.placing import Place
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class HelpStatus(enum.Enum):
    """How far help is."""

    WANTED = "wanted"
    REFERRED = "referred"
    WAITING = "waiting"
    STARTED = "started"
    COMPLETED = "completed"
    REFUSED = "refused"


TREATED = frozenset({HelpStatus.STARTED, HelpStatus.COMPLETED})


class HelpWords(msgspec.Struct, frozen=True):
    """Which help, by whom, and what there is to say of how far it is."""

    kind: str
    provider: str | None = None
    remark: str | None = None


class StandWords(msgspec.Struct, frozen=True):
    """What there is to say of how far it is now."""

    remark: str | None = None


class HelpArranged(Event, frozen=True):
    """Help to recover was agreed on for somebody (W6.3)."""

    TOPIC = "plan.help-arranged"
    NAME = "hulp-afgesproken"
    PARAGRAPHS = ("W6.3",)

    item: UUID
    words: Item[HelpWords]
    person: UUID
    status: HelpStatus
    place: Place


class HelpStatusChanged(Event, frozen=True):
    """Help is further than it was, or not (W6.3)."""

    TOPIC = "plan.help-status-changed"
    NAME = "stand-hulp-gewijzigd"
    PARAGRAPHS = ("W6.3",)

    item: UUID
    words: Item[StandWords]
    status: HelpStatus


class Stand(msgspec.Struct, frozen=True):
    """How far help was from some moment on."""

    status: HelpStatus
    mark: Mark
    words: Sealed[Any]


class Help(msgspec.Struct, frozen=True):
    """Help for one person, and every stand of it, oldest first."""

    item: UUID
    person: UUID
    words: Sealed[HelpWords]
    place: Place
    stands: tuple[Stand, ...]

    @property
    def stand(self) -> Stand:
        """How far it is."""
        return self.stands[-1]

    @property
    def since(self) -> datetime:
        """Since when it is that far; said again, it does not begin again."""
        status = self.stand.status
        *_, first = takewhile(lambda stand: stand.status is status, reversed(self.stands))
        return first.mark.at

    @property
    def arranged(self) -> Mark | None:
        """When it became more than a wish."""
        marks = (s.mark for s in self.stands if s.status is not HelpStatus.WANTED)
        return next(marks, None)

    def weeks_waiting(self, at: datetime) -> int | None:
        """The full weeks on a waiting list, seen at V; None when it does not wait."""
        if self.stand.status is not HelpStatus.WAITING:
            return None
        return (at - self.since).days // 7


class Helping:
    """All help, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Help] = {}

    def of(self, person: UUID) -> list[Help]:
        """The help for one person."""
        return [each for each in self.all.values() if each.person == person]

    def is_treated(self, person: UUID) -> bool:
        """Whether help for this person has begun."""
        return any(each.stand.status in TREATED for each in self.of(person))


_DUTCH = {
    HelpStatus.WANTED: "gewenst",
    HelpStatus.REFERRED: "aangemeld",
    HelpStatus.WAITING: "op de wachtlijst",
    HelpStatus.STARTED: "begonnen",
    HelpStatus.COMPLETED: "afgerond",
    HelpStatus.REFUSED: "geweigerd",
}


@catalogue.sentence(HelpArranged)
def _tell_arranged(event: HelpArranged, words: Words) -> str:
    what = words.text(event.words, "kind")
    return f"Hulp voor {words.name(event.person)}: {what} ({_DUTCH[event.status]})."


@catalogue.sentence(HelpStatusChanged)
def _tell_changed(event: HelpStatusChanged, words: Words) -> str:
    return f"Hulp is nu {_DUTCH[event.status]}. {words.text(event.words, 'remark')}".strip()


@catalogue.fold.on(HelpArranged)
def _arranged(state: State, event: HelpArranged, stamp: Stamp) -> None:
    first = Stand(event.status, Mark(stamp.event_id, stamp.effective_at), event.words)
    state[Helping].all[event.item] = Help(
        event.item, event.person, event.words, event.place, (first,)
    )
    state[Reaches].put(event.item, ())


@catalogue.fold.on(HelpStatusChanged)
def _changed(state: State, event: HelpStatusChanged, stamp: Stamp) -> None:
    known = state[Helping].all.get(event.item)
    if known is not None:
        stand = Stand(event.status, Mark(stamp.event_id, stamp.effective_at), event.words)
        state[Helping].all[event.item] = msgspec.structs.replace(
            known, stands=(*known.stands, stand)
        )
