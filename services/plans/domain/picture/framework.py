"""The framework (raamwerk) that orders all information: five columns of entries (S1.1, S6.2)."""

from __future__ import annotations

import enum
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.concerns import Ascertained
from services.plans.domain.picture.deliberations import Deliberations
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Column(enum.Enum):
    """Where in the framework something stands (S1.1)."""

    WORRIES = "worries"
    WORKING_WELL = "working-well"
    NEEDS_TO_HAPPEN = "needs-to-happen"
    HISTORY = "history"
    COMPLICATING = "complicating"


class EntryWords(msgspec.Struct, frozen=True):
    """What is known, where that comes from, and the literal words of who said it."""

    text: str
    source: str
    quote: str | None = None


class FrameworkEntryRecorded(Event, frozen=True):
    """Something was put into the framework (S1.1).

    ``on``: the day the information is of. ``origin``: the deliberation in which it was added
    (S6.2). ``supersedes``: the entry in whose place it comes, which stays readable.
    """

    TOPIC = "plan.framework-entry-recorded"
    NAME = "raamwerk-aangevuld"
    PARAGRAPHS = ("S1.1", "S6.2")
    ABOUT = "supersedes"

    item: UUID
    words: Item[EntryWords]
    column: Column
    on: date
    ascertained: Ascertained
    about: tuple[UUID, ...] = ()
    holder: UUID | None = None
    origin: UUID | None = None
    supersedes: UUID | None = None


class RecordFrameworkEntry(Act, frozen=True, kw_only=True):
    """Puts something into the framework: in which column, from whom, of which day.

    ``source`` says who brought it up, ``holder`` whose view it is, if one of the people.
    """

    column: Column
    text: str
    source: str
    on: date
    ascertained: Ascertained
    about: tuple[UUID, ...] = ()
    holder: UUID | None = None
    quote: str | None = None
    origin: UUID | None = None
    supersedes: UUID | None = None


class Entry(msgspec.Struct, frozen=True):
    """One entry, and since when it stands there."""

    item: UUID
    words: Sealed[EntryWords]
    column: Column
    on: date
    ascertained: Ascertained
    about: tuple[UUID, ...]
    holder: UUID | None
    origin: UUID | None
    supersedes: UUID | None
    at: datetime


class Framework:
    """All entries, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Entry] = {}

    @property
    def superseded(self) -> dict[UUID, UUID]:
        """The entries in whose place another came, each with that other."""
        entries = self.all.values()
        return {each.supersedes: each.item for each in entries if each.supersedes is not None}


def _unknown_origin(state: State, act: RecordFrameworkEntry, doing: Doing) -> tuple[str, ...]:
    return when(act.origin is not None and act.origin not in state[Deliberations].all)


def _not_standing(state: State, act: RecordFrameworkEntry, doing: Doing) -> tuple[str, ...]:
    framework, old = state[Framework], act.supersedes
    stands = old in framework.all and old not in framework.superseded
    return when(old is not None and not stands)


_RULES = (
    known_people("about", "holder"),
    Rule("beraad-onbekend", "S6.2", "Dit beraad staat niet in dit dossier.", _unknown_origin),
    Rule(
        "raamwerk-niet-vervangbaar",
        "S1.1",
        "Wat u wilt vervangen, staat niet (meer) in het raamwerk.",
        _not_standing,
    ),
)


@catalogue.act(
    RecordFrameworkEntry, "Raamwerk aanvullen", ("S1.1", "S6.2"), (FrameworkEntryRecorded,)
)
def record_framework_entry(state: State, act: RecordFrameworkEntry, doing: Doing) -> list[Event]:
    """It stands in the framework; nobody of the family reads it by that."""
    refuse(_RULES, state, act, doing)
    return [
        FrameworkEntryRecorded(
            doing.new_id(),
            seal(EntryWords(act.text, act.source, act.quote)),
            act.column,
            act.on,
            act.ascertained,
            act.about,
            act.holder,
            act.origin,
            act.supersedes,
        )
    ]


@catalogue.sentence(FrameworkEntryRecorded)
def _tell(event: FrameworkEntryRecorded, words: Words) -> str:
    text, source = words.text(event.words, "text"), words.text(event.words, "source")
    return f"Het raamwerk is aangevuld: {text} Bron: {source}, {event.on:%d-%m-%Y}."


@catalogue.fold.on(FrameworkEntryRecorded)
def _recorded(state: State, event: FrameworkEntryRecorded, stamp: Stamp) -> None:
    state[Framework].all[event.item] = Entry(
        event.item,
        event.words,
        event.column,
        event.on,
        event.ascertained,
        event.about,
        event.holder,
        event.origin,
        event.supersedes,
        stamp.effective_at,
    )
    state[Reaches].put(event.item, ())
