"""What is followed from plans, and what is told to the others."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest

from services.evaluations.domain.followed.events import NextVersionMade, PersonJoined
from services.evaluations.domain.followed.values import CauseKind, ItemKind, Rhythm
from services.evaluations.following import FOLLOWING
from services.evaluations.messages import message_data
from shared.feed.message import BARE, Message
from tests.unit.evaluations.case import A1, ELS, MIRJAM, PLAN, evaluated, family, uid

VERSION = {
    "version": 2,
    "cause": {"kind": "evaluation", "id": str(uid(7))},
    "unchanged": False,
    "items": [
        {"item": str(A1), "kind": "agreement", "valid_from": "2025-03-10", "valid_until": None}
    ],
    "schedule": {"first_on": "2025-03-14", "every_weeks": 1},
    "case_lead": None,
    "changed_for": [{"person": str(MIRJAM), "own_version": 1}],
}


def message(topic: str, data: dict[str, Any], **changes: Any) -> Message:
    """A message of plans."""
    moment = datetime(2025, 3, 14, 10, tzinfo=UTC)
    made = Message("plans", topic, PLAN, PLAN, 5, 17, moment, moment, data, uid(99))
    return msgspec.structs.replace(made, **changes)


def test_a_version_is_followed_with_its_items_cause_and_rhythm():
    """Design 5: ids, kinds and intervals."""
    recorded = FOLLOWING.event_of(message("plan.adjusted", VERSION))
    assert recorded is not None
    event = recorded.event
    assert isinstance(event, NextVersionMade)
    assert (event.cause.kind, event.cause.id) == (CauseKind.EVALUATION, uid(7))
    assert event.items[0].kind is ItemKind.AGREEMENT
    assert event.schedule == Rhythm(date(2025, 3, 14), 1)


def test_a_followed_event_says_where_it_comes_from_and_has_one_id_for_ever():
    """Design 5: the same on every transport and every re-send."""
    recorded = FOLLOWING.event_of(message("plan.dossier-opened", {}))
    assert recorded is not None
    assert recorded.stamp.source == "plans"
    assert recorded.stamp.event_id == uid(99)


@pytest.mark.parametrize(
    "other",
    [
        message("plan.agreement-made", {}),
        message(BARE, {}),
        message("plan.dossier-opened", {}, source="notifications"),
        message("plan.person-added", {}, erased=True),
    ],
)
def test_what_is_not_understood_is_not_folded(other: Message):
    """Design 5: unknown, bare, from elsewhere or erased."""
    assert FOLLOWING.event_of(other) is None
    assert FOLLOWING.events_of([other]) == []


@pytest.mark.parametrize(
    ("topic", "data"),
    [
        ("plan.person-added", {"person": str(ELS), "kind": "neighbour", "hidden_from": []}),
        ("plan.person-added", {"person": "els", "kind": "network", "hidden_from": []}),
        ("plan.person-added", {"kind": "network", "hidden_from": []}),
        ("plan.adjusted", {**VERSION, "version": "2"}),
        ("plan.unsafety-classified", {}),
    ],
)
def test_a_poisoned_message_fails_its_check(topic: str, data: dict[str, Any]):
    """Design 5: the follower parks it, and nothing is guessed."""
    with pytest.raises(msgspec.ValidationError):
        FOLLOWING.checks[topic](message(topic, data))


def test_a_sound_message_passes_its_check():
    """Fields that plans adds later do no harm."""
    data = {"person": str(ELS), "kind": "network", "hidden_from": [], "later": 1}
    FOLLOWING.checks["plan.person-added"](message("plan.person-added", data))
    recorded = FOLLOWING.event_of(message("plan.person-added", data))
    assert recorded is not None and isinstance(recorded.event, PersonJoined)


def test_others_are_told_ids_of_a_completed_evaluation_and_of_nothing_said_in_it():
    """Design 5: never content; the parts of an evaluation stay with us."""
    case = family()
    evaluation = evaluated(case, "2025-03-14 10:00")
    told = [data for r in case.history if (data := message_data(r)) is not None]
    assert told == [{"evaluation": str(evaluation), "plan_version": 1}]
