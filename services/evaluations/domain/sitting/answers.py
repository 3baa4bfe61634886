"""The other three evaluation questions, answered part by part as people speak (S7.4)."""

from __future__ import annotations

import enum
from collections import defaultdict
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Question(enum.Enum):
    """Questions 2, 3 and 4; question 1 is a scale question (S7.4)."""

    GOING_WELL = "going-well"
    REMAINING_WORRIES = "remaining-worries"
    ADJUSTMENTS = "adjustments"


class AnswerWords(msgspec.Struct, frozen=True):
    """What somebody answered; "no adjustment is needed, because ..." is an answer too."""

    text: str


class QuestionAnswered(Event, frozen=True):
    """Somebody answered one of the questions (S7.4)."""

    TOPIC = "evaluation.question-answered"
    NAME = "evaluatievraag-beantwoord"
    PARAGRAPHS = ("S7.4",)
    STREAM = "evaluation"

    evaluation: UUID
    item: UUID
    words: Item[AnswerWords]
    question: Question
    holder: UUID | None = None
    hidden_from: tuple[UUID, ...] = ()


class Answer(msgspec.Struct, frozen=True):
    """One answer as it stands in an evaluation."""

    event: QuestionAnswered
    event_id: UUID

    @property
    def words(self) -> Sealed[AnswerWords]:
        """What was said."""
        return self.event.words


class Answers:
    """The answers of each evaluation, in the order they were given; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Answer]] = defaultdict(list)

    def answered(self, evaluation: UUID) -> set[Question]:
        """The questions to which an evaluation has at least one answer."""
        return {answer.event.question for answer in self.of.get(evaluation, [])}


_DUTCH = {
    Question.GOING_WELL: "Wat gaat er goed?",
    Question.REMAINING_WORRIES: "Welke zorgen zijn er nog?",
    Question.ADJUSTMENTS: "Wat moet er gebeuren?",
}


@catalogue.sentence(QuestionAnswered)
def _tell(event: QuestionAnswered, words: Words) -> str:
    who = "Samen" if event.holder is None else words.name(event.holder)
    return f"{_DUTCH[event.question]} {who}: {words.text(event.words, 'text')}"


@catalogue.fold.on(QuestionAnswered)
def _answered(state: State, event: QuestionAnswered, stamp: Stamp) -> None:
    state[Answers].of[event.evaluation].append(Answer(event, stamp.event_id))
    concerns = () if event.holder is None else (event.holder,)
    state[Reaches].put(event.item, concerns, event.hidden_from)
