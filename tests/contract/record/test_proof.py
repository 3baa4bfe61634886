"""What the rows themselves promise: they are not changed, and a change does not go unseen."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from shared.record.errors import TamperedError
from shared.record.record import Record
from shared.record.walk import Fault
from tests.contract.record.family import act, agreed, keyed
from tests.contract.record.stores import Guarded, Store

ELSEWHERE = "0" * 32


@pytest.fixture
def history(record: Record, plan: UUID) -> Record:
    """Four events of one plan, with one of another plan between them, and a kept answer."""
    record.append([act(agreed(plan, 1), agreed(plan, 2)), act(agreed(uuid4(), 1))])
    record.append([act(agreed(plan, 3), agreed(plan, 4), answer=keyed(b"key"))])
    return record


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE stored_events SET topic = 'other'",
        "DELETE FROM stored_events",
        "INSERT INTO stored_events SELECT * FROM stored_events WHERE true "
        "ON CONFLICT (originator_id, originator_version) DO UPDATE SET topic = 'other'",
        "UPDATE leaf SET recorded_at = recorded_at - 1",
        "DELETE FROM leaf WHERE seq = 5",
        "INSERT INTO leaf SELECT * FROM leaf WHERE true "
        "ON CONFLICT (seq) DO UPDATE SET recorded_at = 1",
        "UPDATE idempotency SET answer = request_mac",
        "DELETE FROM idempotency",
        "DELETE FROM frontier",
        "UPDATE frontier SET size = size - 1, recorded_at = recorded_at + 1",
        "UPDATE frontier SET size = size + 1, recorded_at = recorded_at - 1",
        "DELETE FROM store",
        "UPDATE store SET value = 'elsewhere' WHERE name = 'origin'",
    ],
)
def test_what_was_written_once_is_guarded_in_the_database_itself(
    store: Store, history: Record, statement: str
):
    """A mistake in our own code cannot change or remove a row."""
    with pytest.raises(Guarded):
        store.attempt(statement)
    assert history.audit() == []


def test_no_trick_of_this_kind_of_database_gets_around_that(store: Store, history: Record):
    """Nor does the service have the right to take the guards away."""
    for trick in store.tricks:
        with pytest.raises(Guarded):
            store.attempt(trick)
    assert history.audit() == []


def test_an_untouched_record_has_no_findings(history: Record):
    """The audit does not cry wolf."""
    assert history.audit() == []


EDITS = {
    "a state was altered": (
        [
            "UPDATE stored_events SET state = CAST(state || zeroblob(1) AS BLOB) "
            "WHERE originator_version = 3"
        ],
        {(Fault.STATE, 4)},
    ),
    "two states were swapped": (
        [
            "CREATE TABLE copy AS SELECT * FROM stored_events",
            "UPDATE stored_events AS a SET state = (SELECT b.state FROM copy b WHERE "
            "b.plan_id = a.plan_id AND b.originator_version = 5 - a.originator_version) "
            "WHERE a.originator_version IN (2, 3)",
        ],
        {(fault, seq) for fault in (Fault.STATE, Fault.IDS, Fault.LEAF) for seq in (2, 4)},
    ),
    "an event in the middle was deleted with its leaf": (
        [
            "DELETE FROM stored_events WHERE originator_version = 3",
            "DELETE FROM leaf WHERE originator_version = 3",
        ],
        {(Fault.GAP, 5), (Fault.CHAIN, 5), (Fault.FRONTIER, 0)},
    ),
    "an event was deleted and its leaf was not": (
        ["DELETE FROM stored_events WHERE originator_version = 3"],
        {(Fault.EVENT_MISSING, 4)},
    ),
    "the tail was cut off": (
        [
            "DELETE FROM stored_events WHERE originator_version = 4",
            "DELETE FROM leaf WHERE seq = 5",
        ],
        {(Fault.FRONTIER, 0)},
    ),
    "a topic was changed": (
        ["UPDATE stored_events SET topic = 'test.joined' WHERE originator_version = 2"],
        {(Fault.LEAF, 2)},
    ),
    "an event was back-dated": (
        ["UPDATE leaf SET recorded_at = recorded_at - 86400000000 WHERE seq = 4"],
        {(Fault.CLOCK, 4), (Fault.LEAF, 4)},
    ),
    "an event was moved to another plan": (
        [f"UPDATE stored_events SET plan_id = '{ELSEWHERE}' WHERE originator_version=3"],
        {(Fault.IDS, 4)},
    ),
    "an event id was changed": (
        ["UPDATE leaf SET event_id = randomblob(16) WHERE seq = 3"],
        {(Fault.IDS, 3)},
    ),
    "a leaf hash was rewritten": (
        ["UPDATE leaf SET leaf_hash = zeroblob(32) WHERE seq = 4"],
        {(Fault.LEAF, 4), (Fault.CHAIN, 5), (Fault.FRONTIER, 0)},
    ),
    "an event was put in without a leaf": (
        [
            "INSERT INTO stored_events SELECT originator_id, 9, plan_id, topic, state "
            "FROM stored_events WHERE originator_version = 4"
        ],
        {(Fault.LEAF_MISSING, 0)},
    ),
    "a state was replaced by garbage": (
        ["UPDATE stored_events SET state = zeroblob(1) WHERE originator_version = 3"],
        {(Fault.STATE, 4)},
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_the_audit_finds_every_planted_edit_without_a_key(store: Store, history: Record, edit: str):
    """Somebody who owns the database and took the guards away is still seen, and where."""
    statements, expected = EDITS[edit]
    store.attack(*statements)
    assert {(f.fault, f.seq) for f in history.audit()} == expected


def test_a_state_transplanted_to_another_row_does_not_open(
    store: Store, history: Record, plan: UUID
):
    """What was sealed in one place is unreadable in another, so a reader is never fooled."""
    store.attack(
        "UPDATE stored_events SET state = (SELECT state FROM stored_events "
        f"WHERE plan_id = '{plan.hex}' AND originator_version = 1) "
        f"WHERE plan_id = '{plan.hex}' AND originator_version = 2"
    )
    with pytest.raises(TamperedError):
        history.of_plan(plan)


@pytest.mark.parametrize(
    "edit",
    [
        "topic = 'test.joined' WHERE originator_version = 2",
        f"plan_id = '{ELSEWHERE}'",
        "state = CAST(substr(state, 1, length(state) - 40) || randomblob(40) AS BLOB)",
    ],
)
def test_a_changed_topic_plan_or_byte_does_not_open(
    store: Store, record: Record, plan: UUID, edit: str
):
    """The core, or the box in which the byte was changed."""
    record.append([act(agreed(plan, 1), agreed(plan, 2))])
    store.attack(f"UPDATE stored_events SET {edit}")
    with pytest.raises(TamperedError):
        [record.sealer.open(r.event.reason) for r in record.of_plan(plan)]


def test_a_subtree_that_does_not_fit_its_leaves_is_found(store: Store, record: Record, plan: UUID):
    """Proofs are made out of them: one that is wrong makes every proof through it worthless."""
    for version in range(1, 301):
        record.append([act(agreed(plan, version))])
    assert record.audit() == []
    wrong = [(4, 0), (4, 17), (8, 0)]
    for level, number in wrong:
        store.attack(
            f"UPDATE subtree SET hash = zeroblob(32) WHERE level = {level} AND number = {number}"
        )
    assert {(f.fault, f.seq) for f in record.audit()} == {
        (Fault.SUBTREE, (number + 1) << level) for level, number in wrong
    }
    store.attack("DELETE FROM subtree")
    assert record.audit() == []
