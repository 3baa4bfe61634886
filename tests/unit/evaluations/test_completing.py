"""An evaluation is complete when all four questions and all items in force are done."""

from datetime import date

import pytest

from services.evaluations.domain.followed.values import ItemKind, PlanItem
from services.evaluations.domain.sitting.answers import Question
from services.evaluations.domain.sitting.assessments import Verdict
from services.evaluations.domain.sitting.completing import CompleteEvaluation
from services.evaluations.domain.sitting.evaluations import Evaluations
from services.evaluations.domain.sitting.ratings import ScaleQuestion
from tests.unit.evaluations.case import (
    A6,
    AGREEMENTS,
    B1,
    BOTTOM_LINES,
    ELS,
    ITEMS,
    MIRJAM,
    answer,
    assess,
    evaluated,
    family,
    fill,
    rate,
    start,
    uid,
    version,
)

HELD = "2025-03-14 10:00"


def test_a_complete_evaluation_is_completed():
    """W8.1: everything was asked and assessed."""
    case = family()
    evaluation = evaluated(case, HELD)
    assert evaluation in case.state()[Evaluations].completed


def test_eight_of_nine_items_assessed_is_refused_and_the_missing_one_is_named():
    """W8.1: 3 bottom lines and 6 agreements, 8 assessed."""
    case = family()
    evaluation = start(case, HELD)
    for who in (MIRJAM, ELS):
        case.do(rate(evaluation, who, 6))
    for question in Question:
        case.do(answer(evaluation, question))
    for item in (*BOTTOM_LINES, *AGREEMENTS[:-1]):
        case.do(assess(evaluation, item))
    [broken] = case.broken(CompleteEvaluation(evaluation=evaluation))
    assert broken.rule == "afspraak-niet-beoordeeld"
    assert str(A6) in broken.message


def test_a_bottom_line_that_nobody_looked_at_is_named_too():
    """W8.1, T2: the WHAT is evaluated as well as the HOW."""
    case = family()
    evaluation = start(case, HELD)
    for who in (MIRJAM, ELS):
        case.do(rate(evaluation, who, 6))
    for question in Question:
        case.do(answer(evaluation, question))
    for item in (*BOTTOM_LINES[1:], *AGREEMENTS):
        case.do(assess(evaluation, item))
    [broken] = case.broken(CompleteEvaluation(evaluation=evaluation))
    assert broken.rule == "bodemeis-niet-beoordeeld"
    assert str(BOTTOM_LINES[0]) in broken.message


def test_unknown_is_an_answer():
    """W8.1: "onbekend" is allowed."""
    case = family()
    evaluation = start(case, HELD)
    fill(case, evaluation)
    case.do(assess(evaluation, B1, Verdict.UNKNOWN))
    assert case.do(CompleteEvaluation(evaluation=evaluation))


def test_would_rather_not_say_is_an_answer_to_question_one():
    """S7.4: complete with one "wil niet zeggen"."""
    case = family()
    evaluation = start(case, HELD)
    fill(case, evaluation, people=[MIRJAM])
    case.do(rate(evaluation, ELS, None))
    assert case.do(CompleteEvaluation(evaluation=evaluation))


def test_how_worried_somebody_is_does_not_answer_how_safe_it_is():
    """Amendment on ratings: S6.3 and S7.4 are never mixed."""
    case = family()
    evaluation = start(case, HELD)
    fill(case, evaluation, people=[MIRJAM])
    case.do(rate(evaluation, ELS, 8, question=ScaleQuestion.WORRY))
    [broken] = case.broken(CompleteEvaluation(evaluation=evaluation))
    assert broken.rule == "vraag-1-onbeantwoord"
    assert str(ELS) in broken.message


@pytest.mark.parametrize("left_out", list(Question))
def test_each_of_questions_two_three_and_four_must_have_an_answer(left_out: Question):
    """S7.4: with question 4 empty it is refused; so it is with 2 or 3."""
    case = family()
    evaluation = start(case, HELD)
    for who in (MIRJAM, ELS):
        case.do(rate(evaluation, who, 6))
    for question in set(Question) - {left_out}:
        case.do(answer(evaluation, question))
    for item in (*BOTTOM_LINES, *AGREEMENTS):
        case.do(assess(evaluation, item))
    assert case.refused(CompleteEvaluation(evaluation=evaluation)) == {"vraag-onbeantwoord"}


def test_all_that_is_missing_is_named_at_once():
    """R21: two ratings, three questions, nine items."""
    case = family()
    evaluation = start(case, HELD)
    broken = case.broken(CompleteEvaluation(evaluation=evaluation))
    assert len(broken) == 2 + 3 + 9
    assert len({b.message for b in broken}) == len(broken)


def test_only_what_is_in_force_on_the_day_of_the_evaluation_must_be_assessed():
    """S6.6: an agreement that ended, or begins later, is not asked for."""
    case = family()
    ended, later = uid(91), uid(92)
    items = (
        *ITEMS,
        PlanItem(ended, ItemKind.AGREEMENT, date(2025, 3, 1), date(2025, 3, 13)),
        PlanItem(later, ItemKind.AGREEMENT, date(2025, 3, 15)),
    )
    case.follow(version(2, items=items), "2025-03-11 10:00")
    evaluation = start(case, HELD, plan_version=2)
    fill(case, evaluation)
    assert case.do(CompleteEvaluation(evaluation=evaluation))


def test_the_judged_version_counts_and_not_a_newer_one():
    """W8.1: version 2 came while version 1 was being evaluated."""
    case = family()
    evaluation = start(case, HELD)
    fill(case, evaluation)
    extra = PlanItem(uid(93), ItemKind.AGREEMENT, date(2025, 3, 1))
    case.follow(version(2, items=(*ITEMS, extra)), "2025-03-14 10:30")
    assert case.do(CompleteEvaluation(evaluation=evaluation))


def test_nothing_can_be_added_after_completion():
    """W8.3: what was completed is what the plan is adjusted to."""
    case = family()
    evaluation = evaluated(case, HELD)
    for act in (
        rate(evaluation, ELS, 3),
        answer(evaluation, Question.ADJUSTMENTS),
        assess(evaluation, B1),
        CompleteEvaluation(evaluation=evaluation),
    ):
        assert case.refused(act) == {"evaluatie-afgerond"}
