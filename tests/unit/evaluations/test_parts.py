"""Starting an evaluation and recording its parts."""

import pytest

from services.evaluations.domain import catalogue
from services.evaluations.domain.followed.events import PlanEnded
from services.evaluations.domain.sitting.answering import AnswerQuestion
from services.evaluations.domain.sitting.answers import Question
from services.evaluations.domain.sitting.evaluations import AbsenceReason, Absent, Manner
from services.evaluations.domain.sitting.rating import RateSafety
from services.evaluations.domain.sitting.ratings import ENDS, ScaleQuestion
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.eventbase.unknown import NotYetKnown
from tests.unit.evaluations.case import (
    ELS,
    LATE,
    MIRJAM,
    answer,
    assess,
    at,
    evaluated,
    family,
    rate,
    start,
    uid,
    version,
)

HELD = "2025-03-14 10:00"


def begin(**changes: object) -> StartEvaluation:
    """A sound start, with something else about it."""
    sound = {"plan_version": 1, "manner": Manner.DELIBERATION, "participants": (MIRJAM,)}
    return StartEvaluation(**{**sound, **changes})  # type: ignore[arg-type]


def test_a_version_that_was_not_followed_yet_is_waited_for():
    """Design 2: the sender tries again in a moment; nothing is recorded."""
    case = family()
    with pytest.raises(NotYetKnown):
        case.do(begin(plan_version=2), HELD)


def test_an_older_version_may_be_judged_and_is_flagged():
    """W8.1: what people evaluated is recorded as it was."""
    case = family()
    case.follow(version(2), "2025-03-12 10:00")
    evaluation = start(case, HELD, plan_version=1)
    points = catalogue.open_points(case.state(), LATE)
    assert [p.rule for p in points] == ["oudere-versie-beoordeeld"]
    assert str(evaluation) in points[0].message


def test_an_evaluation_has_people():
    """W8.1: with those involved."""
    assert family().refused(begin(participants=()), HELD) == {"evaluatie-zonder-deelnemers"}


def test_strangers_are_no_participants_and_nobody_is_there_and_absent():
    """W7.1: all who are wrong are named at once."""
    absent = (Absent(MIRJAM, AbsenceReason.UNABLE), Absent(uid(99), AbsenceReason.UNABLE))
    broken = family().refused(begin(participants=(MIRJAM, uid(98)), absent=absent), HELD)
    assert broken == {"persoon-onbekend", "aanwezig-en-afwezig"}


def test_a_closed_plan_is_not_evaluated_any_more_but_late_recording_is_possible():
    """W0.6: what was held before the end may still be written down."""
    case = family()
    case.follow(PlanEnded(), "2025-06-01 10:00")
    assert case.refused(begin(), "2025-06-02 10:00") == {"plan-afgesloten"}
    assert case.do(begin(effective_at=at("2025-05-30 10:00")), "2025-06-02 11:00")


def test_an_unknown_evaluation_takes_nothing():
    """W8.1: a part belongs somewhere."""
    case = family()
    for act in (rate(uid(5), ELS, 3), answer(uid(5), Question.GOING_WELL)):
        assert case.refused(act) == {"evaluatie-onbekend"}


@pytest.mark.parametrize(("value", "declined"), [(None, False), (5, True)])
def test_a_rating_is_a_number_or_a_refusal_to_give_one(value: int | None, declined: bool):
    """S7.4: not both, not neither."""
    case = family()
    act = RateSafety(
        evaluation=start(case, HELD),
        person=ELS,
        question=ScaleQuestion.SAFETY,
        value=value,
        declined=declined,
    )
    assert case.refused(act) == {"waardering-of-niet-zeggen"}


@pytest.mark.parametrize("value", [-1, 11])
def test_the_scale_runs_from_zero_to_ten(value: int):
    """S6.3."""
    case = family()
    assert case.refused(rate(start(case, HELD), ELS, value)) == {"waardering-buiten-schaal"}


def test_an_item_outside_the_judged_version_is_not_assessed():
    """W8.1: the evaluation is of a version."""
    case = family()
    act = assess(start(case, HELD), uid(77))
    assert case.refused(act) == {"onderdeel-niet-in-versie"}


def test_an_answer_of_somebody_unknown_is_refused():
    """S7.4: an entry has a holder whom we know, or none."""
    case = family()
    act = AnswerQuestion(
        evaluation=start(case, HELD), question=Question.GOING_WELL, text="x", holder=uid(98)
    )
    assert case.refused(act) == {"persoon-onbekend"}


def test_a_version_without_a_rhythm_is_flagged():
    """W8.2: on the acute path it may come later, and stays in sight."""
    case = family()
    case.follow(version(2, schedule=None), "2025-03-12 10:00")
    assert [p.rule for p in catalogue.open_points(case.state(), LATE)] == ["geen-evaluatieritme"]


def test_nothing_is_flagged_when_nothing_is_open():
    """A flag that is always up is not seen."""
    case = family()
    evaluated(case, HELD)
    assert catalogue.open_points(case.state(), LATE) == []


@pytest.mark.parametrize(("heard", "flags"), [(False, {"afwezige-niet-gehoord"}), (True, set())])
def test_who_was_not_there_is_heard_in_another_way_or_stays_in_sight(heard: bool, flags: set[str]):
    """W8.1: until the next evaluation."""
    case = family()
    absent = (Absent(ELS, AbsenceReason.UNABLE, heard_otherwise=heard),)
    case.do(begin(absent=absent), HELD)
    assert {p.rule for p in catalogue.open_points(case.state(), LATE)} == flags
    start(case, "2025-03-21 10:00")
    assert catalogue.open_points(case.state(), LATE) == []


def test_each_scale_says_what_its_ends_mean():
    """S6.3: safe is good and worried is bad."""
    assert set(ENDS) == set(ScaleQuestion)
    assert ENDS[ScaleQuestion.SAFETY].ten != ENDS[ScaleQuestion.WORRY].ten
