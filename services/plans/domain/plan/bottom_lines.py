"""Bottom lines (bodemeisen): what must minimally be true for acceptable safety (W0.8, T2)."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.concerns import Concerns
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class SetBy(enum.Enum):
    """Who sets a bottom line: the team, or Veilig Thuis (domain.md 3.3)."""

    TEAM = "team"
    VEILIG_THUIS = "veilig-thuis"


class BottomLineWords(msgspec.Struct, frozen=True):
    """What must be true, why, and how one can tell."""

    text: str
    reason: str | None = None
    measurable_by: str | None = None


class WithdrawalWords(msgspec.Struct, frozen=True):
    """Why something no longer holds."""

    reason: str


class BottomLineSet(Event, frozen=True):
    """A bottom line was set (W0.8). ``due_by``: the last day on which it must be met, if any."""

    TOPIC = "plan.bottom-line-set"
    NAME = "bodemeis-gesteld"
    PARAGRAPHS = ("W0.8",)

    item: UUID
    words: Item[BottomLineWords]
    for_people: tuple[UUID, ...]
    set_by: SetBy
    hidden_from: tuple[UUID, ...] = ()
    concerns: tuple[UUID, ...] = ()
    has_reason: bool = False
    due_by: date | None = None


class BottomLineWithdrawn(Event, frozen=True):
    """A bottom line no longer holds (W0.8)."""

    TOPIC = "plan.bottom-line-withdrawn"
    NAME = "bodemeis-ingetrokken"
    PARAGRAPHS = ("W0.8",)
    ENDS = True

    item: UUID
    words: Item[WithdrawalWords]


class SetBottomLine(Act, frozen=True, kw_only=True):
    """Sets a minimum condition, for these people. ``concerns``: the concerns it answers.

    ``due_by``: the last day on which it must be met, when it is met once and for all.
    """

    text: str
    for_people: tuple[UUID, ...]
    set_by: SetBy = SetBy.TEAM
    reason: str | None = None
    measurable_by: str | None = None
    hidden_from: tuple[UUID, ...] = ()
    concerns: tuple[UUID, ...] = ()
    due_by: date | None = None


class WithdrawBottomLine(Act, frozen=True, kw_only=True):
    """Withdraws a bottom line, with the reason."""

    item: UUID
    reason: str


class BottomLine(msgspec.Struct):
    """One bottom line.

    ``changed`` is the dossier version of its latest event, ``since`` when that happened.
    ``explained``: the reason for it was given.
    """

    item: UUID
    words: Sealed[BottomLineWords]
    for_people: tuple[UUID, ...]
    set_by: SetBy
    changed: int
    since: datetime
    concerns: tuple[UUID, ...] = ()
    explained: bool = False
    withdrawn: bool = False


class BottomLines:
    """All bottom lines, by id, and what set the first; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, BottomLine] = {}
        self.first: Mark | None = None

    @property
    def standing(self) -> list[BottomLine]:
        """Those that hold."""
        return [line for line in self.all.values() if not line.withdrawn]


def _unknown_concerns(state: State, act: Any, doing: Doing) -> list[str]:
    return [str(concern) for concern in act.concerns if concern not in state[Concerns].all]


def _not_standing(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.item not in {line.item for line in state[BottomLines].standing})


def _too_early(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    line = state[BottomLines].all.get(act.item)
    return when(line is not None and act.effective_at and act.effective_at < line.since)


KNOWN_CONCERNS = Rule(
    "bodemeis-zorg-onbekend", "W0.8", "Zorg {} staat niet (meer) in dit dossier.", _unknown_concerns
)
STANDING = (
    Rule(
        "bodemeis-onbekend",
        "W0.8",
        "Deze bodemeis geldt niet (meer) in dit dossier.",
        _not_standing,
    ),
    Rule(
        "bodemeis-voor-begin",
        "W0.8",
        "Deze bodemeis is pas daarna gesteld. Kies een later moment.",
        _too_early,
    ),
)


@catalogue.act(SetBottomLine, "Bodemeis stellen", ("W0.8",), (BottomLineSet,), changes_plan=True)
def set_bottom_line(state: State, act: SetBottomLine, doing: Doing) -> list[Event]:
    """The bottom line holds from now; the next version shows it."""
    refuse([known_people("for_people", "hidden_from"), KNOWN_CONCERNS], state, act, doing)
    words = seal(BottomLineWords(act.text, act.reason, act.measurable_by))
    who = (act.for_people, act.set_by, act.hidden_from)
    more = (act.concerns, bool(act.reason), act.due_by)
    return [BottomLineSet(doing.new_id(), words, *who, *more)]


@catalogue.act(
    WithdrawBottomLine, "Bodemeis intrekken", ("W0.8",), (BottomLineWithdrawn,), changes_plan=True
)
def withdraw_bottom_line(state: State, act: WithdrawBottomLine, doing: Doing) -> list[Event]:
    """The bottom line no longer holds."""
    refuse(STANDING, state, act, doing)
    return [BottomLineWithdrawn(act.item, seal(WithdrawalWords(act.reason)))]


@catalogue.sentence(BottomLineSet)
def _tell_set(event: BottomLineSet, words: Words) -> str:
    source = "Veilig Thuis stelt" if event.set_by is SetBy.VEILIG_THUIS else "Het team stelt"
    by = f" Uiterlijk {event.due_by:%d-%m-%Y}." if event.due_by else ""
    return f"{source} een bodemeis: {words.text(event.words, 'text')}{by}"


@catalogue.sentence(BottomLineWithdrawn)
def _tell_withdrawn(event: BottomLineWithdrawn, words: Words) -> str:
    return f"Een bodemeis is ingetrokken, omdat: {words.text(event.words, 'reason')}"


@catalogue.fold.on(BottomLineSet)
def _set(state: State, event: BottomLineSet, stamp: Stamp) -> None:
    line = BottomLine(
        event.item,
        event.words,
        event.for_people,
        event.set_by,
        stamp.version,
        stamp.effective_at,
        event.concerns,
        event.has_reason,
    )
    state[BottomLines].all[event.item] = line
    state[BottomLines].first = state[BottomLines].first or Mark(stamp.event_id, stamp.effective_at)
    state[Reaches].put(event.item, event.for_people, event.hidden_from)


@catalogue.fold.on(BottomLineWithdrawn)
def _withdrawn(state: State, event: BottomLineWithdrawn, stamp: Stamp) -> None:
    line = state[BottomLines].all.get(event.item)
    if line is not None:
        line.withdrawn = True
        line.changed, line.since = stamp.version, stamp.effective_at


catalogue.flag(
    Flag(
        "geen-bodemeis",
        "W0.8",
        "Het plan heeft nog geen bodemeisen.",
        lambda state, at: when(state[Versions].current and not state[BottomLines].standing),
    ),
    Flag(
        "bodemeis-zonder-waarom",
        "W0.8",
        "Bij bodemeis {} staat geen reden en geen zorg.",
        lambda state, at: [
            str(line.item)
            for line in state[BottomLines].standing
            if not line.explained and not line.concerns
        ],
    ),
)
