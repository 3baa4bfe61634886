"""Messages of plans and evaluations become events, or are refused whole (design section 5)."""

from uuid import UUID

import msgspec
import pytest

from services.notifications.domain import catalogue
from services.notifications.domain.obligations import obligations
from services.notifications.domain.terms import OWN
from services.notifications.following import FOLLOWING
from shared.feed.message import Message
from tests.unit.notifications.family import INCIDENT, OPA, PLAN, at

ACTIVATED = {
    "version": 1,
    "cause": {"kind": "activation", "id": None},
    "unchanged": False,
    "items": [],
    "schedule": None,
    "case_lead": None,
    "changed_for": [{"person": str(OPA), "own_version": 1}],
}


def message(topic: str, data: dict, source: str = "plans", version: int = 1) -> Message:
    return Message(
        source=source,
        type=topic,
        plan_id=PLAN,
        stream_id=PLAN,
        version=version,
        seq=version,
        effective_at=at("2025-03-10 16:30"),
        recorded_at=at("2025-03-10 16:31"),
        data=data,
        event_id=UUID(int=version, version=4),
    )


def test_a_version_that_plans_made_opens_obligations_here():
    """W8.4: from the message as plans publishes it."""
    state = catalogue.fold(PLAN, FOLLOWING.events_of([message("plan.activated", ACTIVATED)]))
    assert [due.person for due in obligations(state, OWN)] == [OPA]


def test_an_incident_that_evaluations_recorded_opens_one_too():
    """W9.1."""
    found = message("incident.reported", {"incident": str(INCIDENT)}, "evaluations")
    [due] = obligations(catalogue.fold(PLAN, FOLLOWING.events_of([found])), OWN)
    assert due.occasion.incident == INCIDENT


def test_a_followed_event_keeps_its_moments_and_where_it_came_from():
    """Design 3: both clocks are those of the service that recorded it."""
    stamp = FOLLOWING.event_of(message("plan.activated", ACTIVATED)).stamp
    assert (stamp.source, stamp.seq) == ("plans", 1)
    assert (stamp.effective_at, stamp.recorded_at) == (
        at("2025-03-10 16:30"),
        at("2025-03-10 16:31"),
    )


def test_the_same_message_gives_the_same_event_again():
    """Design 5: a rebuild gives the same state."""
    first, again = (FOLLOWING.event_of(message("plan.activated", ACTIVATED)) for _ in range(2))
    assert first == again


@pytest.mark.parametrize(
    "broken",
    [
        {},
        ACTIVATED | {"version": "1"},
        ACTIVATED | {"changed_for": [{"person": "opa", "own_version": 1}]},
        ACTIVATED | {"changed_for": [{"person": str(OPA)}]},
    ],
)
def test_a_message_that_is_not_what_its_type_says_is_refused(broken: dict):
    """Design 5: the follower parks it, and everything of that plan behind it."""
    with pytest.raises(msgspec.ValidationError):
        FOLLOWING.event_of(message("plan.activated", broken))


def test_a_type_is_only_taken_from_the_service_that_owns_it():
    """An incident that plans claims to have recorded is none."""
    assert FOLLOWING.event_of(message("incident.reported", {"incident": str(INCIDENT)})) is None


def test_a_message_of_an_erased_plan_says_nothing():
    """Design 4: what was erased folds as nothing, never as an error."""
    erased = msgspec.structs.replace(message("plan.activated", {}), erased=True)
    assert FOLLOWING.event_of(erased) is None


def test_every_type_that_is_followed_is_checked():
    """What is kept was checked first."""
    assert set(FOLLOWING.checks) >= {"plan.adjusted", "plan.person-added", "incident.reported"}
