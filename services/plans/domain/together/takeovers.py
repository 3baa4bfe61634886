"""Tasks that somebody took over from somebody of the family, and gave back (S7.1)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.discretion import betrayed_to
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class TakenOverWords(msgspec.Struct, frozen=True):
    """What was taken over."""

    task: str


class ReturnWords(msgspec.Struct, frozen=True):
    """How it went back."""

    how: str | None = None


class TaskTakenOver(Event, frozen=True):
    """Somebody took a task over from somebody else, for a while (S7.1)."""

    TOPIC = "plan.task-taken-over"
    NAME = "taak-overgenomen"
    PARAGRAPHS = ("S7.1",)

    item: UUID
    words: Item[TakenOverWords]
    from_person: UUID
    by: UUID
    first_day: date
    last_day: date | None = None
    shared_with: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class TaskReturned(Event, frozen=True):
    """Whoever took a task over gave it back (S7.1)."""

    TOPIC = "plan.task-returned"
    NAME = "taak-teruggegeven"
    PARAGRAPHS = ("S7.1",)
    ENDS = True

    item: UUID
    words: Item[ReturnWords]


class TakeOverTask(Act, frozen=True, kw_only=True):
    """Records that somebody takes a task over: which, from whom, and until when."""

    task: str
    from_person: UUID
    by: UUID
    first_day: date
    last_day: date | None = None
    shared_with: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class ReturnTask(Act, frozen=True, kw_only=True):
    """Records that the task is back with whom it was taken over from."""

    takeover: UUID
    how: str | None = None


class TakeOver(msgspec.Struct):
    """One task that was taken over, and when it went back."""

    taken: TaskTakenOver
    at: datetime
    returned_at: datetime | None = None
    returned: Sealed[ReturnWords] | None = None


class TakeOvers:
    """All of them, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, TakeOver] = {}


def _betrays(state: State, act: TakeOverTask, doing: Doing) -> list[str]:
    people = (act.from_person, act.by)
    return betrayed_to(state, people, (*people, *act.shared_with), act.hidden_from)


def _not_out(state: State, act: ReturnTask, doing: Doing) -> tuple[str, ...]:
    found = state[TakeOvers].all.get(act.takeover)
    return when(found is None or found.returned_at is not None)


def _too_early(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    found = state[TakeOvers].all.get(act.takeover)
    return when(found is not None and act.effective_at and act.effective_at < found.at)


_TAKING = (
    known_people("from_person", "by", "shared_with", "hidden_from"),
    Rule(
        "overname-van-zichzelf",
        "S7.1",
        "Iemand kan geen taak van zichzelf overnemen.",
        lambda state, act, doing: when(act.from_person == act.by),
    ),
    Rule(
        "overname-looptijd",
        "S7.1",
        "De laatste dag ligt voor de eerste.",
        lambda state, act, doing: when(act.last_day and act.last_day < act.first_day),
    ),
    Rule(
        "overname-verraadt-iemand",
        "S7.1",
        "Wie de taak had of overneemt, is verborgen voor persoon {}. Verberg dit voor die persoon.",
        _betrays,
    ),
)
_RETURNING = (
    Rule("overname-onbekend", "S7.1", "Deze taak is niet (meer) overgenomen.", _not_out),
    Rule(
        "teruggave-voor-overname",
        "S7.1",
        "Toen was de taak nog niet overgenomen. Kies een later moment.",
        _too_early,
    ),
)


@catalogue.act(TakeOverTask, "Taak overnemen", ("S7.1",), (TaskTakenOver,))
def take_over_task(state: State, act: TakeOverTask, doing: Doing) -> list[Event]:
    """From now on this is done by somebody else."""
    refuse(_TAKING, state, act, doing)
    return [
        TaskTakenOver(
            doing.new_id(),
            seal(TakenOverWords(act.task)),
            act.from_person,
            act.by,
            act.first_day,
            act.last_day,
            act.shared_with,
            act.hidden_from,
        )
    ]


@catalogue.act(ReturnTask, "Taak teruggeven", ("S7.1",), (TaskReturned,))
def return_task(state: State, act: ReturnTask, doing: Doing) -> list[Event]:
    """Whoever had the task has it again."""
    refuse(_RETURNING, state, act, doing)
    return [TaskReturned(act.takeover, seal(ReturnWords(act.how)))]


@catalogue.fold.on(TaskTakenOver)
def _taken(state: State, event: TaskTakenOver, stamp: Stamp) -> None:
    state[TakeOvers].all[event.item] = TakeOver(event, stamp.effective_at)
    concerns = (event.from_person, event.by, *event.shared_with)
    state[Reaches].put(event.item, concerns, event.hidden_from)


@catalogue.fold.on(TaskReturned)
def _returned(state: State, event: TaskReturned, stamp: Stamp) -> None:
    found = state[TakeOvers].all.get(event.item)
    if found is not None:
        found.returned_at, found.returned = stamp.effective_at, event.words


@catalogue.sentence(TaskTakenOver)
def _tell_taken(event: TaskTakenOver, words: Words) -> str:
    who, whose = words.name(event.by), words.name(event.from_person)
    return f"Van {whose} is een taak overgenomen door {who}: {words.text(event.words, 'task')}"


@catalogue.sentence(TaskReturned)
def _tell_returned(event: TaskReturned, words: Words) -> str:
    return f"Een overgenomen taak is teruggegeven. {words.text(event.words, 'how')}".strip()


def _over(state: State, at: datetime) -> list[str]:
    out = [each.taken for each in state[TakeOvers].all.values() if each.returned_at is None]
    day = local_day(at)
    return [str(taken.item) for taken in out if taken.last_day and taken.last_day < day]


catalogue.flag(
    Flag(
        "overname-afgelopen",
        "S7.1",
        "De tijd van overgenomen taak {} is om. Leg vast of de taak terug is.",
        _over,
    )
)
