"""That something was erased: what a service records of it, and shows in its place (R43, R44)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import Event, Stamp
from shared.eventbase.sealed import Compartment, Kind
from shared.eventbase.sentence import Words
from shared.eventbase.state import State

# Where destroyed dossiers are written down: nobody's plan, the same in every service.
DESTRUCTIONS = UUID("56616e67-6e65-4476-8072-6e6965746967")


class Ground(enum.Enum):
    """Why something is erased."""

    REQUEST = "request"
    TERM_OVER = "term-over"
    MISTAKE = "mistake"


GROUNDS = {
    Ground.REQUEST: "verzoek",
    Ground.TERM_OVER: "bewaartermijn voorbij",
    Ground.MISTAKE: "ten onrechte vastgelegd",
}


class KeysDestroyed(Event, frozen=True):
    """The keys of these items and people of a plan were destroyed in one service.

    ``erasure``: the request that led to it. ``complete_by``: when the last copy of a key can no
    longer be unwrapped. Each service has a class of its own for it, with its topic.
    """

    NAME = "gewist"
    PARAGRAPHS = ("R43", "R44")
    LASTING = True

    erasure: UUID
    ground: Ground
    items: tuple[UUID, ...]
    people: tuple[UUID, ...]
    complete_by: datetime


class ErasedData(msgspec.Struct, frozen=True):
    """What a service tells the others of what it erased: for which request, and until when."""

    erasure: UUID
    complete_by: datetime


class Erasure(msgspec.Struct, frozen=True):
    """When something was erased, and why."""

    at: datetime
    ground: Ground


class Erasures:
    """What was erased of a plan, by compartment, and for which requests; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[Compartment, Erasure] = {}
        self.carried_out: set[UUID] = set()


def compartments(items: tuple[UUID, ...], people: tuple[UUID, ...]) -> list[Compartment]:
    """The compartments that hold the content of these items, and all of these people."""
    return [
        *(Compartment(Kind.ITEM, item) for item in items),
        *(Compartment(kind, person) for person in people for kind in (Kind.PARTY, Kind.ADDRESS)),
    ]


def records_erasures(catalogue: Catalogue, event_class: type[KeysDestroyed]) -> None:
    """Registers a service's own class of this event: its sentence, and what it leaves known."""

    catalogue.event(event_class)

    @catalogue.sentence(event_class)
    def _tell(event: KeysDestroyed, words: Words) -> str:
        return f"Gewist. Grond: {GROUNDS[event.ground]}."

    @catalogue.fold.on(event_class)
    def _erased(state: State, event: KeysDestroyed, stamp: Stamp) -> None:
        erased = Erasure(stamp.effective_at, event.ground)
        state[Erasures].carried_out.add(event.erasure)
        for compartment in compartments(event.items, event.people):
            state[Erasures].of[compartment] = erased
