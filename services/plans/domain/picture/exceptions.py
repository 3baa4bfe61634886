"""Protective exceptions: moments when somebody kept it safe (S2.3, S6.5)."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.strengths import Strengths
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ExceptionWords(msgspec.Struct, frozen=True):
    """What was done or left, what it protected from, and in which moment that was."""

    what: str
    protected: str | None = None
    moment: str | None = None


class ProtectiveExceptionRecorded(Event, frozen=True):
    """Somebody told of a moment when it stayed safe (S2.3).

    ``left``: it was safe because somebody left something, not because they did it. ``strength``:
    what was known to work well and turned out to protect here.
    """

    TOPIC = "plan.protective-exception-recorded"
    NAME = "uitzondering-vastgelegd"
    PARAGRAPHS = ("S2.3", "S6.5")

    item: UUID
    words: Item[ExceptionWords]
    by: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()
    on: date | None = None
    left: bool = False
    told_by: UUID | None = None
    strength: UUID | None = None


class RecordException(Act, frozen=True, kw_only=True):
    """Records such a moment: when, who did or left what, what it protected, who told of it."""

    what: str
    by: tuple[UUID, ...] = ()
    protected: str | None = None
    moment: str | None = None
    on: date | None = None
    left: bool = False
    told_by: UUID | None = None
    strength: UUID | None = None
    hidden_from: tuple[UUID, ...] = ()


class ProtectiveException(msgspec.Struct, frozen=True):
    """One such moment, and since when it is in the dossier."""

    item: UUID
    words: Sealed[ExceptionWords]
    by: tuple[UUID, ...]
    on: date | None
    left: bool
    told_by: UUID | None
    strength: UUID | None
    at: datetime


class ProtectiveExceptions:
    """All of them, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, ProtectiveException] = {}


def _unknown_strength(state: State, act: RecordException, doing: Doing) -> tuple[str, ...]:
    return when(act.strength is not None and act.strength not in state[Strengths].all)


_STRENGTH = Rule(
    "kracht-onbekend", "S2.3", "Deze kracht staat niet (meer) in dit dossier.", _unknown_strength
)


@catalogue.act(
    RecordException, "Uitzondering vastleggen", ("S2.3",), (ProtectiveExceptionRecorded,)
)
def record_exception(state: State, act: RecordException, doing: Doing) -> list[Event]:
    """The moment is recorded."""
    refuse([known_people("by", "told_by", "hidden_from"), _STRENGTH], state, act, doing)
    return [
        ProtectiveExceptionRecorded(
            doing.new_id(),
            seal(ExceptionWords(act.what, act.protected, act.moment)),
            act.by,
            act.hidden_from,
            act.on,
            act.left,
            act.told_by,
            act.strength,
        )
    ]


@catalogue.sentence(ProtectiveExceptionRecorded)
def _tell(event: ProtectiveExceptionRecorded, words: Words) -> str:
    return f"Een moment waarop het veilig bleef: {words.text(event.words, 'what')}"


@catalogue.fold.on(ProtectiveExceptionRecorded)
def _recorded(state: State, event: ProtectiveExceptionRecorded, stamp: Stamp) -> None:
    state[ProtectiveExceptions].all[event.item] = ProtectiveException(
        event.item,
        event.words,
        event.by,
        event.on,
        event.left,
        event.told_by,
        event.strength,
        stamp.effective_at,
    )
    # Who told of it is not in its reach: whoever did it need not know who spoke of it.
    state[Reaches].put(event.item, event.by, event.hidden_from)
