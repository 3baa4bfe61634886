"""Taking back what was wrong, and only that."""

from uuid import UUID

from services.evaluations.domain import catalogue
from services.evaluations.domain.correction.correcting import CorrectEvent
from services.evaluations.domain.followed.events import PlanEnded
from services.evaluations.domain.incidents.incidents import Incidents
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.incidents.triage import AssessIncident, Severity
from services.evaluations.domain.sitting.completing import CompleteEvaluation
from services.evaluations.domain.sitting.evaluations import Evaluations, Manner
from services.evaluations.domain.sitting.ratings import Ratings
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from tests.unit.evaluations.case import (
    ELS,
    LATE,
    MIRJAM,
    NOOR,
    WORKER,
    Case,
    at,
    evaluated,
    family,
    fill,
    rate,
    start,
    uid,
)

HELD = "2025-03-14 10:00"


def found(case: Case, topic: str) -> UUID:
    """The id of the last event with this topic."""
    return [r.stamp.event_id for r in case.history if topic == r.event.TOPIC][-1]


def correct(voids: UUID, instead: Act | None = None) -> CorrectEvent:
    """A correction of one event."""
    return CorrectEvent(voids=voids, reason="Verkeerd ingetypt.", instead=instead)


def values(case: Case, evaluation: UUID) -> list[int | None]:
    """The numbers that count in an evaluation."""
    given = case.state()[Ratings].of[evaluation]
    return [r.words.content.value for r in given if r.words.content is not None]


def test_a_wrong_rating_no_longer_counts_and_the_right_one_does():
    """Domain.md 3.5: a new event points at the wrong one."""
    case = family()
    evaluation = start(case, HELD)
    case.do(rate(evaluation, ELS, 9))
    case.do(correct(found(case, "evaluation.safety-rated"), rate(evaluation, ELS, 6)))
    assert values(case, evaluation) == [6]


def test_a_completed_evaluation_takes_a_correction_and_nothing_else():
    """W8.3: and what was completed stays completed."""
    case = family()
    evaluation = evaluated(case, HELD)
    case.do(correct(found(case, "evaluation.safety-rated"), rate(evaluation, ELS, 2)))
    assert values(case, evaluation) == [6, 2]
    assert case.refused(rate(evaluation, ELS, 1)) == {"evaluatie-afgerond"}


def test_a_correction_is_decided_on_a_state_of_its_own():
    """Design 3: deciding changes nothing; only what is recorded does."""
    case = family()
    evaluation = evaluated(case, HELD)
    state, doing = case.state(), Doing(WORKER, case.now, lambda: uid(98))
    act = correct(found(case, "evaluation.safety-rated"), rate(evaluation, ELS, 2))
    catalogue.decide(state, act, doing)
    assert set(state[Evaluations].completed) == {evaluation}
    assert len(state[Ratings].of[evaluation]) == 2


def test_what_is_right_happened_when_the_mistake_was_said_to_have_happened():
    """W8.1: an evaluation of before the end is put right after it."""
    case = family()
    start(case, HELD)
    case.follow(PlanEnded(), "2025-03-20 10:00")
    right = StartEvaluation(plan_version=1, manner=Manner.DELIBERATION, participants=(NOOR,))
    case.now = at("2025-03-21 10:00")
    assert "plan-afgesloten" in case.refused(right)
    case.do(correct(found(case, "evaluation.started"), right))
    (held,) = case.state()[Evaluations].all.values()
    assert held.participants == (NOOR,)


def test_what_a_correction_leaves_missing_is_flagged():
    """S7.4: taking back must be possible, and stays in sight."""
    case = family()
    evaluated(case, HELD)
    case.do(correct(found(case, "evaluation.safety-rated")))
    assert [p.rule for p in catalogue.open_points(case.state(), LATE)] == ["niet-meer-volledig"]


def test_a_replacement_goes_into_the_evaluation_of_what_it_replaces():
    """W8.1: whatever evaluation it names itself."""
    case = family()
    evaluation, other = start(case, HELD), start(case, "2025-03-21 10:00")
    case.do(rate(evaluation, ELS, 9))
    case.do(correct(found(case, "evaluation.safety-rated"), rate(other, ELS, 6)))
    assert (values(case, evaluation), values(case, other)) == ([6], [])


def test_who_took_part_can_be_corrected_without_losing_what_was_said():
    """W8.1: the evaluation keeps its id and its parts."""
    case = family()
    evaluation = start(case, HELD, people=(MIRJAM, ELS, NOOR))
    fill(case, evaluation)
    assert case.refused(CompleteEvaluation(evaluation=evaluation)) == {"vraag-1-onbeantwoord"}
    begun = StartEvaluation(
        effective_at=at(HELD),
        plan_version=1,
        manner=Manner.DELIBERATION,
        participants=(MIRJAM, ELS),
    )
    case.do(correct(found(case, "evaluation.started"), begun))
    assert list(case.state()[Evaluations].all) == [evaluation]
    assert case.do(CompleteEvaluation(evaluation=evaluation))


def test_an_evaluation_in_the_wrong_dossier_disappears():
    """Domain.md 3.5: with nothing in its place, while it is not complete."""
    case = family()
    start(case, HELD)
    case.do(correct(found(case, "evaluation.started")))
    assert case.state()[Evaluations].all == {}


def test_what_was_completed_or_assessed_cannot_lose_its_beginning():
    """W8.3: an obligation would vanish with it."""
    case = family()
    evaluated(case, HELD)
    begun = found(case, "evaluation.started")
    incident = case.do(ReportIncident(what="x"))[0].incident
    case.do(
        AssessIncident(incident=incident, severity=Severity.SERIOUS, classification="x", action="y")
    )
    for voids in (begun, found(case, "incident.reported")):
        assert case.refused(correct(voids)) == {"correctie-zonder-vervanging"}


def test_a_replaced_report_keeps_its_incident_and_what_follows_from_it():
    """W9.1: the plan's version names that incident."""
    case = family()
    incident = case.do(ReportIncident(what="x"), HELD)[0].incident
    case.do(
        AssessIncident(incident=incident, severity=Severity.OTHER, classification="x", action="y")
    )
    report = ReportIncident(what="anders", reporter=ELS, effective_at=at(HELD))
    case.do(correct(found(case, "incident.reported"), report))
    state = case.state()
    assert state[Incidents].all[incident].event.reporter == ELS
    assert {o.about for o in case.obligations() if o.about} == {incident}


def test_a_completion_a_judgement_and_a_correction_stay():
    """W8.3: none of them can be taken back."""
    case = family()
    evaluation = evaluated(case, HELD)
    case.do(correct(found(case, "evaluation.safety-rated"), rate(evaluation, ELS, 2)))
    for topic in ("evaluation.completed", "evaluation.event-corrected"):
        assert case.refused(correct(found(case, topic))) == {"correctie-van-afronding"}


def test_what_is_unknown_or_was_taken_back_already_is_not_corrected():
    """Domain.md 3.5: nor is what plans recorded."""
    case = family()
    evaluation = start(case, HELD)
    case.do(rate(evaluation, ELS, 9))
    wrong = found(case, "evaluation.safety-rated")
    case.do(correct(wrong))
    for voids in (wrong, uid(99), case.history[0].stamp.event_id):
        assert case.refused(correct(voids)) == {"correctie-onbekend"}


def test_a_rating_is_not_replaced_by_an_incident():
    """Domain.md 3.5: like by like."""
    case = family()
    case.do(rate(start(case, HELD), ELS, 9))
    act = correct(found(case, "evaluation.safety-rated"), ReportIncident(what="x"))
    assert case.refused(act) == {"correctie-van-een-andere-soort"}


def test_a_correction_does_not_reveal_what_was_hidden():
    """Design 6: what was first written would be read at an earlier moment of knowing."""
    case = family()
    case.do(ReportIncident(what="x", hidden_from=(MIRJAM,)), HELD)
    reported = found(case, "incident.reported")
    assert case.refused(correct(reported, ReportIncident(what="y"))) == {"correctie-onthult"}
    assert case.do(correct(reported, ReportIncident(what="y", hidden_from=(MIRJAM, NOOR))))


def test_a_replacement_is_held_to_the_same_rules():
    """S6.3: a correction is no way around them."""
    case = family()
    evaluation = start(case, HELD)
    case.do(rate(evaluation, ELS, 9))
    act = correct(found(case, "evaluation.safety-rated"), rate(evaluation, ELS, 12))
    assert case.refused(act) == {"waardering-buiten-schaal"}
    assert not case.state()[Evaluations].completed
