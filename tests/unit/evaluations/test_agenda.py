"""What the next evaluation is about, and what it must ask (W10.4, W5.3, W6.3)."""

from datetime import date
from uuid import UUID

import pytest

from services.evaluations.domain import catalogue
from services.evaluations.domain.followed.course_events import (
    CarePlaced,
    ComplicatingFactorFound,
    FactorLookedAt,
    HelpAgreed,
    HelpMoved,
    HelpStatus,
    PlacedElsewhere,
    PlacedIn,
    PlacementEnded,
    ReductionPlanned,
    RiskFactorFound,
    StatementWithdrawn,
    Trend,
)
from services.evaluations.domain.followed.values import ItemKind, PlanItem
from services.evaluations.domain.preparing.agenda import Point, Topic, agenda
from services.evaluations.domain.sitting.assessments import Verdict
from services.evaluations.domain.sitting.completing import CompleteEvaluation
from shared.eventbase.event import Event
from tests.unit.evaluations.case import (
    A1,
    A2,
    B1,
    B2,
    TERMS,
    Case,
    assess,
    at,
    family,
    fill,
    start,
    uid,
    version,
)
from tests.unit.evaluations.course_history import (
    CARE,
    DEBTS,
    ELSEWHERE,
    GOAL,
    HELP,
    HERE,
    REDUCTION,
    RISK,
)
from tests.unit.evaluations.test_breaches import broken
from tests.unit.evaluations.test_repeated import held


def points(case: Case, now: str = "2025-06-01 10:00") -> list[Point]:
    """The agenda of an evaluation on that day."""
    moment = at(now)
    owed = catalogue.obligations(case.state(), TERMS)
    return agenda(case.state(valid=moment), TERMS, moment.date(), moment, owed)


def about(case: Case, *topics: Topic) -> list[tuple[Topic, UUID | None]]:
    """The points of some kinds."""
    return [(p.topic, p.item) for p in points(case) if p.topic in topics]


def test_a_goal_that_was_placed_in_the_support_plan_is_on_the_agenda_and_must_be_answered():
    """W10.4: given a goal placed there, the next evaluation has it: "elders belegd: stand?"."""
    case = family()
    case.follow(PlacedElsewhere(GOAL), "2025-03-12 10:00")
    [point] = [p for p in points(case) if p.topic is Topic.ELSEWHERE]
    assert (point.item, point.since, point.must) == (GOAL, at("2025-03-12 10:00"), True)
    evaluation = start(case, "2025-03-14 10:00")
    fill(case, evaluation)
    [lacking] = case.broken(CompleteEvaluation(evaluation=evaluation))
    assert (lacking.rule, lacking.paragraph) == ("elders-belegd-niet-gevraagd", "W10.4")
    assert str(GOAL) in lacking.message
    case.do(assess(evaluation, GOAL, Verdict.PARTLY))
    case.do(CompleteEvaluation(evaluation=evaluation))


def test_risk_driven_care_in_the_support_plan_is_asked_about_here():
    """W3.3: with a reference it is listed, and still asked about at evaluations."""
    case = family()
    case.follow(CarePlaced(CARE, PlacedIn.SUPPORT_PLAN), "2025-03-12 10:00")
    case.follow(CarePlaced(uid(70), PlacedIn.SAFETY_PLAN), "2025-03-12 10:00")
    assert about(case, Topic.ELSEWHERE) == [(Topic.ELSEWHERE, CARE)]


@pytest.mark.parametrize(
    "end",
    [
        PlacementEnded(GOAL),
        StatementWithdrawn(GOAL),
        FactorLookedAt(RISK, Trend.GONE),
        HelpMoved(HELP, HelpStatus.COMPLETED),
    ],
)
def test_what_is_elsewhere_no_longer_is_asked_about_no_longer(end: Event):
    """W10.4: taken out, withdrawn, gone or done; one of them ends and the others stay."""
    case = family()
    case.follow(PlacedElsewhere(GOAL), "2025-03-12 10:00")
    case.follow(ReductionPlanned(REDUCTION, RISK, ELSEWHERE), "2025-03-12 10:00")
    case.follow(HelpAgreed(HELP, HelpStatus.WAITING, ELSEWHERE), "2025-03-12 10:00")
    case.follow(ReductionPlanned(uid(71), RISK, HERE), "2025-03-12 10:00")
    case.follow(HelpAgreed(uid(72), HelpStatus.COMPLETED, ELSEWHERE), "2025-03-12 10:00")
    assert len(about(case, Topic.ELSEWHERE)) == 3
    case.follow(end, "2025-03-13 10:00")
    assert len(about(case, Topic.ELSEWHERE)) == 2


def test_only_what_one_could_know_of_must_be_answered():
    """W10.4: placed later, or typed in later than the evaluation was held."""
    case = family()
    evaluation = start(case, "2025-03-14 10:00")
    case.follow(PlacedElsewhere(GOAL), "2025-03-13 10:00", "2025-03-20 10:00")
    case.follow(PlacedElsewhere(CARE), "2025-03-15 10:00")
    fill(case, evaluation)
    case.do(assess(evaluation, GOAL))
    assert case.refused(assess(evaluation, CARE)) == {"onderdeel-niet-in-versie"}
    case.do(CompleteEvaluation(evaluation=evaluation))


def test_an_agreement_that_is_elsewhere_too_is_one_point():
    """W10.4: it is assessed as what it is; once it left the plan nobody asks about it."""
    case = family()
    case.follow(PlacedElsewhere(A1), "2025-03-12 10:00")
    assert about(case, Topic.ELSEWHERE) == []
    assert (Topic.AGREEMENT, A1) in about(case, Topic.AGREEMENT)
    case.follow(version(2, items=[PlanItem(B1, ItemKind.BOTTOM_LINE)]), "2025-03-13 10:00")
    assert about(case, Topic.ELSEWHERE, Topic.AGREEMENT) == []


def test_risk_and_complicating_factors_are_both_asked_about_and_apart():
    """W5.3: debts that keep it going do not stand among the risk factors."""
    case = family()
    case.follow(RiskFactorFound(RISK), "2025-04-07 10:00")
    case.follow(ComplicatingFactorFound(DEBTS), "2025-04-07 10:00")
    both = (Topic.RISK_FACTOR, Topic.COMPLICATING_FACTOR)
    assert about(case, *both) == [(both[0], RISK), (both[1], DEBTS)]
    case.follow(FactorLookedAt(RISK, Trend.GONE), "2025-04-08 10:00")
    assert about(case, *both) == [(both[1], DEBTS)]
    case.follow(FactorLookedAt(RISK, Trend.LARGER), "2025-04-09 10:00")
    assert about(case, *both) == [(both[0], RISK), (both[1], DEBTS)]


def test_a_waiting_list_is_on_the_agenda_since_the_waiting_began():
    """W6.3: WAITING for ten weeks; said again, it does not begin again; begun, it is over."""
    case = family()
    case.follow(HelpAgreed(HELP, HelpStatus.REFERRED, HERE), "2025-03-11 10:00")
    case.follow(HelpMoved(HELP, HelpStatus.WAITING), "2025-03-23 10:00")
    case.follow(HelpMoved(HELP, HelpStatus.WAITING), "2025-04-23 10:00")
    [point] = [p for p in points(case) if p.topic is Topic.WAITING_FOR_HELP]
    assert (point.item, point.since, point.must) == (HELP, at("2025-03-23 10:00"), False)
    case.follow(HelpMoved(HELP, HelpStatus.STARTED), "2025-05-23 10:00")
    assert about(case, Topic.WAITING_FOR_HELP) == []


def test_what_ends_within_two_weeks_or_has_ended_is_on_the_agenda():
    """R34: fourteen days ahead; what has ended need not be assessed."""
    case = family()
    items = [
        PlanItem(A1, ItemKind.AGREEMENT, None, date(2025, 6, 15)),
        PlanItem(A2, ItemKind.AGREEMENT, None, date(2025, 5, 31)),
        PlanItem(B1, ItemKind.BOTTOM_LINE),
        PlanItem(B2, ItemKind.AGREEMENT, None, date(2025, 6, 16)),
        PlanItem(uid(73), ItemKind.AGREEMENT, date(2025, 7, 1)),
    ]
    case.follow(version(2, items=items), "2025-03-12 10:00")
    ending, bottom, other = Topic.ENDING_AGREEMENT, Topic.BOTTOM_LINE, Topic.AGREEMENT
    found = [(p.topic, p.item, p.must) for p in points(case)]
    assert found == [(ending, A1, True), (ending, A2, False), (bottom, B1, True), (other, B2, True)]
    ends = [date(2025, 6, 15), date(2025, 5, 31), None, date(2025, 6, 16)]
    assert [p.until for p in points(case)] == ends


def test_what_goes_wrong_again_stays_on_the_agenda_until_it_is_considered():
    """R12, R28: twice is a point of its own."""
    case = family()
    held(case, "2025-03-27 10:00", Verdict.NO)
    held(case, "2025-05-22 10:00", Verdict.NO)
    assert about(case, Topic.GOING_WRONG_AGAIN) == [(Topic.GOING_WRONG_AGAIN, B2)]


def test_an_agreement_that_is_broken_again_is_a_point_since_that_was_concluded():
    """R28, W10.4: and a factor since it was found."""
    case = family()
    case.follow(RiskFactorFound(RISK), "2025-03-11 10:00")
    broken(case, "2025-03-31 10:00")
    broken(case, "2025-05-26 10:00")
    found = [(p.topic, p.item, p.since) for p in points(case) if p.since]
    assert found == [
        (Topic.RISK_FACTOR, RISK, at("2025-03-11 10:00")),
        (Topic.GOING_WRONG_AGAIN, A1, at("2025-05-26 10:00:01")),
    ]
