"""The emergency plan (noodplan): each piece an item of its own, for those named (domain.md 4.1).

A code word, or a place to go, is worth nothing once the wrong person knows that there is one.
So the events have names that tell nothing, and no sentence repeats what a piece says.
"""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.groundwork.unsafety import Classifications
from services.plans.domain.plan.keepers import hidden_from
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Piece(enum.Enum):
    """The kinds of piece (domain.md 4.1)."""

    CALL = "call"
    SAFE_PLACE = "safe-place"
    CODE_WORD = "code-word"
    CHILD_DOES = "child-does"
    OTHER = "other"


class PieceWords(msgspec.Struct, frozen=True):
    """What to do, whom to call and on which number, where to go, or the word."""

    text: str


class DroppedWords(msgspec.Struct, frozen=True):
    """Why a piece no longer holds."""

    reason: str


class SafetyPieceRecorded(Event, frozen=True):
    """A piece of the emergency plan was agreed. ``order``: its place among those of its kind."""

    TOPIC = "plan.safety-piece-recorded"
    NAME = "veiligheidsonderdeel-vastgelegd"
    PARAGRAPHS = ("W3.1",)

    item: UUID
    words: Item[PieceWords]
    piece: Piece
    for_people: tuple[UUID, ...]
    order: int = 1
    hidden_from: tuple[UUID, ...] = ()


class SafetyPieceDropped(Event, frozen=True):
    """A piece of the emergency plan no longer holds."""

    TOPIC = "plan.safety-piece-dropped"
    NAME = "veiligheidsonderdeel-vervallen"
    PARAGRAPHS = ("W3.1",)
    ENDS = True

    item: UUID
    words: Item[DroppedWords]


class RecordSafetyPiece(Act, frozen=True, kw_only=True):
    """Records a piece, or with ``item`` gives one other content, whole.

    ``for_people``: who may read it, and nobody else. When ``hidden_from`` is left out, a piece
    stays hidden from whom it was.
    """

    piece: Piece
    text: str
    for_people: tuple[UUID, ...]
    order: int = 1
    hidden_from: tuple[UUID, ...] | None = None
    item: UUID | None = None


class DropSafetyPiece(Act, frozen=True, kw_only=True):
    """Ends a piece, with the reason."""

    item: UUID
    reason: str


class SafetyPiece(msgspec.Struct, frozen=True):
    """One piece that holds."""

    item: UUID
    words: Sealed[PieceWords]
    piece: Piece
    for_people: tuple[UUID, ...]
    order: int
    since: datetime


class EmergencyPlan:
    """The pieces that hold, by id; a part of the state."""

    def __init__(self) -> None:
        self.pieces: dict[UUID, SafetyPiece] = {}


def _unknown(
    state: State, act: RecordSafetyPiece | DropSafetyPiece, doing: Doing
) -> tuple[str, ...]:
    return when(act.item is not None and act.item not in state[EmergencyPlan].pieces)


def _too_early(
    state: State, act: RecordSafetyPiece | DropSafetyPiece, doing: Doing
) -> tuple[str, ...]:
    # The fold goes by when things happened: this would be recorded, and hide nothing.
    held = None if act.item is None else state[EmergencyPlan].pieces.get(act.item)
    return when(held is not None and act.effective_at and act.effective_at < held.since)


def _for_nobody(state: State, act: RecordSafetyPiece, doing: Doing) -> tuple[str, ...]:
    return when(not set(act.for_people) - set(hidden_from(state, act)))


_KNOWN = Rule("noodplan-onderdeel-onbekend", "W3.1", "Dit onderdeel geldt niet (meer).", _unknown)
_IN_TIME = Rule(
    "noodplan-voor-begin",
    "W3.1",
    "Dit onderdeel is pas daarna afgesproken of gewijzigd. Kies een later moment.",
    _too_early,
)
_RECORDING = (
    known_people("for_people", "hidden_from"),
    _KNOWN,
    _IN_TIME,
    Rule(
        "noodplan-voor-niemand",
        "W3.1",
        "Noem voor wie dit is. Anders leest niemand het als het nodig is.",
        _for_nobody,
    ),
)


@catalogue.act(RecordSafetyPiece, "Noodplanonderdeel vastleggen", ("W3.1",), (SafetyPieceRecorded,))
def record_safety_piece(state: State, act: RecordSafetyPiece, doing: Doing) -> list[Event]:
    """It holds at once, and only those who are named read it."""
    refuse(_RECORDING, state, act, doing)
    return [
        SafetyPieceRecorded(
            act.item or doing.new_id(),
            seal(PieceWords(act.text)),
            act.piece,
            act.for_people,
            act.order,
            hidden_from(state, act),
        )
    ]


@catalogue.act(
    DropSafetyPiece, "Noodplanonderdeel laten vervallen", ("W3.1",), (SafetyPieceDropped,)
)
def drop_safety_piece(state: State, act: DropSafetyPiece, doing: Doing) -> list[Event]:
    """Nobody relies on it any more."""
    refuse([_KNOWN, _IN_TIME], state, act, doing)
    return [SafetyPieceDropped(act.item, seal(DroppedWords(act.reason)))]


@catalogue.sentence(SafetyPieceRecorded)
def _tell_recorded(event: SafetyPieceRecorded, words: Words) -> str:
    return f"Een onderdeel van het noodplan is afgesproken met {words.names(event.for_people)}."


@catalogue.sentence(SafetyPieceDropped)
def _tell_dropped(event: SafetyPieceDropped, words: Words) -> str:
    return "Een onderdeel van het noodplan geldt niet meer."


@catalogue.fold.on(SafetyPieceRecorded)
def _recorded(state: State, event: SafetyPieceRecorded, stamp: Stamp) -> None:
    state[EmergencyPlan].pieces[event.item] = SafetyPiece(
        event.item,
        event.words,
        event.piece,
        event.for_people,
        event.order,
        stamp.effective_at,
    )
    state[Reaches].put(event.item, event.for_people, event.hidden_from)


@catalogue.fold.on(SafetyPieceDropped)
def _dropped(state: State, event: SafetyPieceDropped, stamp: Stamp) -> None:
    state[EmergencyPlan].pieces.pop(event.item, None)


def _without(state: State, at: datetime) -> list[str]:
    current = state[Classifications].current
    if current is None or not current.kind.is_acute or state[Versions].current is None:
        return []
    reaches = [state[Reaches].of[item] for item in state[EmergencyPlan].pieces]
    readers = {person for reach in reaches for person in reach.concerns - reach.hidden_from}
    return [str(person) for person in current.endangered if person not in readers]


catalogue.flag(Flag("geen-noodplan", "W3.1", "Er is geen noodplan voor {}.", _without))
