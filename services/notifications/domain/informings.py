"""Who was informed, of what and how: only this settles what is due, sending never does (W8.4)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.occasion import Occasion
from services.notifications.domain.versions import Versions
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Manner(enum.Enum):
    """How it is known that somebody was informed; READ is said by that person and nobody else."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    LETTER = "letter"
    READ = "read"


class Confirmation(msgspec.Struct, frozen=True):
    """What shows that it arrived, in words; None when somebody read their own version."""

    text: str | None = None


class PersonInformed(Event, frozen=True):
    """Somebody knows (W8.4). Being informed of a version settles those before it for that person.

    ``own_version`` is the number that the version has for them; ``by``: which involved person
    told them, if another than who records it.
    """

    TOPIC = "notification.person-informed"
    NAME = "persoon-geinformeerd"
    PARAGRAPHS = ("W8.4",)

    item: UUID
    words: Item[Confirmation]
    person: UUID
    occasion: Occasion
    manner: Manner
    own_version: int | None = None
    by: UUID | None = None


class Informing(msgspec.Struct, frozen=True):
    """One time that somebody was informed."""

    item: UUID
    person: UUID
    occasion: Occasion
    manner: Manner
    words: Sealed[Confirmation]
    own_version: int | None
    at: datetime


class Informings:
    """Everything that people were informed of; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Informing] = []


def informed_of(state: State, person: UUID | None, occasion: Occasion) -> Informing | None:
    """How this person (None: anybody) first came to know of ``occasion``.

    Having been told of a version that is there no more settles nothing.
    """
    return next(
        (
            each
            for each in state[Informings].all
            if person in (None, each.person)
            and each.occasion.covers(occasion)
            and state[Versions].stand(each.occasion)
        ),
        None,
    )


_DUTCH = {
    Manner.IN_PERSON: "in een gesprek",
    Manner.PHONE: "door de telefoon",
    Manner.LETTER: "met een brief",
    Manner.READ: "door zelf te lezen",
}


@catalogue.sentence(PersonInformed)
def _tell(event: PersonInformed, words: Words) -> str:
    # Never the plan's own number: to this person it would tell of versions that are not theirs.
    what = "een voorval" if event.own_version is None else f"de eigen versie {event.own_version}"
    told = f"{words.name(event.person)} is geïnformeerd over {what}, {_DUTCH[event.manner]}."
    later = event.own_version is not None and event.own_version > 1
    earlier = " Daarmee ook over eerdere versies." if later else ""
    return f"{told}{earlier} {words.text(event.words, 'text')}".strip()


@catalogue.fold.on(PersonInformed)
def _informed(state: State, event: PersonInformed, stamp: Stamp) -> None:
    informing = Informing(
        event.item,
        event.person,
        event.occasion,
        event.manner,
        event.words,
        event.own_version,
        stamp.effective_at,
    )
    state[Informings].all.append(informing)
    # What a worker wrote to confirm it may be about others: only those with full sight read it.
    state[Reaches].put(event.item, ())
