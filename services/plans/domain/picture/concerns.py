"""Concerns (zorgen): whose they are, who told of them, fact or opinion (W0.7, S2.2)."""

from __future__ import annotations

import enum
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Ascertained(enum.Enum):
    """Whether somebody saw it happen, or thinks so (W0.7)."""

    FACT = "fact"
    OPINION = "opinion"


class ConcernWords(msgspec.Struct, frozen=True):
    """What the concern is, who brought it up, what it does to a child, and the literal words."""

    what: str
    source: str
    consequence: str | None = None
    quote: str | None = None


class ConcernRecorded(Event, frozen=True):
    """A concern was brought up (W0.7). ``holder``: whose concern it is, if one of the people."""

    TOPIC = "plan.concern-recorded"
    NAME = "zorg-vastgelegd"
    PARAGRAPHS = ("W0.7", "S2.2")

    item: UUID
    words: Item[ConcernWords]
    ascertained: Ascertained
    about: tuple[UUID, ...] = ()
    holder: UUID | None = None
    since: date | None = None
    hidden_from: tuple[UUID, ...] = ()


class RecordConcern(Act, frozen=True, kw_only=True):
    """Records a concern: what, fact or opinion, from whom, about whom, and whose it is.

    ``source`` says who brought it up, ``holder`` whose concern it is: a school can tell of what
    keeps the mother awake. ``quote`` holds the literal words of whoever said it (S2.2).
    """

    what: str
    ascertained: Ascertained
    source: str
    about: tuple[UUID, ...] = ()
    holder: UUID | None = None
    since: date | None = None
    consequence: str | None = None
    quote: str | None = None
    hidden_from: tuple[UUID, ...] = ()


class Concern(msgspec.Struct, frozen=True):
    """One concern, since when it is in the dossier and since when it is there in the family."""

    item: UUID
    words: Sealed[ConcernWords]
    ascertained: Ascertained
    about: tuple[UUID, ...]
    holder: UUID | None
    since: date | None
    at: datetime
    event_id: UUID


class Concerns:
    """All concerns, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Concern] = {}


@catalogue.act(RecordConcern, "Zorg vastleggen", ("W0.7", "S2.2"), (ConcernRecorded,))
def record_concern(state: State, act: RecordConcern, doing: Doing) -> list[Event]:
    """The concern is in the dossier; nobody of the family knows of it by that."""
    refuse([known_people("about", "holder", "hidden_from")], state, act, doing)
    words = seal(ConcernWords(act.what, act.source, act.consequence, act.quote))
    return [
        ConcernRecorded(
            doing.new_id(),
            words,
            act.ascertained,
            act.about,
            act.holder,
            act.since,
            act.hidden_from,
        )
    ]


_DUTCH = {Ascertained.FACT: "Feit", Ascertained.OPINION: "Mening"}


@catalogue.sentence(ConcernRecorded)
def _tell(event: ConcernRecorded, words: Words) -> str:
    what, source = words.text(event.words, "what"), words.text(event.words, "source")
    holder = f" Dit is de zorg van {words.name(event.holder)}." if event.holder else ""
    return f"Er is een zorg vastgelegd: {what} {_DUTCH[event.ascertained]}, bron: {source}.{holder}"


@catalogue.fold.on(ConcernRecorded)
def _recorded(state: State, event: ConcernRecorded, stamp: Stamp) -> None:
    state[Concerns].all[event.item] = Concern(
        event.item,
        event.words,
        event.ascertained,
        event.about,
        event.holder,
        event.since,
        stamp.effective_at,
        stamp.event_id,
    )
    # Nobody's by itself: who shares an item with somebody knows of them, and whoever is told of a
    # concern (sharing.py) need not know whose it is, nor who else was told.
    state[Reaches].put(event.item, (), event.hidden_from)
