"""Incidents: who may report, in whose name, and what follows."""

from uuid import UUID

import pytest

from services.evaluations.domain import catalogue
from services.evaluations.domain.followed.course_events import RiskAssessed
from services.evaluations.domain.incidents.incidents import Incidents
from services.evaluations.domain.incidents.reassessing import REASSESS
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.incidents.triage import AssessIncident, Severity
from shared.eventbase.doing import Actor
from shared.eventbase.unknown import NotInvolved
from tests.unit.evaluations.case import ELS, NOOR, STEFAN, TERMS, at, family, person, uid
from tests.unit.evaluations.test_obligations import duties

SATURDAY = "2025-05-24 19:50"


def judged(incident: UUID, severity: Severity) -> AssessIncident:
    """A judgement of an incident."""
    return AssessIncident(incident=incident, severity=severity, classification="x", action="y")


def test_the_network_reports_and_is_the_reporter():
    """W9.1, S7.2: grandmother reports with her own token."""
    case = family()
    act = ReportIncident(what="Dronken bij overdracht", children_present=(NOOR,))
    [reported] = case.do(act, SATURDAY, person(ELS))
    assert reported.reporter == ELS
    assert case.state()[Incidents].all[reported.incident].typed_by == ELS


def test_a_worker_writes_down_what_somebody_else_reported():
    """Amendment: the reporter is apart from whoever types it in."""
    case = family()
    [reported] = case.do(ReportIncident(what="Dronken", reporter=ELS), SATURDAY)
    assert reported.reporter == ELS
    assert case.history[-1].stamp.actor == "fatma"
    assert case.history[-1].stamp.person is None


@pytest.mark.parametrize("claimed", [{"reporter": STEFAN}, {"reporter_description": "de politie"}])
def test_a_person_may_not_report_in_anothers_name(claimed: dict[str, object]):
    """W9.1: the token says who reports."""
    act = ReportIncident(what="Dronken", **claimed)  # type: ignore[arg-type]
    assert family().refused(act, SATURDAY, person(ELS)) == {"melder-is-uzelf"}


def test_a_person_of_another_dossier_learns_nothing():
    """Design 6: as if there were no such plan."""
    with pytest.raises(NotInvolved):
        family().do(ReportIncident(what="Dronken"), SATURDAY, person(uid(98)))


def test_a_reporter_is_somebody_of_the_dossier_or_is_described():
    """W9.1: the police are described; nobody is both."""
    case = family()
    both = ReportIncident(what="x", reporter=ELS, reporter_description="de politie")
    assert case.refused(both, SATURDAY) == {"een-melder"}
    assert case.do(ReportIncident(what="x", reporter_description="de politie"))


def test_a_supervisor_reports_too():
    """W9.1: reporting is open to all who work with the family."""
    assert family().do(ReportIncident(what="x"), SATURDAY, Actor("tineke", "supervisor"))


def test_what_happened_on_saturday_and_was_heard_on_monday_keeps_its_three_times():
    """Amendment: occurred, learned and recorded."""
    case = family()
    act = ReportIncident(
        what="x", effective_at=at("2025-03-08 22:50"), learned_at=at("2025-03-10 08:00")
    )
    [reported] = case.do(act, "2025-03-10 17:00")
    incident = case.state()[Incidents].all[reported.incident]
    assert (incident.at, incident.heard_at, incident.recorded_at) == (
        at("2025-03-08 22:50"),
        at("2025-03-10 08:00"),
        at("2025-03-10 17:00"),
    )


def test_only_a_known_incident_is_assessed():
    """W9.1."""
    act = AssessIncident(incident=uid(5), severity=Severity.OTHER, classification="x", action="y")
    assert family().refused(act, SATURDAY) == {"voorval-onbekend"}


def test_after_a_serious_incident_the_risks_are_assessed_anew():
    """R05: two working days from Saturday's judgement; an older assessment does not count."""
    case = family()
    [reported] = case.do(ReportIncident(what="x"), SATURDAY)
    incident = reported.incident
    case.do(judged(incident, Severity.OTHER), "2025-05-24 20:00")
    assert duties(case, REASSESS) == []
    case.do(judged(incident, Severity.SERIOUS), "2025-05-24 20:40")
    [due] = duties(case, REASSESS)
    assert (due.rule, due.about, due.due_at) == ("R05", incident, at("2025-05-27 22:00"))
    case.follow(RiskAssessed(), "2025-05-20 10:00", "2025-05-25 10:00")
    assert duties(case, REASSESS)[0].settled is None
    case.follow(RiskAssessed(), "2025-05-26 10:00")
    assert duties(case, REASSESS)[0].settled is not None


def test_reassessing_is_owed_once_from_the_first_serious_judgement_to_the_first_assessment():
    """R05, design 2: whatever order all of it came in; at the moment of hearing it counts."""
    case = family()
    [reported] = case.do(ReportIncident(what="x"), SATURDAY)
    for now in ("2025-05-24 20:40", "2025-05-25 09:00"):
        case.do(judged(reported.incident, Severity.SERIOUS), now)
    first = case.history[-2].stamp.event_id
    case.follow(RiskAssessed(), "2025-05-27 10:00")
    done = case.follow(RiskAssessed(), SATURDAY)
    for state in (case.state(), case.backwards()):
        [due] = [each for each in catalogue.obligations(state, TERMS) if each.duty == REASSESS]
        assert due.opened.event_id == first
        assert due.settled is not None and due.settled.event_id == done


def test_a_person_who_reports_in_their_own_name_may_say_so():
    """W9.1: naming oneself is naming nobody else."""
    case = family()
    [reported] = case.do(ReportIncident(what="x", reporter=ELS), SATURDAY, person(ELS))
    assert reported.reporter == ELS
