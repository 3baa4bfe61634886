"""Completing an evaluation: only then must it be complete (W8.1, S7.4)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.sitting.completeness import missing
from services.evaluations.domain.sitting.evaluations import Evaluations
from services.evaluations.domain.sitting.starting import ONGOING
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.rule import Refused, refuse
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class EvaluationCompleted(Event, frozen=True):
    """An evaluation was completed; the plan must now be adjusted or confirmed (W8.3)."""

    TOPIC = "evaluation.completed"
    NAME = "evaluatie-afgerond"
    PARAGRAPHS = ("W8.1", "W8.3", "S7.4")
    STREAM = "evaluation"
    SUBJECT = "evaluation"

    evaluation: UUID
    plan_version: int


class CompleteEvaluation(Act, frozen=True, kw_only=True):
    """Declares an evaluation complete; refused with everything that is missing at once."""

    evaluation: UUID


@catalogue.act(CompleteEvaluation, "Evaluatie afronden", ("W8.1", "S7.4"), (EvaluationCompleted,))
def complete_evaluation(state: State, act: CompleteEvaluation, doing: Doing) -> list[Event]:
    """The evaluation is complete."""
    refuse(ONGOING, state, act, doing)
    evaluation = state[Evaluations].all[act.evaluation]
    lacking = missing(state, evaluation)
    if lacking:
        raise Refused(lacking)
    return [EvaluationCompleted(act.evaluation, evaluation.plan_version)]


@catalogue.sentence(EvaluationCompleted)
def _tell(event: EvaluationCompleted, words: Words) -> str:
    return "De evaluatie van het plan is afgerond."


@catalogue.fold.on(EvaluationCompleted)
def _completed(state: State, event: EvaluationCompleted, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Evaluations].completed[event.evaluation] = mark
