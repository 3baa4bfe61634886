"""Custody (gezag) of each child: who holds it, by which source, checked when (R49, W0.1)."""

from __future__ import annotations

import enum
from collections import defaultdict
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class CustodySource(enum.Enum):
    """Where it was read. What somebody says is kept, and is never what a register says."""

    REGISTER = "register"
    COURT = "court"
    STATEMENT = "statement"
    OF_AGE = "of-age"


class CustodyWords(msgspec.Struct, frozen=True):
    """The reference of what was read, or what was said."""

    note: str | None = None


class CustodyRecorded(Event, frozen=True):
    """It was read, or said, who holds custody of a child; ``holders`` empty: nobody (R49)."""

    TOPIC = "plan.custody-recorded"
    NAME = "gezag-vastgelegd"
    PARAGRAPHS = ("R49",)

    item: UUID
    words: Item[CustodyWords]
    child: UUID
    source: CustodySource
    checked_on: date
    holders: tuple[UUID, ...] = ()
    said_by: UUID | None = None


class RecordCustody(Act, frozen=True, kw_only=True):
    """Records who holds custody of a child, where that was read and on which day.

    ``said_by``: whose word it is, when it is a statement. Of age: nobody holds it any more.
    """

    child: UUID
    source: CustodySource
    checked_on: date
    holders: tuple[UUID, ...] = ()
    said_by: UUID | None = None
    note: str | None = None


class Custody(msgspec.Struct, frozen=True):
    """One answer to who holds custody of one child."""

    item: UUID
    words: Sealed[CustodyWords]
    child: UUID
    source: CustodySource
    checked_on: date
    holders: tuple[UUID, ...]
    said_by: UUID | None
    mark: Mark

    @property
    def is_established(self) -> bool:
        """Whether it stands on more than somebody's word."""
        return self.source is not CustodySource.STATEMENT

    def contradicts(self, known: Custody) -> bool:
        """Whether this came after ``known`` and names others."""
        return self.place > known.place and set(self.holders) != set(known.holders)

    @property
    def place(self) -> tuple[date, datetime]:
        """Its place among the answers: the day it was read or said, then when that was noted."""
        return self.checked_on, self.mark.at


class Custodies:
    """Every answer per child, by the day on which it was read or said; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Custody]] = defaultdict(list)

    def established(self, child: UUID) -> list[Custody]:
        """Those that stand on more than somebody's word."""
        return [each for each in self.of.get(child, ()) if each.is_established]

    def known(self, child: UUID) -> Custody | None:
        """The latest of those."""
        return next(reversed(self.established(child)), None)

    def contradicting(self, child: UUID) -> list[Custody]:
        """The statements that came after what was read, and say something else."""
        known = self.known(child)
        said = [each for each in self.of.get(child, ()) if not each.is_established]
        return [each for each in said if known is None or each.contradicts(known)]


def _own_child(state: State, act: RecordCustody, doing: Doing) -> tuple[str, ...]:
    return when(act.child in act.holders)


def _too_early(state: State, act: RecordCustody, doing: Doing) -> tuple[str, ...]:
    return when(act.checked_on > local_day(act.effective_at or doing.now))


def _held_of_age(state: State, act: RecordCustody, doing: Doing) -> tuple[str, ...]:
    return when(act.source is CustodySource.OF_AGE and act.holders)


_RULES = (
    known_people("child", "holders", "said_by"),
    Rule("gezag-over-zichzelf", "R49", "Een kind heeft geen gezag over zichzelf.", _own_child),
    Rule("gezag-dag", "R49", "De dag waarop dit is nagegaan, is nog niet geweest.", _too_early),
    Rule(
        "gezag-meerderjarig", "R41", "Over wie meerderjarig is, heeft niemand gezag.", _held_of_age
    ),
)


@catalogue.act(RecordCustody, "Gezag vastleggen", ("R49",), (CustodyRecorded,))
def record_custody(state: State, act: RecordCustody, doing: Doing) -> list[Event]:
    """It stands beside what was known; a statement does not take the place of what was read."""
    refuse(_RULES, state, act, doing)
    return [
        CustodyRecorded(
            doing.new_id(),
            seal(CustodyWords(act.note)),
            act.child,
            act.source,
            act.checked_on,
            act.holders,
            act.said_by,
        )
    ]


_DUTCH = {
    CustodySource.REGISTER: "Bron: het gezagsregister",
    CustodySource.COURT: "Bron: een uitspraak van de rechter",
    CustodySource.STATEMENT: "Bron: wat iemand zegt",
    CustodySource.OF_AGE: "Reden: meerderjarig",
}


@catalogue.sentence(CustodyRecorded)
def _tell(event: CustodyRecorded, words: Words) -> str:
    who = words.names(event.holders) if event.holders else "niemand"
    source = f"{_DUTCH[event.source]}, {event.checked_on:%d-%m-%Y}"
    note = words.text(event.words, "note")
    return f"Gezag over {words.name(event.child)}: {who}. {source}. {note}".strip()


@catalogue.fold.on(CustodyRecorded)
def _recorded(state: State, event: CustodyRecorded, stamp: Stamp) -> None:
    known = state[Custodies].of[event.child]
    known.append(
        Custody(
            event.item,
            event.words,
            event.child,
            event.source,
            event.checked_on,
            event.holders,
            event.said_by,
            Mark(stamp.event_id, stamp.effective_at),
        )
    )
    known.sort(key=lambda each: each.place)
    state[Reaches].put(event.item, ())
