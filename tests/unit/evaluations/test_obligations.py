"""What must be done, by when, and what alone settles it."""

from datetime import date, timedelta
from uuid import UUID

from services.evaluations.domain import catalogue
from services.evaluations.domain.course.obligations import ADJUSTMENT, ASSESSMENT, EVALUATION
from services.evaluations.domain.followed.events import PlanEnded, UnsafetyJudged
from services.evaluations.domain.followed.values import Cause, CauseKind, Rhythm, Unsafety
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.incidents.triage import AssessIncident, Severity
from shared.eventbase.obligation import Obligation
from tests.unit.evaluations.case import ELS as ELS_ID
from tests.unit.evaluations.case import TERMS, Case, at, evaluated, family, version

FRIDAY = "2025-03-14 10:00"


def duties(case: Case, duty: str) -> list[Obligation]:
    """The obligations of one kind."""
    return [each for each in case.obligations() if each.duty == duty]


def report(case: Case, now: str, **more: object) -> UUID:
    """An incident that a worker hears of from grandmother; gives its id."""
    act = ReportIncident(what="x", reporter=ELS_ID, **more)  # type: ignore[arg-type]
    incident: UUID = case.do(act, now)[0].incident
    return incident


def judge(case: Case, incident: UUID, now: str, severity: Severity = Severity.OTHER) -> None:
    """A worker assesses an incident."""
    act = AssessIncident(incident=incident, severity=severity, classification="x", action="y")
    case.do(act, now)


def adjust(case: Case, number: int, cause: Cause, now: str) -> UUID:
    """A version for a cause; gives the id of its event."""
    return case.follow(version(number, cause), now)


def test_a_reported_incident_asks_for_an_assessment_at_once():
    """W9.1, R25: Saturday evening, safety worsened, 4 clock hours."""
    case = family()
    incident = report(case, "2025-05-24 19:50", safety_worsened=True)
    [due] = duties(case, ASSESSMENT)
    assert (due.about, due.due_at) == (incident, at("2025-05-24 23:50"))
    assert not due.overdue(at("2025-05-24 23:49"))
    assert due.overdue(at("2025-05-24 23:50"))


def test_an_incident_that_did_not_worsen_safety_waits_one_working_day():
    """R25: reported on Saturday, assessed by the end of Monday in the Netherlands."""
    case = family()
    report(case, "2025-05-24 19:50")
    [due] = duties(case, ASSESSMENT)
    assert due.due_at == at("2025-05-26 22:00")


def test_the_clock_of_an_incident_starts_when_it_was_heard_of():
    """Amendment: typed in on Monday, known on Sunday."""
    case = family()
    report(case, "2025-05-26 09:00", safety_worsened=True, learned_at=at("2025-05-25 12:00"))
    [due] = duties(case, ASSESSMENT)
    assert due.due_at == at("2025-05-25 16:00")


def test_an_assessment_settles_its_own_incident_only():
    """W9.1: two incidents, one assessed."""
    case = family()
    first = report(case, "2025-05-24 19:50")
    second = report(case, "2025-05-24 20:50")
    judge(case, first, "2025-05-24 21:00")
    assert {d.about: d.settled is not None for d in duties(case, ASSESSMENT)} == {
        first: True,
        second: False,
    }


def test_a_completed_evaluation_asks_for_an_adjustment_in_five_working_days():
    """W8.3, R22: completed on Friday, due at the end of next Friday; then a supervisor's too."""
    case = family()
    evaluation = evaluated(case, FRIDAY)
    [due] = duties(case, ADJUSTMENT)
    assert (due.rule, due.about, due.due_at) == ("R22", evaluation, at("2025-03-21 23:00"))
    assert not due.is_with_supervisor(at("2025-03-21 22:59"))
    assert due.is_with_supervisor(at("2025-03-21 23:00"))


def test_only_a_version_that_names_the_evaluation_settles_it():
    """W8.3: an adjustment for another reason is no follow-up."""
    case = family()
    evaluation = evaluated(case, FRIDAY)
    adjust(case, 2, Cause(CauseKind.REQUEST), "2025-03-14 12:00")
    assert duties(case, ADJUSTMENT)[0].settled is None
    made = adjust(case, 3, Cause(CauseKind.EVALUATION, evaluation), "2025-03-14 13:00")
    settled = duties(case, ADJUSTMENT)[0].settled
    assert settled is not None and settled.event_id == made


def test_a_second_evaluation_does_not_swallow_the_first_ones_obligation():
    """W8.3: the adjustment after the second leaves the first one open."""
    case = family()
    first = evaluated(case, FRIDAY)
    second = evaluated(case, "2025-03-21 10:00")
    adjust(case, 2, Cause(CauseKind.EVALUATION, second), "2025-03-21 12:00")
    assert {d.about: d.settled is not None for d in duties(case, ADJUSTMENT)} == {
        first: False,
        second: True,
    }


def test_after_a_serious_incident_the_plan_is_adjusted_within_a_day():
    """R23: 24 clock hours, also at the weekend."""
    case = family()
    incident = report(case, "2025-05-24 19:50")
    judge(case, incident, "2025-05-24 20:40", Severity.SERIOUS)
    [due] = duties(case, ADJUSTMENT)
    assert (due.rule, due.due_at) == ("R23", at("2025-05-25 20:40"))


def test_after_another_incident_it_is_three_working_days():
    """R23: from Saturday to the end of Wednesday."""
    case = family()
    judge(case, report(case, "2025-05-24 19:50"), "2025-05-24 20:40")
    assert duties(case, ADJUSTMENT)[0].due_at == at("2025-05-28 22:00")


def test_while_the_situation_is_acute_every_incident_takes_a_day():
    """R23: and no longer when a later judgement says otherwise."""
    case = family(acute=True)
    judge(case, report(case, "2025-03-11 10:00"), "2025-03-11 11:00")
    case.follow(UnsafetyJudged(Unsafety.STRUCTURAL), "2025-04-07 10:00")
    judge(case, report(case, "2025-04-08 10:00"), "2025-04-08 11:00")
    dues = [due.due_at for due in duties(case, ADJUSTMENT)]
    assert dues == [at("2025-03-12 11:00"), at("2025-04-11 22:00")]


def test_a_second_judgement_makes_the_term_shorter_and_never_longer():
    """R23: what turns out worse is due sooner."""
    case = family()
    incident = report(case, "2025-05-24 19:50")
    judge(case, incident, "2025-05-24 20:40")
    judge(case, incident, "2025-05-25 09:00", Severity.SERIOUS)
    judge(case, incident, "2025-05-25 10:00")
    [due] = duties(case, ADJUSTMENT)
    assert due.due_at == at("2025-05-26 09:00")


def test_a_version_that_names_the_incident_before_it_was_assessed_settles_it():
    """Amendment on breach: an adjustment may precede the finding."""
    case = family()
    incident = report(case, "2025-05-24 19:50")
    adjust(case, 2, Cause(CauseKind.INCIDENT, incident), "2025-05-24 20:00")
    judge(case, incident, "2025-05-24 20:40", Severity.SERIOUS)
    [due] = duties(case, ADJUSTMENT)
    assert due.settled is not None and not due.settled_late


def test_what_was_settled_too_late_stays_visible_as_late():
    """Domain.md 3.10: delays are shown."""
    case = family()
    evaluation = evaluated(case, FRIDAY)
    adjust(case, 2, Cause(CauseKind.EVALUATION, evaluation), "2025-03-24 12:00")
    [due] = duties(case, ADJUSTMENT)
    assert due.settled_late
    assert not due.overdue(at("2025-03-25 12:00"))


def test_the_first_evaluation_is_due_on_the_agreed_day_and_overdue_one_day_later():
    """W8.2, R20: due on Friday 14 March; a supervisor's too after five working days."""
    [due] = duties(family(), EVALUATION)
    assert not due.is_with_supervisor(at("2025-03-21 22:59"))
    assert due.is_with_supervisor(at("2025-03-21 23:00"))
    assert not due.overdue(at("2025-03-14 22:59"))
    assert due.overdue(at("2025-03-14 23:00"))


def test_after_an_evaluation_the_next_one_is_so_many_weeks_later():
    """W8.2: "elke 2 weken", counted from the day it was held."""
    case = family()
    case.follow(version(2, schedule=Rhythm(date(2025, 3, 14), 2)), "2025-03-11 10:00")
    evaluated(case, "2025-03-17 10:00")
    first, second, third = duties(case, EVALUATION)
    assert first.settled is not None and second.settled is not None
    assert third.due_at == at("2025-03-31 22:00")
    assert third.settled is None


def test_a_newly_agreed_rhythm_begins_with_its_own_first_day():
    """W8.2, case A: on 7 April, next in 5 weeks."""
    case = family()
    evaluated(case, "2025-04-07 10:00")
    case.follow(version(2, schedule=Rhythm(date(2025, 5, 12), 6)), "2025-04-07 15:00")
    assert duties(case, EVALUATION)[-1].due_at == at("2025-05-12 22:00")


def test_a_rhythm_agreed_at_the_evaluation_itself_comes_after_it():
    """W8.2: both recorded with the same moment; the agreed first day counts."""
    case = family()
    evaluated(case, "2025-04-07 10:00")
    case.follow(version(2, schedule=Rhythm(date(2025, 5, 12), 6)), "2025-04-07 10:00")
    assert duties(case, EVALUATION)[-1].due_at == at("2025-05-12 22:00")


def test_a_version_that_keeps_the_rhythm_does_not_move_the_day():
    """W8.2: confirming the plan unchanged is no postponement."""
    case = family()
    evaluated(case, FRIDAY)
    before = duties(case, EVALUATION)
    case.follow(version(2), "2025-03-18 10:00")
    assert duties(case, EVALUATION) == before


def test_an_evaluation_that_was_begun_and_not_completed_settles_nothing():
    """R21: half an evaluation is none."""
    case = family()
    evaluation = evaluated(case, FRIDAY)
    before = [r for r in case.history if r.event.TOPIC != "evaluation.completed"]
    case.history = before
    assert evaluation
    assert duties(case, EVALUATION)[0].settled is None
    assert duties(case, ADJUSTMENT) == []


def test_a_closed_plan_is_not_evaluated_any_more():
    """W0.6: nothing is due after the end."""
    case = family()
    case.follow(PlanEnded(), "2025-03-13 10:00")
    [due] = duties(case, EVALUATION)
    assert due.settled is not None


def test_an_earlier_moment_shows_what_was_due_then():
    """Design 3: seen on 15 March, the adjustment of 17 March had not been made."""
    case = family()
    evaluation = evaluated(case, FRIDAY)
    adjust(case, 2, Cause(CauseKind.EVALUATION, evaluation), "2025-03-17 12:00")
    then = case.state(valid=at("2025-03-15 12:00"))
    [due] = [each for each in catalogue.obligations(then, TERMS) if each.duty == ADJUSTMENT]
    assert due.settled is None
    assert due.due_at - due.opened.at > timedelta(days=5)


def test_nothing_had_to_be_done_about_what_nobody_had_heard_of_yet():
    """Amendment: it happened on Saturday and was heard of on Monday; on Sunday nothing was due."""
    case = family()
    report(
        case,
        "2025-05-26 09:00",
        effective_at=at("2025-05-24 19:30"),
        learned_at=at("2025-05-26 08:00"),
    )
    sunday, monday = at("2025-05-25 12:00"), at("2025-05-26 12:00")
    owed = [catalogue.obligations_at(case.state(valid=day), TERMS, day) for day in (sunday, monday)]
    assert [sum(due.duty == ASSESSMENT for due in each) for each in owed] == [0, 1]
