"""What is not known yet (informatie die ontbreekt), until it is asked or let go (S1.2, S6.1).

The acts stand in asking.py.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.picture.conversations import Conversations
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class GapWords(msgspec.Struct, frozen=True):
    """What is missing."""

    what: str


class GapClosingWords(msgspec.Struct, frozen=True):
    """Why it need not be known any more, or what the conversation brought."""

    reason: str | None = None


class InformationGapNoted(Event, frozen=True):
    """Something is missing for a complete picture (S1.2). ``origin``: the deliberation it came
    up in, if it did (S6.1)."""

    TOPIC = "plan.information-gap-noted"
    NAME = "ontbrekende-informatie-genoteerd"
    PARAGRAPHS = ("S1.2", "S6.1")

    item: UUID
    words: Item[GapWords]
    about: tuple[UUID, ...] = ()
    due: date | None = None
    origin: UUID | None = None


class InformationGapClosed(Event, frozen=True):
    """It is known now, by a conversation, or it need not be known (S1.2)."""

    TOPIC = "plan.information-gap-closed"
    NAME = "ontbrekende-informatie-afgehandeld"
    PARAGRAPHS = ("S1.2",)
    ABOUT = "gap"
    ENDS = True

    item: UUID
    words: Item[GapClosingWords]
    gap: UUID
    conversation: UUID | None = None


class Closed(msgspec.Struct, frozen=True):
    """How one gap was closed."""

    words: Sealed[GapClosingWords]
    conversation: UUID | None
    at: datetime


class Gap(msgspec.Struct, frozen=True):
    """One thing that was missing, and since when that is known."""

    item: UUID
    words: Sealed[GapWords]
    about: tuple[UUID, ...]
    due: date | None
    origin: UUID | None
    at: datetime


class Gaps:
    """What was ever missing, and how it was closed; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Gap] = {}
        self.closed: dict[UUID, Closed] = {}


def closed(state: State, gap: UUID) -> Closed | None:
    """How a gap was closed; a conversation that turned out not to have been held closes none."""
    found = state[Gaps].closed.get(gap)
    if found is None or found.conversation is None:
        return found
    return found if found.conversation in state[Conversations].held else None


@catalogue.sentence(InformationGapNoted)
def _tell_noted(event: InformationGapNoted, words: Words) -> str:
    return f"Er ontbreekt informatie: {words.text(event.words, 'what')}"


@catalogue.sentence(InformationGapClosed)
def _tell_closed(event: InformationGapClosed, words: Words) -> str:
    how = "na een gesprek" if event.conversation else "zonder gesprek"
    reason = words.text(event.words, "reason")
    return f"Ontbrekende informatie is afgehandeld, {how}. {reason}".strip()


@catalogue.fold.on(InformationGapNoted)
def _noted(state: State, event: InformationGapNoted, stamp: Stamp) -> None:
    state[Gaps].all[event.item] = Gap(
        event.item, event.words, event.about, event.due, event.origin, stamp.effective_at
    )
    state[Reaches].put(event.item, ())


@catalogue.fold.on(InformationGapClosed)
def _closed(state: State, event: InformationGapClosed, stamp: Stamp) -> None:
    how = Closed(event.words, event.conversation, stamp.effective_at)
    state[Gaps].closed[event.gap] = how
    state[Reaches].put(event.item, ())


catalogue.flag(
    Flag(
        "informatie-ontbreekt",
        "S1.2",
        "Informatie {} ontbreekt nog. Voer het gesprek, of noteer waarom het niet nodig is.",
        lambda state, at: [str(g) for g in state[Gaps].all if closed(state, g) is None],
    )
)
