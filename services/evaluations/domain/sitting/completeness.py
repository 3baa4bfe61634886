"""What an evaluation still lacks: four of four questions, every item in force (S7.4, R21)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

import msgspec

from services.evaluations.domain.followed.elsewhere import Elsewhere
from services.evaluations.domain.followed.values import ItemKind
from services.evaluations.domain.sitting.answers import Answers, Question
from services.evaluations.domain.sitting.assessments import Assessments
from services.evaluations.domain.sitting.evaluations import Evaluation, judged_items
from services.evaluations.domain.sitting.ratings import Ratings, ScaleQuestion
from shared.eventbase.rule import Broken
from shared.eventbase.state import State


class Demand(msgspec.Struct, frozen=True):
    """One thing a complete evaluation has: ``lacking`` names each particular that is not there."""

    name: str
    paragraph: str
    message: str
    lacking: Callable[[State, Evaluation], Iterable[str]]


def _unrated(state: State, evaluation: Evaluation) -> list[str]:
    rated = state[Ratings].answered(evaluation.evaluation, ScaleQuestion.SAFETY)
    return [str(person) for person in evaluation.participants if person not in rated]


_DUTCH = {
    Question.GOING_WELL: "2 (Wat gaat er goed?)",
    Question.REMAINING_WORRIES: "3 (Welke zorgen zijn er nog?)",
    Question.ADJUSTMENTS: "4 (Wat moet er gebeuren?)",
}


def _unanswered(state: State, evaluation: Evaluation) -> list[str]:
    answered = state[Answers].answered(evaluation.evaluation)
    return [name for question, name in _DUTCH.items() if question not in answered]


def _unassessed(kind: ItemKind) -> Callable[[State, Evaluation], list[str]]:
    def unassessed(state: State, evaluation: Evaluation) -> list[str]:
        done = state[Assessments].of.get(evaluation.evaluation, {})
        in_force = [i for i in judged_items(state, evaluation) if i.in_force_on(evaluation.day)]
        return [str(i.item) for i in in_force if i.kind is kind and i.item not in done]

    return unassessed


def _unasked(state: State, evaluation: Evaluation) -> list[str]:
    """What was worked on elsewhere, as far as one could know, and nobody asked about (W10.4)."""
    known = state[Elsewhere].known_at(evaluation.started.at)
    return [
        item for item in _unassessed(ItemKind.ELSEWHERE)(state, evaluation) if UUID(item) in known
    ]


_DEMANDS = (
    Demand(
        "vraag-1-onbeantwoord",
        "S7.4",
        "Vraag 1 (Hoe veilig is het nu?) is nog niet gesteld aan persoon {}.",
        _unrated,
    ),
    Demand("vraag-onbeantwoord", "S7.4", "Vraag {} heeft nog geen antwoord.", _unanswered),
    Demand(
        "bodemeis-niet-beoordeeld",
        "W8.1",
        "Bodemeis {} is nog niet beoordeeld.",
        _unassessed(ItemKind.BOTTOM_LINE),
    ),
    Demand(
        "afspraak-niet-beoordeeld",
        "W8.1",
        "Afspraak {} is nog niet beoordeeld.",
        _unassessed(ItemKind.AGREEMENT),
    ),
    Demand(
        "elders-belegd-niet-gevraagd",
        "W10.4",
        "Onderdeel {} is elders belegd. Vraag hoe het ermee staat.",
        _unasked,
    ),
)


def missing(state: State, evaluation: Evaluation) -> list[Broken]:
    """Everything that an evaluation still lacks, all at once."""
    return [
        Broken(demand.name, demand.paragraph, demand.message.format(each))
        for demand in _DEMANDS
        for each in demand.lacking(state, evaluation)
    ]
