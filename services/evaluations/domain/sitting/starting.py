"""Starting an evaluation, and the rules on everything that is added to it (W8.1)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.people import People, known_people
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.sitting.evaluations import (
    Absent,
    Evaluations,
    EvaluationStarted,
    Manner,
)
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.state import State
from shared.eventbase.unknown import NotYetKnown


class StartEvaluation(Act, frozen=True, kw_only=True):
    """Begins an evaluation of the named version, held with these people (W8.1).

    A version older than the newest is accepted, and stays in sight as an open point.
    """

    plan_version: int
    manner: Manner
    participants: tuple[UUID, ...]
    absent: tuple[Absent, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


def _closed(state: State, act: StartEvaluation, doing: Doing) -> tuple[str, ...]:
    ended = state[Plan].ended
    return when(ended is not None and ended.at <= (act.effective_at or doing.now))


def _strangers(state: State, act: StartEvaluation, doing: Doing) -> list[str]:
    return [str(a.person) for a in act.absent if a.person not in state[People].all]


def _both(state: State, act: StartEvaluation, doing: Doing) -> list[str]:
    return [str(a.person) for a in act.absent if a.person in act.participants]


_RULES = (
    known_people("participants", "hidden_from"),
    Rule("persoon-onbekend", "W7.1", "Persoon {} hoort niet bij dit dossier.", _strangers),
    Rule(
        "evaluatie-zonder-deelnemers",
        "W8.1",
        "Noem wie er aan de evaluatie meededen.",
        lambda state, act, doing: when(not act.participants),
    ),
    Rule("aanwezig-en-afwezig", "W8.1", "Persoon {} kan niet aanwezig en afwezig zijn.", _both),
    Rule("plan-afgesloten", "W0.6", "Dit plan was toen al afgesloten.", _closed),
)


def _unknown(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.evaluation not in state[Evaluations].all)


def _completed(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.evaluation in state[Evaluations].completed)


ONGOING = (
    Rule(
        "evaluatie-onbekend", "W8.1", "Deze evaluatie staat niet (meer) in dit dossier.", _unknown
    ),
    Rule(
        "evaluatie-afgerond",
        "W8.1",
        "Deze evaluatie is afgerond. Verander haar met een correctie.",
        _completed,
    ),
)


@catalogue.act(StartEvaluation, "Evaluatie beginnen", ("W8.1", "S7.4"), (EvaluationStarted,))
def start_evaluation(state: State, act: StartEvaluation, doing: Doing) -> list[Event]:
    """The evaluation begins; raises NotYetKnown when its version is not known here."""
    if act.plan_version not in state[Plan].versions:
        raise NotYetKnown
    refuse(_RULES, state, act, doing)
    return [
        EvaluationStarted(
            doing.new_id(),
            act.plan_version,
            act.manner,
            act.participants,
            act.absent,
            act.hidden_from,
        )
    ]
