"""Asking for erasure: who asked, what of the dossier, and the term for it (R43)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.erasing.steps import Step
from services.plans.domain.family.people import People, known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import CoreValue, Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State

# Two people are needed, and each of them may be a worker or a supervisor.
OFFICE = ("worker", "supervisor")


class Extent(CoreValue, frozen=True):
    """How much of a dossier: items, of whichever service, and people; or the whole of it.

    ``addresses``: people of whom it is only where they can be found.
    """

    items: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    whole: bool = False
    addresses: tuple[UUID, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether it holds nothing at all."""
        return not (self.whole or self._parts)

    @property
    def is_mixed(self) -> bool:
        """Whether it names parts besides the whole."""
        return self.whole and bool(self._parts)

    @property
    def _parts(self) -> tuple[UUID, ...]:
        return (*self.items, *self.people, *self.addresses)

    def within(self, other: Extent) -> bool:
        """Whether ``other`` holds all of this."""
        if other.whole:
            return True
        return (
            not self.whole
            and set(self.items) <= set(other.items)
            and set(self.people) <= set(other.people)
            and set(self.addresses) <= {*other.addresses, *other.people}
        )


class RequestWords(msgspec.Struct, frozen=True):
    """Why, in the words of whoever asked."""

    why: str


class ErasureRequested(Step, frozen=True):
    """Erasing was asked for; ``asked_by`` None: the office saw a reason itself (R43)."""

    TOPIC = "plan.erasure-requested"
    NAME = "wissing-gevraagd"
    PARAGRAPHS = ("R43",)

    item: UUID
    words: Item[RequestWords]
    extent: Extent
    asked_by: UUID | None = None


class RequestErasure(Act, frozen=True, kw_only=True):
    """Records that erasing was asked for, when it was asked."""

    ROLES = OFFICE

    why: str
    items: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    whole: bool = False
    addresses: tuple[UUID, ...] = ()
    asked_by: UUID | None = None


class Request(msgspec.Struct, frozen=True):
    """One request, and the subject of the token that it was recorded with."""

    item: UUID
    words: Sealed[RequestWords]
    extent: Extent
    asked_by: UUID | None
    recorded_by: str
    mark: Mark


class Requests:
    """Every request, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Request] = {}


def extent_of(act: RequestErasure) -> Extent:
    """How much an act asks for."""
    return Extent(act.items, act.people, act.whole, act.addresses)


_RULES = (
    Rule(
        "wisverzoek-zonder-inhoud",
        "R43",
        "Noem wat er gewist moet worden: onderdelen, personen, adressen of het hele dossier.",
        lambda state, act, doing: when(extent_of(act).is_nothing),
    ),
    Rule(
        "wisverzoek-geheel-en-deel",
        "R43",
        "Vraag om het hele dossier of om delen, niet om allebei.",
        lambda state, act, doing: when(extent_of(act).is_mixed),
    ),
    known_people("asked_by"),
)


@catalogue.act(RequestErasure, "Wissing vragen", ("R43",), (ErasureRequested,))
def request_erasure(state: State, act: RequestErasure, doing: Doing) -> list[Event]:
    """The request is there, and its term runs."""
    refuse(_RULES, state, act, doing)
    words = seal(RequestWords(act.why))
    return [ErasureRequested(doing.new_id(), words, extent_of(act), act.asked_by)]


@catalogue.sentence(ErasureRequested)
def _tell(event: ErasureRequested, words: Words) -> str:
    who = words.name(event.asked_by) if event.asked_by is not None else "de organisatie zelf"
    return f"Er is gevraagd om wissing, door {who}. {words.text(event.words, 'why')}".strip()


def _unknown_people(state: State, at: datetime) -> list[str]:
    """Whoever was added by mistake is no longer known here, and can be erased all the same."""
    asked = [request.extent for request in state[Requests].all.values()]
    named = [person for extent in asked for person in (*extent.people, *extent.addresses)]
    return [str(person) for person in named if person not in state[People].all]


catalogue.flag(
    Flag(
        "te-wissen-persoon-onbekend",
        "R43",
        "Persoon {} staat niet (meer) in dit dossier. Ga na of u deze persoon bedoelt.",
        _unknown_people,
    )
)


@catalogue.fold.on(ErasureRequested)
def _requested(state: State, event: ErasureRequested, stamp: Stamp) -> None:
    state[Requests].all[event.item] = Request(
        event.item,
        event.words,
        event.extent,
        event.asked_by,
        stamp.actor,
        Mark(stamp.event_id, stamp.effective_at),
    )
    state[Reaches].put(event.item, ())
