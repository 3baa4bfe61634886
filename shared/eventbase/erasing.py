"""That something was erased: what every service records and shows in its place (R43, R44)."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid5

import msgspec

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import CoreValue, Event, Stamp
from shared.eventbase.sealed import Compartment, Kind
from shared.eventbase.sentence import Words
from shared.eventbase.state import State

# Where destroyed dossiers are written down: nobody's plan, the same in every service.
DESTRUCTIONS = UUID("56616e67-6e65-4476-8072-6e6965746967")
# How the topic ends of what says that a dossier was destroyed, whichever service says so.
DESTROYED_TOPIC = ".dossier-destroyed"


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

    Of ``addresses`` only where they can be found. ``erasure``: the request that led to it.
    ``complete_by``: when the last copy of a key can no
    longer be unwrapped. Each service has a class of its own for it, with its topic.
    """

    NAME = "gewist"
    PARAGRAPHS = ("R43", "R44")
    # Of whom it is nobody says: no party learns that something was erased of another.
    SUBJECT = "erasure"
    LASTING = True

    erasure: UUID
    ground: Ground
    items: tuple[UUID, ...]
    people: tuple[UUID, ...]
    complete_by: datetime
    addresses: tuple[UUID, ...] = ()


class ErasedData(msgspec.Struct, frozen=True):
    """What a service tells the others of what it erased: for which request, and until when."""

    erasure: UUID
    complete_by: datetime


class Range(CoreValue, frozen=True):
    """Rows of a record: from one ``seq`` up to and including another."""

    first: int
    last: int


class DossierDestroyed(Event, frozen=True):
    """All keys of ``plan`` were destroyed in one service, and the ``rows`` of its events may go.

    It stands among the destructions. Its core is opened for auditors without keys, who read
    ``plan`` and ``rows`` in it and know it by how its topic ends; so those stay as they are. Who
    had it done is the stamp's actor. Each service has a class of its own for it.
    """

    NAME = "dossier-vernietigd"
    PARAGRAPHS = ("R43", "R44")
    SUBJECT = "erasure"

    erasure: UUID
    plan: UUID
    ground: Ground
    rows: tuple[Range, ...]
    complete_by: datetime

    def stream_id(self, plan_id: UUID) -> UUID:
        """One stream for each request."""
        return uuid5(self.erasure, "destroyed")

    def plan_of(self, plan_id: UUID) -> UUID:
        """Nobody's dossier: the one that it is about is gone."""
        return DESTRUCTIONS


class Erasure(msgspec.Struct, frozen=True):
    """When something was erased, and why."""

    at: datetime
    ground: Ground


class Erasures:
    """What was erased of a plan, by compartment, and for which requests; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[Compartment, Erasure] = {}
        self.carried_out: set[UUID] = set()


def compartments(
    items: Iterable[UUID], people: Iterable[UUID], addresses: Iterable[UUID]
) -> list[Compartment]:
    """The compartments that hold the content of these items, all of these people, and of others

    where they can be found.
    """
    whole = set(people)
    return [
        *(Compartment(Kind.ITEM, item) for item in items),
        *(Compartment(Kind.PARTY, person) for person in whole),
        *(Compartment(Kind.ADDRESS, person) for person in whole | set(addresses)),
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
        for compartment in compartments(event.items, event.people, event.addresses):
            state[Erasures].of[compartment] = erased


def records_destructions(catalogue: Catalogue, event_class: type[DossierDestroyed]) -> None:
    """Registers a service's own class of this event, with its sentence. Raises TypeError when

    nobody would know it by its topic.
    """
    if not event_class.TOPIC.endswith(DESTROYED_TOPIC):
        raise TypeError(f"{event_class.__name__} needs a topic that ends in {DESTROYED_TOPIC}")
    catalogue.event(event_class)

    @catalogue.sentence(event_class)
    def _tell(event: DossierDestroyed, words: Words) -> str:
        return f"Dossier vernietigd. Grond: {GROUNDS[event.ground]}."
