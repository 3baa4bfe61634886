"""Protective exceptions: moments when somebody kept it safe (S2.3, S6.5)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ExceptionWords(msgspec.Struct, frozen=True):
    """What was done or left, and what it protected from."""

    what: str
    protected: str | None = None


class ProtectiveExceptionRecorded(Event, frozen=True):
    """Somebody told of a moment when it stayed safe (S2.3)."""

    TOPIC = "plan.protective-exception-recorded"
    NAME = "uitzondering-vastgelegd"
    PARAGRAPHS = ("S2.3", "S6.5")

    item: UUID
    words: Item[ExceptionWords]
    by: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class RecordException(Act, frozen=True, kw_only=True):
    """Records such a moment: who acted, what they did, what it protected."""

    what: str
    by: tuple[UUID, ...] = ()
    protected: str | None = None
    hidden_from: tuple[UUID, ...] = ()


class ProtectiveException(msgspec.Struct, frozen=True):
    """One such moment."""

    item: UUID
    words: Sealed[ExceptionWords]
    by: tuple[UUID, ...]


class ProtectiveExceptions:
    """All of them, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, ProtectiveException] = {}


@catalogue.act(
    RecordException, "Uitzondering vastleggen", ("S2.3",), (ProtectiveExceptionRecorded,)
)
def record_exception(state: State, act: RecordException, doing: Doing) -> list[Event]:
    """The moment is recorded."""
    refuse([known_people("by", "hidden_from")], state, act, doing)
    words = seal(ExceptionWords(act.what, act.protected))
    return [ProtectiveExceptionRecorded(doing.new_id(), words, act.by, act.hidden_from)]


@catalogue.sentence(ProtectiveExceptionRecorded)
def _tell(event: ProtectiveExceptionRecorded, words: Words) -> str:
    return f"Een moment waarop het veilig bleef: {words.text(event.words, 'what')}"


@catalogue.fold.on(ProtectiveExceptionRecorded)
def _recorded(state: State, event: ProtectiveExceptionRecorded, stamp: Stamp) -> None:
    state[ProtectiveExceptions].all[event.item] = ProtectiveException(
        event.item, event.words, event.by
    )
    state[Reaches].put(event.item, event.by, event.hidden_from)
