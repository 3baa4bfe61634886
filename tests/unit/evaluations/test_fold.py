"""The fold never raises, and what must be done does not depend on the order of arrival."""

import random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from services.evaluations.domain import catalogue
from services.evaluations.domain.correction.correcting import CorrectEvent
from services.evaluations.domain.erasing import EvaluationContentErased, EvaluationsDestroyed
from services.evaluations.domain.followed.events import PlanEnded
from services.evaluations.domain.followed.values import Cause, CauseKind
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.incidents.triage import AssessIncident, Severity
from services.evaluations.domain.sitting.completeness import missing
from services.evaluations.domain.sitting.evaluations import Evaluations
from shared.eventbase.erasing import Ground, Range
from shared.eventbase.event import Recorded
from tests.unit.evaluations.case import (
    ELS,
    LATE,
    PLAN,
    TERMS,
    Case,
    at,
    evaluated,
    family,
    person,
    rate,
    start,
    uid,
    version,
)
from tests.unit.evaluations.course_history import course_history
from tests.unit.evaluations.test_between import between_history
from tests.unit.evaluations.test_breaches import breach_history
from tests.unit.evaluations.test_children import children_in_view


def whole() -> Case:
    """A history with every kind of event in it."""
    case = family(acute=True)
    first = evaluated(case, "2025-03-14 10:00")
    case.follow(version(2, Cause(CauseKind.EVALUATION, first)), "2025-03-14 15:00")
    incident = case.do(ReportIncident(what="x"), "2025-05-24 19:50", person(ELS))[0].incident
    case.do(
        AssessIncident(incident=incident, severity=Severity.SERIOUS, classification="x", action="y")
    )
    case.follow(version(3, Cause(CauseKind.INCIDENT, incident)), "2025-05-25 10:00")
    second = start(case, "2025-05-30 10:00", plan_version=3)
    case.do(rate(second, ELS, 9))
    wrong = case.history[-1].stamp.event_id
    case.do(CorrectEvent(voids=wrong, reason="x", instead=rate(second, ELS, 4)))
    children_in_view(case)
    breach_history(case)
    between_history(case)
    course_history(case)
    case.follow(PlanEnded(), "2025-06-10 10:00")
    gone = Ground.REQUEST, (uid(902),), (uid(903),), at("2025-07-10 10:00")
    case.happen(EvaluationContentErased(uid(901), *gone))
    gone_too = uid(904), Ground.TERM_OVER, (Range(1, 3),), at("2025-07-10 10:00")
    case.happen(EvaluationsDestroyed(uid(901), *gone_too))
    return case


WHOLE = whole()
HISTORY = WHOLE.history


def derived(history: list[Recorded]) -> tuple[object, ...]:
    """All that follows from a history."""
    state = catalogue.fold(PLAN, history)
    lacking = [missing(state, each) for each in state[Evaluations].all.values()]
    return catalogue.obligations(state, TERMS), catalogue.open_points(state, LATE), lacking


@given(st.lists(st.sampled_from(HISTORY)))
def test_any_part_of_a_history_in_any_order_folds_without_error(part: list[Recorded]):
    """Design 3: evolve is total, and so is all that is derived."""
    derived(part)


@given(st.integers(min_value=0))
def test_what_must_be_done_is_the_same_in_whatever_order_the_events_came(seed: int):
    """Design 2: an unknown cause settles on arrival."""
    shuffled = random.Random(seed).sample(HISTORY, len(HISTORY))
    assert derived(shuffled)[0] == derived(HISTORY)[0]


def test_every_event_of_this_service_is_in_that_history_and_has_a_sentence():
    """The tests above leave none out; a timeline can tell each."""
    kinds = {type(recorded.event) for recorded in HISTORY}
    assert set(catalogue.events.values()) <= kinds
    assert set(catalogue.events.values()) <= set(catalogue.sentences)


def test_names_of_events_cannot_be_mistaken_for_one_another():
    """Design 7: on the wire a name is matched as text."""
    names = [event.NAME for event in catalogue.events.values()]
    assert [(a, b) for a in names for b in names if a != b and a in b] == []
    assert all(msgspec.json.encode(name).isascii() for name in names)
