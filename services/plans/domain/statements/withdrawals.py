"""Statements that their owners no longer stand by; they stay readable (S4.1, S4.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class StatementWithdrawalWords(msgspec.Struct, frozen=True):
    """Why its owners no longer stand by it."""

    reason: str


class StatementWithdrawn(Event, frozen=True):
    """A risk statement or a desired situation no longer holds (S4.1, S4.2)."""

    TOPIC = "plan.statement-withdrawn"
    NAME = "uitspraak-ingetrokken"
    PARAGRAPHS = ("S4.1", "S4.2")
    ABOUT = "statement"
    ENDS = True

    item: UUID
    words: Item[StatementWithdrawalWords]
    statement: UUID


class Withdrawn(msgspec.Struct, frozen=True):
    """That and why a statement was withdrawn."""

    words: Sealed[StatementWithdrawalWords]
    at: datetime


class Withdrawals:
    """What was withdrawn, by the id of the statement; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[UUID, Withdrawn] = {}


class Statement(Protocol):
    """A risk statement or a desired situation."""

    @property
    def item(self) -> UUID:
        """Its id."""


S = TypeVar("S", bound=Statement)


def not_withdrawn(state: State, statements: Iterable[S]) -> list[S]:
    """Those of ``statements`` that still hold."""
    gone = state[Withdrawals].of
    return [each for each in statements if each.item not in gone]


@catalogue.sentence(StatementWithdrawn)
def _tell(event: StatementWithdrawn, words: Words) -> str:
    return f"Een uitspraak is ingetrokken, omdat: {words.text(event.words, 'reason')}"


@catalogue.fold.on(StatementWithdrawn)
def _withdrawn(state: State, event: StatementWithdrawn, stamp: Stamp) -> None:
    state[Withdrawals].of[event.statement] = Withdrawn(event.words, stamp.effective_at)
    state[Reaches].put(event.item, ())
