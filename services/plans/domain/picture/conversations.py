"""Conversations: with whom, about what, by whom and when; planned, held or let go (S1.2).

The acts stand in talking.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from shared.eventbase.calendar import end_of_day
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Terms

HOLD = "gesprek-voeren"


class TopicsWords(msgspec.Struct, frozen=True):
    """What to speak of, the most important first."""

    topics: tuple[str, ...]


class OutcomeWords(msgspec.Struct, frozen=True):
    """What came out of it."""

    outcome: str


class CancellationWords(msgspec.Struct, frozen=True):
    """Why it will not be held."""

    reason: str


class ConversationPlanned(Event, frozen=True):
    """It was planned who speaks to whom, and by when (S1.2). ``order``: which comes first."""

    TOPIC = "plan.conversation-planned"
    NAME = "gesprek-gepland"
    PARAGRAPHS = ("S1.2", "S1.3")

    item: UUID
    words: Item[TopicsWords]
    person: UUID
    by: UUID
    due: date
    order: int


class ConversationHeld(Event, frozen=True):
    """Somebody spoke with people (S1.2). ``planned``: the plan that this carries out, if any."""

    TOPIC = "plan.conversation-held"
    NAME = "gesprek-gevoerd"
    PARAGRAPHS = ("S1.2",)
    ABOUT = "planned"

    item: UUID
    words: Item[OutcomeWords]
    people: tuple[UUID, ...]
    by: UUID
    planned: UUID | None = None


class ConversationCancelled(Event, frozen=True):
    """A planned conversation will not be held (S1.2)."""

    TOPIC = "plan.conversation-cancelled"
    NAME = "gesprek-vervallen"
    PARAGRAPHS = ("S1.2",)
    ABOUT = "planned"
    ENDS = True

    item: UUID
    words: Item[CancellationWords]
    planned: UUID


class Planned(msgspec.Struct, frozen=True):
    """One planned conversation."""

    item: UUID
    words: Sealed[TopicsWords]
    person: UUID
    by: UUID
    due: date
    order: int
    mark: Mark


class Held(msgspec.Struct, frozen=True):
    """One conversation that was held."""

    item: UUID
    words: Sealed[OutcomeWords]
    people: tuple[UUID, ...]
    by: UUID
    planned: UUID | None
    mark: Mark

    @property
    def at(self) -> datetime:
        """When it was held."""
        return self.mark.at


class Cancelled(msgspec.Struct, frozen=True):
    """That and why a planned conversation was let go."""

    words: Sealed[CancellationWords]
    mark: Mark


class Conversations:
    """What was planned, held and let go; a part of the state."""

    def __init__(self) -> None:
        self.planned: dict[UUID, Planned] = {}
        self.held: dict[UUID, Held] = {}
        self.cancelled: dict[UUID, Cancelled] = {}

    def settled(self, planned: UUID) -> Mark | None:
        """What came first of a planned conversation: that it was held, or let go."""
        found = [held.mark for held in self.held.values() if held.planned == planned]
        let_go = self.cancelled.get(planned)
        return min([*found, *([let_go.mark] if let_go else [])], key=_when, default=None)

    @property
    def open(self) -> list[Planned]:
        """What must still be held: the first in order first, then the first due."""
        found = [each for each in self.planned.values() if self.settled(each.item) is None]
        return sorted(found, key=lambda each: (each.order, each.due))


def _when(mark: Mark) -> datetime:
    return mark.at


@catalogue.sentence(ConversationPlanned)
def _tell_planned(event: ConversationPlanned, words: Words) -> str:
    who, day = words.name(event.person), f"{event.due:%d-%m-%Y}"
    return f"Er is een gesprek gepland met {who}, door {words.name(event.by)}, uiterlijk {day}."


@catalogue.sentence(ConversationHeld)
def _tell_held(event: ConversationHeld, words: Words) -> str:
    people, outcome = words.names(event.people), words.text(event.words, "outcome")
    return f"{words.name(event.by)} sprak met {people}. {outcome}".strip()


@catalogue.sentence(ConversationCancelled)
def _tell_cancelled(event: ConversationCancelled, words: Words) -> str:
    return f"Een gepland gesprek gaat niet door, omdat: {words.text(event.words, 'reason')}"


@catalogue.fold.on(ConversationPlanned)
def _planned(state: State, event: ConversationPlanned, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Conversations].planned[event.item] = Planned(
        event.item, event.words, event.person, event.by, event.due, event.order, mark
    )
    state[Reaches].put(event.item, ())


@catalogue.fold.on(ConversationHeld)
def _held(state: State, event: ConversationHeld, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Conversations].held[event.item] = Held(
        event.item, event.words, event.people, event.by, event.planned, mark
    )
    state[Reaches].put(event.item, ())


@catalogue.fold.on(ConversationCancelled)
def _cancelled(state: State, event: ConversationCancelled, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Conversations].cancelled[event.planned] = Cancelled(event.words, mark)
    state[Reaches].put(event.item, ())


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    talks = state[Conversations]
    for each in talks.planned.values():
        due_at, settled = end_of_day(each.due), talks.settled(each.item)
        yield Obligation(HOLD, "S1.2", each.item, each.mark, due_at, settled)


catalogue.duty(Duty(HOLD, "S1.2", "het geplande gesprek voeren", _owed))
