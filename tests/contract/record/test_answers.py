"""What a kept answer promises: one answer per idempotency key, kept with its act, sealed."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from shared.eventbase.sealed import CORE, ERASED
from shared.record.appending import Appended, KeyConflict
from shared.record.errors import TamperedError
from shared.record.record import Record
from tests.contract.record.family import act, agreed, keyed
from tests.contract.record.stores import Store


def test_the_answer_is_kept_with_the_act_and_found_by_its_key(record: Record, plan: UUID):
    """With the request's MAC, where the act ended and when, so that it can be given again."""
    row = keyed(b"key", b'{"id": "x"}')
    (done,) = record.append([act(agreed(plan, 1), agreed(plan, 2), answer=row)])
    kept = record.answer_for(row.scope_key)
    last = done.events[-1].stamp
    assert (kept.answer, kept.request_mac) == (row.answer, row.request_mac)
    assert (kept.plan_id, kept.stream_id, kept.version) == (plan, plan, 2)
    assert kept.recorded_at == last.recorded_at


def test_an_unknown_key_has_no_answer(record: Record):
    """None, not an error."""
    assert record.answer_for(b"never") is None


def test_a_key_that_was_used_is_a_conflict_and_the_act_is_not_recorded(record: Record, plan: UUID):
    """In a later append and in the same one."""
    row = keyed(b"key", b"first")
    outcomes = record.append(
        [act(agreed(plan, 1), answer=row), act(agreed(plan, 2), answer=keyed(b"key"))]
    )
    assert outcomes[1] == KeyConflict(row.scope_key)
    assert record.append([act(agreed(plan, 2), answer=row)]) == [KeyConflict(row.scope_key)]
    assert record.answer_for(row.scope_key).answer == b"first"
    assert record.last().seq == 1


def test_an_act_that_conflicts_keeps_no_answer(record: Record, plan: UUID):
    """The key stays free for the next try."""
    row = keyed(b"key")
    record.append([act(agreed(plan, 1)), act(agreed(plan, 1), answer=row)])
    assert record.answer_for(row.scope_key) is None
    assert isinstance(record.append([act(agreed(plan, 2), answer=row)])[0], Appended)


def test_the_same_act_with_its_key_sent_again_is_recorded_once(record: Record, plan: UUID):
    """Our own earlier try is no conflict."""
    given = act(agreed(plan, 1), answer=keyed(b"key"))
    assert record.append([given]) == record.append([given])


def test_the_answer_is_erased_with_its_plan(record: Record, plan: UUID):
    """A kept answer holds what the plan held."""
    row = keyed(b"key", b"secret")
    record.append([act(agreed(plan, 1), answer=row)])
    record.keys.destroy(plan, [CORE])
    assert record.answer_for(row.scope_key).answer == ERASED


def test_an_answer_moved_to_another_key_is_detected(store: Store, record: Record):
    """Somebody else's answer never comes out as yours."""
    one, other = keyed(b"one", b"1"), keyed(b"other", b"2")
    plan = uuid4()
    record.append([act(agreed(plan, 1), answer=one), act(agreed(plan, 2), answer=other)])
    store.attack(
        "UPDATE idempotency SET answer = (SELECT answer FROM idempotency WHERE "
        f"scope_key = unhex('{one.scope_key.hex()}')) "
        f"WHERE scope_key = unhex('{other.scope_key.hex()}')"
    )
    with pytest.raises(TamperedError):
        record.answer_for(other.scope_key)
