"""A bottom line that is not met twice running."""

from uuid import UUID

from services.evaluations.domain import catalogue
from services.evaluations.domain.considering.repeated import UNMET
from services.evaluations.domain.followed.values import ItemKind, PlanItem
from services.evaluations.domain.sitting.answers import Question
from services.evaluations.domain.sitting.assessments import Verdict
from services.evaluations.domain.sitting.completing import CompleteEvaluation
from tests.unit.evaluations.case import (
    A1,
    B1,
    B2,
    ELS,
    TERMS,
    Case,
    answer,
    assess,
    at,
    family,
    fill,
    rate,
    start,
    uid,
    version,
)
from tests.unit.evaluations.test_breaches import consider
from tests.unit.evaluations.test_obligations import duties


def held(case: Case, now: str, verdict: Verdict, item: UUID = B2) -> None:
    """A complete evaluation with one verdict that is not good."""
    evaluation = start(case, now)
    fill(case, evaluation)
    case.do(assess(evaluation, item, verdict))
    case.do(CompleteEvaluation(evaluation=evaluation))


def test_a_bottom_line_not_met_in_two_evaluations_running_asks_for_a_consideration():
    """R12, case B: due two working days after the second; and again after the third."""
    case = family()
    held(case, "2025-03-27 10:00", Verdict.NO)
    assert duties(case, UNMET) == []
    held(case, "2025-05-22 10:00", Verdict.NO)
    [due] = duties(case, UNMET)
    assert (due.rule, due.about, due.due_at) == ("R12", B2, at("2025-05-26 22:00"))
    # As R10: Ascension Day lies between.
    assert due.supervisor_at == at("2025-05-30 22:00")
    case.do(consider(B2), "2025-06-19 10:00")
    held(case, "2025-07-03 10:00", Verdict.NO)
    first, second = duties(case, UNMET)
    assert first.settled_late and second.settled is None


def test_once_or_partly_or_with_a_good_time_between_is_not_twice_running():
    """R12: consecutive, and not met."""
    for verdicts in (
        (Verdict.NO, Verdict.PARTLY),
        (Verdict.UNKNOWN, Verdict.NO),
        (Verdict.NO, Verdict.YES, Verdict.NO),
    ):
        case = family()
        for week, verdict in enumerate(verdicts):
            held(case, f"2025-04-{7 + 7 * week:02} 10:00", verdict)
        assert duties(case, UNMET) == []


def test_an_agreement_that_is_not_kept_twice_running_is_no_bottom_line():
    """R12 is of bottom lines; R28 of agreements."""
    case = family()
    for day in ("2025-03-27 10:00", "2025-05-22 10:00"):
        held(case, day, Verdict.NO, A1)
    assert duties(case, UNMET) == []


def test_another_bottom_line_is_another_matter():
    """R12: the same one twice."""
    case = family()
    held(case, "2025-03-27 10:00", Verdict.NO, B1)
    held(case, "2025-05-22 10:00", Verdict.NO, B2)
    assert duties(case, UNMET) == []


def test_bottom_lines_that_are_unmet_twice_are_told_in_one_order():
    """R12, design 2: by their ids, whatever order they were assessed or came in."""
    lines = [uid(number) for number in (100, 107, 114)]
    case = family()
    items = [PlanItem(line, ItemKind.BOTTOM_LINE) for line in lines]
    case.follow(version(2, items=items), "2025-03-11 10:00")
    for day, verdict in ((12, Verdict.NO), (13, Verdict.NO), (14, Verdict.YES)):
        evaluation = start(case, f"2025-03-{day} 10:00", 2, (ELS,))
        for line in reversed(lines):
            case.do(assess(evaluation, line, verdict))
        case.do(rate(evaluation, ELS, 6))
        for question in Question:
            case.do(answer(evaluation, question))
        case.do(CompleteEvaluation(evaluation=evaluation))
    for state in (case.state(), case.backwards()):
        found = [each for each in catalogue.obligations(state, TERMS) if each.duty == UNMET]
        assert [each.about for each in found] == lines
        assert {each.opened.at.day for each in found} == {13}
