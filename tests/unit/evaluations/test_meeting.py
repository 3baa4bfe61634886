"""A sitting entered in one go (S7.4)."""

from __future__ import annotations

from services.evaluations.domain import catalogue
from services.evaluations.domain.sitting.answers import Question
from services.evaluations.domain.sitting.assessments import Verdict
from services.evaluations.domain.sitting.completing import CompleteEvaluation
from services.evaluations.domain.sitting.evaluations import Evaluations, Manner
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.eventbase.act import Act
from shared.eventbase.together import EnterTogether, Entry, placeholder
from tests.unit.evaluations.case import (
    AGREEMENTS,
    BOTTOM_LINES,
    LATE,
    MIRJAM,
    answer,
    assess,
    family,
    rate,
)

HELD = "2025-03-14 10:00"
SITTING = placeholder("evaluatie")


def sitting(*more: Act) -> EnterTogether:
    """One that begins with the evaluation, which all that follows points at."""
    begun = StartEvaluation(plan_version=1, manner=Manner.DELIBERATION, participants=(MIRJAM,))
    entries = (Entry(begun, "evaluatie"), *(Entry(act) for act in more))
    return EnterTogether(entries=entries)


def whole() -> list[Act]:
    """Everything that an evaluation needs before it is complete."""
    said = [answer(SITTING, question) for question in Question]
    items = [assess(SITTING, item) for item in (*BOTTOM_LINES, *AGREEMENTS)]
    return [rate(SITTING, MIRJAM, 6), *said, *items]


def test_an_evaluation_is_held_and_completed_in_one_request() -> None:
    """S7.4: from the first number to the completion, one transaction."""
    case = family()
    events = case.do(sitting(*whole(), CompleteEvaluation(evaluation=SITTING)), HELD)
    evaluation = events[0].evaluation
    assert {event.evaluation for event in events} == {evaluation}
    assert set(case.state()[Evaluations].completed) == {evaluation}


def test_an_evaluation_that_is_not_complete_takes_the_whole_meeting_back() -> None:
    """S7.4: what is missing is named, and nothing is half recorded."""
    case = family()
    lacking = sitting(*whole()[:-1], CompleteEvaluation(evaluation=SITTING))
    assert case.refused(lacking, HELD)
    assert not case.state()[Evaluations].all


def test_what_is_not_known_of_an_item_is_an_answer_that_stays_in_sight() -> None:
    """W8.1: "onbekend" completes the evaluation and is flagged."""
    case = family()
    unknown = assess(SITTING, AGREEMENTS[-1], Verdict.UNKNOWN)
    case.do(sitting(*whole()[:-1], unknown, CompleteEvaluation(evaluation=SITTING)), HELD)
    assert "onderdeel-onbekend" in {p.rule for p in catalogue.open_points(case.state(), LATE)}
