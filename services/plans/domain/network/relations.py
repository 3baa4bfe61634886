"""What people are to one another, from when until when, and who may see it drawn (S3.1)."""

from __future__ import annotations

import enum
from datetime import date
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.network.attendance import AttendanceDecided, Attendances
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class RelationKind(enum.Enum):
    """What ``one`` is to ``other``: "one is the parent of other" (S3.1)."""

    PARENT = "parent"
    STEP_PARENT = "step-parent"
    FOSTER_PARENT = "foster-parent"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    RELATIVE = "relative"
    PARTNER = "partner"
    FORMER_PARTNER = "former-partner"
    FRIEND = "friend"
    ACQUAINTANCE = "acquaintance"
    NEIGHBOUR = "neighbour"
    PROFESSIONAL = "professional"


class Quality(enum.Enum):
    """How a relation is, for whom it was drawn with."""

    CLOSE = "close"
    GOOD = "good"
    DISTANT = "distant"
    TENSE = "tense"
    BROKEN = "broken"


class RelationWords(msgspec.Struct, frozen=True):
    """What was said of the relation, for professionals: sharing a relation does not share this."""

    note: str | None = None


class RelationEndWords(msgspec.Struct, frozen=True):
    """How the relation ended."""

    reason: str | None = None


class PersonsRelated(Event, frozen=True):
    """Two people have to do with one another (S3.1). Its days are inclusive."""

    TOPIC = "plan.persons-related"
    NAME = "relatie-vastgelegd"
    PARAGRAPHS = ("S3.1",)

    item: UUID
    words: Item[RelationWords]
    kind: RelationKind
    one: UUID
    other: UUID
    since: date | None = None
    until: date | None = None
    quality: Quality | None = None
    hidden_from: tuple[UUID, ...] = ()


class RelationShared(Event, frozen=True):
    """Somebody may see a relation drawn, by that both people in it (S3.1)."""

    TOPIC = "plan.relation-shared"
    NAME = "relatie-gedeeld"
    PARAGRAPHS = ("S3.1",)
    ABOUT = "relation"

    item: UUID
    relation: UUID
    person: UUID


class RelationEnded(Event, frozen=True):
    """A relation is over since a day (S3.1)."""

    TOPIC = "plan.relation-ended"
    NAME = "relatie-beeindigd"
    PARAGRAPHS = ("S3.1",)
    ENDS = True

    item: UUID
    words: Item[RelationEndWords]
    until: date


class Relation(msgspec.Struct):
    """One relation, as it was last known."""

    item: UUID
    words: Sealed[RelationWords]
    kind: RelationKind
    one: UUID
    other: UUID
    since: date | None
    until: date | None
    quality: Quality | None
    hidden_from: tuple[UUID, ...]

    def begun_by(self, day: date) -> bool:
        """Whether it was there on ``day``, or had been there before."""
        return self.since is None or self.since <= day

    def holds_on(self, day: date) -> bool:
        """Whether it was there on ``day``."""
        return self.begun_by(day) and (self.until is None or day <= self.until)


class Relations:
    """All relations, per relation who may see it, and per reader what; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Relation] = {}
        self._shared: dict[UUID, dict[UUID, UUID]] = {}
        self._read: dict[UUID, dict[UUID, UUID]] = {}

    def share(self, item: UUID, relation: UUID, reader: UUID) -> None:
        """Somebody may see a relation; ``item`` is that share of it."""
        self._shared.setdefault(relation, {})[item] = reader
        self._read.setdefault(reader, {})[item] = relation

    def shares(self, relation: UUID) -> dict[UUID, UUID]:
        """The item of each share of a relation, with whom it is."""
        return self._shared.get(relation, {})

    def read_by(self, reader: UUID) -> dict[UUID, UUID]:
        """The item of each share with somebody, of which relation it is."""
        return self._read.get(reader, {})


@catalogue.fold.on(PersonsRelated)
def _related(state: State, event: PersonsRelated, stamp: Stamp) -> None:
    state[Relations].all[event.item] = Relation(
        event.item,
        event.words,
        event.kind,
        event.one,
        event.other,
        event.since,
        event.until,
        event.quality,
        event.hidden_from,
    )
    # Not even of the two themselves: what one tells of the other need not be known to the other.
    state[Reaches].put(event.item, (), event.hidden_from)
    for item, reader in state[Relations].shares(event.item).items():
        _reach(state, item, event.item, reader)


@catalogue.fold.on(RelationShared)
def _shared(state: State, event: RelationShared, stamp: Stamp) -> None:
    state[Relations].share(event.item, event.relation, event.person)
    _reach(state, event.item, event.relation, event.person)


@catalogue.fold.on(RelationEnded)
def _ended(state: State, event: RelationEnded, stamp: Stamp) -> None:
    relation = state[Relations].all.get(event.item)
    if relation is not None:
        relation.until = event.until


@catalogue.fold.on(AttendanceDecided)
def _weighed(state: State, event: AttendanceDecided, stamp: Stamp) -> None:
    for item, relation in state[Relations].read_by(event.person).items():
        _reach(state, item, relation, event.person)


def _reach(state: State, share: UUID, relation_id: UUID, reader: UUID) -> None:
    # A share is an item of its own, of one reader: whoever sees it knows of the two people in
    # it, and of no other reader; the two themselves know nothing by it.
    relation = state[Relations].all.get(relation_id)
    if relation is None:
        state[Reaches].put(share, ())
        return
    ends = {relation.one, relation.other}
    hidden = (ends - {reader}) | set(relation.hidden_from)
    if state[Attendances].excludes(reader):
        hidden.add(reader)
    state[Reaches].put(share, {reader} | ends, hidden)


@catalogue.sentence(PersonsRelated)
def _tell_related(event: PersonsRelated, words: Words) -> str:
    note = words.text(event.words, "note")
    both = f"{words.name(event.one)} en {words.name(event.other)}"
    return f"Er is vastgelegd wat {both} van elkaar zijn. {note}".strip()


@catalogue.sentence(RelationShared)
def _tell_shared(event: RelationShared, words: Words) -> str:
    return f"{words.name(event.person)} mag een relatie zien in de tekening van het netwerk."


@catalogue.sentence(RelationEnded)
def _tell_ended(event: RelationEnded, words: Words) -> str:
    reason = words.text(event.words, "reason")
    return f"Een relatie duurde tot en met {event.until:%d-%m-%Y}. {reason}".strip()
