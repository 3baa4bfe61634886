"""The evaluation schedule: frequency and manner, agreed in the plan (W8.2)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ScheduleWords(msgspec.Struct, frozen=True):
    """How and where everybody meets to evaluate."""

    manner: str
    where: str | None = None


class EvaluationScheduleAgreed(Event, frozen=True):
    """It was agreed when and how the plan is evaluated (W8.2)."""

    TOPIC = "plan.evaluation-schedule-agreed"
    NAME = "evaluatieritme-afgesproken"
    PARAGRAPHS = ("W8.2", "S6.6")

    item: UUID
    words: Item[ScheduleWords]
    first_on: date
    every_weeks: int
    participants: tuple[UUID, ...] = ()


class AgreeEvaluationSchedule(Act, frozen=True, kw_only=True):
    """Records the agreed rhythm: the first day, then every so many weeks."""

    first_on: date
    every_weeks: int
    manner: str
    where: str | None = None
    participants: tuple[UUID, ...] = ()


class Schedule(msgspec.Struct, frozen=True):
    """The rhythm that holds, and the dossier version that it came with."""

    item: UUID
    first_on: date
    every_weeks: int
    participants: tuple[UUID, ...]
    words: Sealed[ScheduleWords]
    changed: int


class Schedules:
    """The rhythm that holds, if any, and what agreed the first; a part of the state."""

    def __init__(self) -> None:
        self.current: Schedule | None = None
        self.first: Mark | None = None


@catalogue.act(
    AgreeEvaluationSchedule,
    "Evaluatieritme afspreken",
    ("W8.2",),
    (EvaluationScheduleAgreed,),
    changes_plan=True,
)
def agree_evaluation_schedule(
    state: State, act: AgreeEvaluationSchedule, doing: Doing
) -> list[Event]:
    """The rhythm holds from now; it replaces an earlier one."""
    refuse([known_people("participants")], state, act, doing)
    words = seal(ScheduleWords(act.manner, act.where))
    return [
        EvaluationScheduleAgreed(
            doing.new_id(), words, act.first_on, act.every_weeks, act.participants
        )
    ]


@catalogue.sentence(EvaluationScheduleAgreed)
def _tell(event: EvaluationScheduleAgreed, words: Words) -> str:
    rhythm = "elke week" if event.every_weeks == 1 else f"elke {event.every_weeks} weken"
    manner = words.text(event.words, "manner")
    return f"Wij evalueren {rhythm}, voor het eerst op {event.first_on:%d-%m-%Y}. {manner}"


@catalogue.fold.on(EvaluationScheduleAgreed)
def _agreed(state: State, event: EvaluationScheduleAgreed, stamp: Stamp) -> None:
    state[Schedules].current = Schedule(
        event.item,
        event.first_on,
        event.every_weeks,
        event.participants,
        event.words,
        stamp.version,
    )
    state[Schedules].first = state[Schedules].first or Mark(stamp.event_id, stamp.effective_at)
    state[Reaches].put(event.item, event.participants)


catalogue.flag(
    Flag(
        "geen-evaluatieritme",
        "W8.2",
        "Er is nog geen evaluatieritme afgesproken.",
        lambda state, at: when(state[Versions].current and state[Schedules].current is None),
    )
)
