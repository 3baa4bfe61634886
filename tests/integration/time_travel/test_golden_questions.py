"""The ten questions of an inspector, as they were answered by hand before the code ran."""

from __future__ import annotations

import pytest

from tests.integration.time_travel.golden_case import OVERSIGHT, Cases, Pair, golden
from tests.integration.time_travel.golden_questions import Question
from tests.integration.time_travel.golden_reading import PLANS

QUESTIONS = golden("questions")["vragen"]


@pytest.fixture(params=QUESTIONS)
def question(request: pytest.FixtureRequest, cases: Cases) -> Question:
    """Each of them, asked for the day that was chosen for it."""
    number = str(request.param)
    return Question(number, cases[QUESTIONS[number]["casus"]])


@pytest.mark.parametrize("key", ["zoalsToenBekend", "zoalsNuBekend"])
def test_a_question_is_answered_as_it_was_by_hand_and_with_nothing_beyond_it(
    question: Question, key: str
):
    """Domain 3.10: for date X, as known on X and as known now."""
    assert question.said(key) == question.by_hand(key)


def test_every_service_was_asked_and_what_is_still_to_come_is_said_in_words(question: Question):
    """Design 3: no part is left out in silence."""
    assert question.answered["nietGekregen"] == []
    said = " ".join(question.answered["volgtNog"])
    words = question.written.get("volgtNogOver", [])
    assert [word for word in words if word not in said] == []
    assert bool(said) == bool(words)


@pytest.mark.parametrize("number", QUESTIONS)
def test_of_a_day_before_the_dossier_existed_nothing_can_be_asked(cases: Cases, number: str):
    """Domain 4.2, case A: on Sunday the assault had happened, and there was no dossier."""
    sunday = golden("case_a")["bestondNogNiet"][0]["geldigOp"]
    asked = cases["a"].ask(OVERSIGHT, PLANS, f"/vragen/{number}", Pair(sunday, None))
    assert asked.status == 404


def test_there_are_ten_questions():
    """Domain 3.10 has ten, and each has its answer."""
    assert [int(number) for number in QUESTIONS] == list(range(1, 11))
