"""Strengths (krachten): what works well, and is not yet protection (S1.1, S6.3)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.concerns import Ascertained
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class StrengthWords(msgspec.Struct, frozen=True):
    """What works well, who told of it, and their literal words."""

    what: str
    source: str
    quote: str | None = None


class StrengthRecorded(Event, frozen=True):
    """Something works well (S6.3). ``about``: who does it; ``on``: the day it was seen."""

    TOPIC = "plan.strength-recorded"
    NAME = "kracht-vastgelegd"
    PARAGRAPHS = ("S1.1", "S6.3")

    item: UUID
    words: Item[StrengthWords]
    ascertained: Ascertained
    about: tuple[UUID, ...] = ()
    holder: UUID | None = None
    on: date | None = None


class RecordStrength(Act, frozen=True, kw_only=True):
    """Records what works well. Whether it protects is shown by an exception (S2.3)."""

    what: str
    source: str
    ascertained: Ascertained
    about: tuple[UUID, ...] = ()
    holder: UUID | None = None
    on: date | None = None
    quote: str | None = None


class Strength(msgspec.Struct, frozen=True):
    """One strength, and since when it is in the dossier."""

    item: UUID
    words: Sealed[StrengthWords]
    ascertained: Ascertained
    about: tuple[UUID, ...]
    holder: UUID | None
    on: date | None
    at: datetime


class Strengths:
    """All strengths, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Strength] = {}


@catalogue.act(RecordStrength, "Kracht vastleggen", ("S1.1", "S6.3"), (StrengthRecorded,))
def record_strength(state: State, act: RecordStrength, doing: Doing) -> list[Event]:
    """The strength is in the dossier; nobody of the family reads it by that."""
    refuse([known_people("about", "holder")], state, act, doing)
    words = seal(StrengthWords(act.what, act.source, act.quote))
    return [StrengthRecorded(doing.new_id(), words, act.ascertained, act.about, act.holder, act.on)]


@catalogue.sentence(StrengthRecorded)
def _tell(event: StrengthRecorded, words: Words) -> str:
    what, source = words.text(event.words, "what"), words.text(event.words, "source")
    return f"Er is een kracht vastgelegd: {what} Bron: {source}."


@catalogue.fold.on(StrengthRecorded)
def _recorded(state: State, event: StrengthRecorded, stamp: Stamp) -> None:
    state[Strengths].all[event.item] = Strength(
        event.item,
        event.words,
        event.ascertained,
        event.about,
        event.holder,
        event.on,
        stamp.effective_at,
    )
    state[Reaches].put(event.item, ())
