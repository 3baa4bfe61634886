"""Evaluations: the people involved judge one version of the plan together (W8.1)."""

from __future__ import annotations

import enum
from datetime import date
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.elsewhere import Elsewhere
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.values import ItemKind, PlanItem
from shared.eventbase.calendar import local_day
from shared.eventbase.event import CoreValue, Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Manner(enum.Enum):
    """How people were heard. A kind and not a text, which could tell where they met."""

    DELIBERATION = "deliberation"
    HOME_VISIT = "home-visit"
    SEPARATELY = "separately"
    REMOTELY = "remotely"


class AbsenceReason(enum.Enum):
    """Why somebody who belongs to the plan was not there (W8.1)."""

    UNABLE = "unable"
    UNWILLING = "unwilling"
    NOT_INVITED = "not-invited"
    FOR_SAFETY = "for-safety"


class Absent(CoreValue, frozen=True):
    """Who was not there, why, and whether they were heard in another way."""

    person: UUID
    reason: AbsenceReason
    heard_otherwise: bool = False


class EvaluationStarted(Event, frozen=True):
    """An evaluation of one version of the plan began (W8.1)."""

    TOPIC = "evaluation.started"
    NAME = "evaluatie-begonnen"
    PARAGRAPHS = ("W8.1",)
    STREAM = "evaluation"
    SUBJECT = "evaluation"

    evaluation: UUID
    plan_version: int
    manner: Manner
    participants: tuple[UUID, ...]
    absent: tuple[Absent, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class Evaluation(msgspec.Struct, frozen=True):
    """One evaluation: what it judges, when and how it was held, and with whom."""

    evaluation: UUID
    plan_version: int
    manner: Manner
    participants: tuple[UUID, ...]
    absent: tuple[Absent, ...]
    started: Mark

    @property
    def day(self) -> date:
        """The day it was held, on which things are in force or not."""
        return local_day(self.started.at)


class Evaluations:
    """All evaluations by id, and which were completed; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Evaluation] = {}
        self.completed: dict[UUID, Mark] = {}


def judged_items(state: State, evaluation: Evaluation) -> list[PlanItem]:
    """What stood in the version that an evaluation judges, and what was worked on elsewhere then.

    Of a version that was not followed nothing is known.
    """
    version = state[Plan].versions.get(evaluation.plan_version)
    if version is None:
        return []
    elsewhere = state[Elsewhere].at(evaluation.started.at).keys() - state[Plan].items
    return [*version.made.items, *(PlanItem(i, ItemKind.ELSEWHERE) for i in sorted(elsewhere))]


@catalogue.fold.on(EvaluationStarted)
def _started(state: State, event: EvaluationStarted, stamp: Stamp) -> None:
    state[Evaluations].all[event.evaluation] = Evaluation(
        event.evaluation,
        event.plan_version,
        event.manner,
        event.participants,
        event.absent,
        Mark(stamp.event_id, stamp.effective_at),
    )
    heard = [absent.person for absent in event.absent if absent.heard_otherwise]
    state[Reaches].put(event.evaluation, (*event.participants, *heard), event.hidden_from)


@catalogue.sentence(EvaluationStarted)
def _tell(event: EvaluationStarted, words: Words) -> str:
    # Without names or number: a participant may not know who else was heard, and has own numbers.
    return "Een evaluatie van het plan is begonnen."
