"""A receipt fits the events of its act, and nothing that was not recorded as one."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.proof.receipts import Receipts
from shared.proof.signing import SigningKey
from vangnet_verify.dossier import MAKER
from vangnet_verify.events import Event
from vangnet_verify.receipts import Receipt, check_receipts, parse_receipt
from vangnet_verify.rejected import Rejected

LOG = "test.vangnet.example/plans/0"
SERVICE = SigningKey(LOG + MAKER, b"s" * 32)
MOST = 64


def events_at(seqs: Sequence[int]) -> list[Event]:
    """The events of a plan that stand at these places in the log."""
    return [
        Event(seq, "s", version, "t", seq, "", sha256(b"%d" % seq).digest(), {}, frozenset())
        for version, seq in enumerate(seqs, 1)
    ]


def receipt_of(events: Sequence[Event]) -> Receipt:
    """What its service gave for an act with these events."""
    note = Receipts(SERVICE).of([event.leaf_hash for event in events])
    return parse_receipt(note.encode(), [SERVICE.public])


@given(
    seqs=st.lists(st.integers(1, 150), min_size=1, max_size=120, unique=True).map(sorted),
    data=st.data(),
)
def test_events_that_stand_together_may_be_an_act(seqs: list[int], data: st.DataObject) -> None:
    """However many events of the plan, or of others, stand around them."""
    events = events_at(seqs)
    start = data.draw(st.integers(0, len(events) - 1))
    end = data.draw(st.integers(start + 1, len(events)))
    act = events[start:end]
    together = act[-1].seq - act[0].seq + 1 == len(act) <= MOST
    if together:
        assert check_receipts(LOG, events, [receipt_of(act)]) == 1
        return
    with pytest.raises(Rejected, match="staat er niet meer in"):
        check_receipts(LOG, events, [receipt_of(act)])


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5, 63, 64])
def test_an_act_of_any_size_is_found_and_missed(size: int) -> None:
    """Up to the most events that one act may have; without its last event it is not there."""
    events = events_at(range(10, 10 + size))
    receipt = receipt_of(events)
    assert check_receipts(LOG, events_at(range(5, 90)), [receipt]) == 1
    with pytest.raises(Rejected):
        check_receipts(LOG, events[:-1], [receipt])


def test_a_receipt_of_another_log_is_left_alone() -> None:
    """It is counted where its log is."""
    events = events_at([1, 2])
    assert check_receipts("elsewhere", events, [receipt_of(events)]) == 0
