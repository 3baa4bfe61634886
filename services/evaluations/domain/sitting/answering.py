"""Answering questions 2, 3 and 4: the act and its rules (S7.4)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.people import known_people
from services.evaluations.domain.sitting.answers import AnswerWords, Question, QuestionAnswered
from services.evaluations.domain.sitting.starting import ONGOING
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class AnswerQuestion(Act, frozen=True, kw_only=True):
    """Records an answer and whose it is; without ``holder`` it is what all said together."""

    evaluation: UUID
    question: Question
    text: str
    holder: UUID | None = None
    hidden_from: tuple[UUID, ...] = ()


@catalogue.act(AnswerQuestion, "Evaluatievraag beantwoorden", ("S7.4",), (QuestionAnswered,))
def answer_question(state: State, act: AnswerQuestion, doing: Doing) -> list[Event]:
    """The answer is recorded with its holder."""
    refuse((*ONGOING, known_people("holder", "hidden_from")), state, act, doing)
    return [
        QuestionAnswered(
            act.evaluation,
            doing.new_id(),
            seal(AnswerWords(act.text)),
            act.question,
            act.holder,
            act.hidden_from,
        )
    ]
