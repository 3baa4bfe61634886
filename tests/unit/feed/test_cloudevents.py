"""Messages on the wire."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.feed.cloudevents import (
    MOST_BYTES,
    Unreadable,
    delivered,
    from_cloudevent,
    to_cloudevent,
    to_wire,
)
from shared.feed.delivery import Damaged, Reason
from shared.feed.digest import digest_of
from shared.feed.message import BARE, Message
from tests.unit.feed.feeds import PLANS, message

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
MOMENTS = st.datetimes(
    min_value=datetime(1900, 1, 1),
    timezones=st.integers(-720, 720).map(lambda m: timezone(timedelta(minutes=m))),
)
MESSAGES = st.builds(
    Message,
    source=st.sampled_from(["plans", "evaluations"]),
    type=st.sampled_from(["plan.agreement-made", BARE]),
    plan_id=st.uuids(),
    stream_id=st.uuids(),
    version=st.integers(1, 2**63 - 1),
    seq=st.integers(1, 2**63 - 1),
    effective_at=MOMENTS,
    recorded_at=MOMENTS,
    data=st.dictionaries(st.text(), JSON_VALUES, max_size=4),
    event_id=st.uuids(),
    erased=st.just(False),
)
TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
UNTOLD = Damaged(7, Reason.UNTRANSLATABLE, b"", PLANS[0], PLANS[1], 3)


@given(MESSAGES)
def test_a_message_comes_back_as_it_went(sent: Message) -> None:
    """Reading what was written gives an equal message, and writing that gives equal bytes."""
    back = from_cloudevent(to_cloudevent(sent))
    assert back == sent
    assert to_cloudevent(back) == to_cloudevent(sent)


@given(MESSAGES)
def test_a_delivery_comes_back_as_it_went(sent: Message) -> None:
    """Over the wire as well, with or without a trace beside it."""
    traced = msgspec.structs.replace(sent, traceparent=TRACE)
    back = delivered(to_wire(traced, sent.source), 1)
    assert isinstance(back, Message)
    assert (back, back.traceparent) == (sent, TRACE)
    assert to_wire(sent, sent.source) == to_cloudevent(sent) == to_cloudevent(traced)


def test_a_trace_makes_no_difference() -> None:
    """Not between messages, and not in a fingerprint."""
    traced = message(7, traceparent=TRACE)
    assert traced == message(7)
    assert (traced != message(7)) is False
    assert traced != message(8, traceparent=TRACE)
    assert traced != TRACE
    assert digest_of([traced]) == digest_of([message(7)])


@pytest.mark.parametrize("trace", ["00-0af7-b7ad-01", "", 5, TRACE.upper(), f"{TRACE}-extra"])
def test_a_trace_that_is_none_is_left_out(trace: object) -> None:
    """It is somebody else's business, and no reason to refuse a message."""
    event = json.loads(to_cloudevent(message(7))) | {"traceparent": trace}
    assert from_cloudevent(json.dumps(event).encode()).traceparent is None


def test_what_could_not_be_told_travels_as_that() -> None:
    """With its place, so that it holds up its own plan on the other side too."""
    raw = to_wire(UNTOLD, "plans")
    assert delivered(raw, 7, PLANS[0]) == UNTOLD
    event = json.loads(raw)
    assert event["type"] == "vangnet.plans.internal.v1.untranslatable"
    assert event["subject"] == event["partitionkey"] == str(PLANS[0])
    assert event["sequence"] == f"{7:019}"


@pytest.mark.parametrize(
    "change",
    [
        {"id": f"{PLANS[1]}.4"},
        {"type": "vangnet.evaluations.internal.v1.untranslatable"},
        {"partitionkey": str(PLANS[2])},
        {"sequence": "0" * 19},
        {"data": {"stroom": str(PLANS[1]), "versie": 0}},
    ],
)
def test_a_malformed_one_is_damaged_in_the_ordinary_way(change: dict[str, object]) -> None:
    raw = json.dumps(json.loads(to_wire(UNTOLD, "plans")) | change).encode()
    assert delivered(raw, 7, PLANS[0]) == Damaged(7, Reason.NOT_A_MESSAGE, raw, PLANS[0])


def test_a_message_cannot_pass_for_one() -> None:
    """The type says that there is nothing to read."""
    raw = to_cloudevent(message(7, type="untranslatable"))
    assert delivered(raw, 7) == Damaged(7, Reason.UNTRANSLATABLE, b"", PLANS[0], PLANS[0], 7)


@pytest.mark.parametrize(
    "damaged",
    [Damaged(7, Reason.NOT_JSON, b"{", PLANS[0], PLANS[0], 3), Damaged(7, Reason.UNTRANSLATABLE)],
)
def test_what_was_damaged_on_its_way_to_us_is_not_passed_on(damaged: Damaged) -> None:
    """Only its source can tell it again."""
    with pytest.raises(ValueError, match="not to be told"):
        to_wire(damaged, "plans")


def test_it_is_a_cloudevent() -> None:
    """Required attributes are strings, names are lower case, and the id is the stream's version."""
    event = json.loads(to_cloudevent(message(7)))
    attributes = {name: value for name, value in event.items() if name != "data"}
    assert all(isinstance(value, str) and value for value in attributes.values())
    assert all(name.isalnum() and name.islower() and len(name) <= 20 for name in attributes)
    assert event["specversion"] == "1.0"
    assert event["id"] == f"{PLANS[0]}.7"
    assert event["subject"] == event["partitionkey"] == str(PLANS[0])
    assert event["time"].endswith("Z")
    assert set(event["data"]) == {"stroom", "gebeurtenisId", "versie", "gebeurdOp", "gegevens"}


def test_attributes_of_others_do_not_matter() -> None:
    """An intermediary may add extensions, and an optional attribute may be null or absent."""
    event = json.loads(to_cloudevent(message(7)))
    del event["partitionkey"]
    event |= {"traceparent": "00-0af7-b7ad-01", "dataschema": None}
    assert from_cloudevent(json.dumps(event).encode()) == message(7)


BREAKS = {
    "no id": {"id": None},
    "an id of another version": {"id": f"{PLANS[0]}.8"},
    "another specversion": {"specversion": "0.3"},
    "a source that is no service": {"source": "https://elders.example"},
    "a type of another service": {"type": "vangnet.evaluations.internal.v1.plan.agreement-made"},
    "a type of a next contract": {"type": "vangnet.plans.internal.v2.plan.agreement-made"},
    "an empty type": {"type": "vangnet.plans.internal.v1."},
    "a time without zone": {"time": "2026-03-02T09:30:00"},
    "a number for sequence": {"sequence": 7},
    "a sequence beyond any position": {"sequence": "9" * 19},
    "sequence zero": {"sequence": "0" * 19},
    "another key": {"partitionkey": str(PLANS[1])},
    "data that is not JSON": {"datacontenttype": "text/plain"},
    "no data": {"data": None},
    "data that is a text": {"data": "alles goed"},
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS.keys())
def test_a_malformed_one_is_refused_with_its_plan(change: dict[str, object]) -> None:
    """Whatever is wrong with it, the plan that it is about is found."""
    event = json.loads(to_cloudevent(message(7))) | change
    with pytest.raises(Unreadable) as refused:
        from_cloudevent(json.dumps(event).encode(), PLANS[0])
    assert refused.value.reason is Reason.NOT_A_MESSAGE
    assert refused.value.plan_id == PLANS[0]


def test_the_plan_is_read_from_the_event_when_there_is_no_key() -> None:
    """The subject will do."""
    event = json.loads(to_cloudevent(message(7))) | {"time": "gisteren", "partitionkey": 5}
    with pytest.raises(Unreadable) as refused:
        from_cloudevent(json.dumps(event).encode())
    assert refused.value.plan_id == PLANS[0]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", Reason.NOT_JSON),
        (b"\xff\xfe{}", Reason.NOT_JSON),
        (b"null", Reason.NOT_A_MESSAGE),
        (b"[" * 60_000, Reason.NOT_JSON),
        (b'{"a": "\\ud800"}', Reason.NOT_JSON),
        (b" " * (MOST_BYTES + 1), Reason.TOO_LARGE),
    ],
    ids=["empty", "not utf-8", "null", "deep", "half a surrogate", "huge"],
)
@pytest.mark.parametrize("key", [None, PLANS[2]])
def test_rubbish_is_damaged_under_its_key(raw: bytes, reason: Reason, key: UUID | None) -> None:
    """A transport always gets a delivery, never an exception."""
    assert delivered(raw, 12, key) == Damaged(12, reason, raw, key)


@given(st.binary(max_size=200))
def test_no_bytes_at_all_raise_anything_else(raw: bytes) -> None:
    """Fuzz: damaged, or a message."""
    assert isinstance(delivered(raw, 1), Damaged | Message)
