"""Somebody's own view beside what others wrote: an opinion is not corrected (R42, domain 3.5)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class StatementWords(msgspec.Struct, frozen=True):
    """What they have to say of it."""

    text: str


class OwnStatementAdded(Event, frozen=True):
    """Somebody's own view of these items, of whichever service (R42)."""

    TOPIC = "plan.own-statement-added"
    NAME = "eigen-verklaring-toegevoegd"
    PARAGRAPHS = ("R42",)
    ABOUT = "about"

    item: UUID
    words: Item[StatementWords]
    person: UUID
    about: tuple[UUID, ...]


class AddOwnStatement(Act, frozen=True, kw_only=True):
    """Puts somebody's own view beside what it is about."""

    person: UUID
    about: tuple[UUID, ...]
    text: str


class OwnStatement(msgspec.Struct, frozen=True):
    """One statement."""

    item: UUID
    words: Sealed[StatementWords]
    person: UUID
    about: tuple[UUID, ...]
    at: datetime


class OwnStatements:
    """Every statement; a part of the state."""

    def __init__(self) -> None:
        self.all: list[OwnStatement] = []

    def about(self, item: UUID | None) -> list[OwnStatement]:
        """What people have to say of an item."""
        return [statement for statement in self.all if item in statement.about]


_ABOUT_SOMETHING = Rule(
    "verklaring-zonder-onderwerp",
    "R42",
    "Noem waarover deze verklaring gaat.",
    lambda state, act, doing: when(not act.about),
)


@catalogue.act(AddOwnStatement, "Eigen verklaring toevoegen", ("R42",), (OwnStatementAdded,))
def add_own_statement(state: State, act: AddOwnStatement, doing: Doing) -> list[Event]:
    """It stands beside what it is about from now."""
    refuse([known_people("person"), _ABOUT_SOMETHING], state, act, doing)
    words = seal(StatementWords(act.text))
    return [OwnStatementAdded(doing.new_id(), words, act.person, act.about)]


@catalogue.sentence(OwnStatementAdded)
def _tell(event: OwnStatementAdded, words: Words) -> str:
    who, text = words.name(event.person), words.text(event.words, "text")
    return f"Eigen verklaring van {who}: {text}".strip()


@catalogue.fold.on(OwnStatementAdded)
def _added(state: State, event: OwnStatementAdded, stamp: Stamp) -> None:
    state[OwnStatements].all.append(
        OwnStatement(event.item, event.words, event.person, event.about, stamp.effective_at)
    )
    state[Reaches].put(event.item, ())
