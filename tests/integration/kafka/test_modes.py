"""Both modes of the CloudEvents binding for Kafka, as anybody may write them."""

from __future__ import annotations

import json

import msgspec
import pytest

from shared.feed.cloudevents import to_wire
from shared.feed.message import Message
from tests.integration.kafka.line import Line, drain, until
from tests.unit.feed.feeds import PLANS, feed

pytestmark = pytest.mark.real_kafka


def binary(message: Message, service: str) -> tuple[bytes, bytes, list[tuple[str, bytes]]]:
    """The message with its attributes as headers and only its data as value."""
    whole = json.loads(to_wire(message, service))
    content, data = whole.pop("datacontenttype"), whole.pop("data")
    headers = [(f"ce_{name}", str(value).encode()) for name, value in whole.items()]
    headers.append(("content-type", f"{content}; charset=utf-8".encode()))
    return str(message.plan_id).encode(), json.dumps(data).encode(), headers


def test_binary_events_are_followed_like_structured_ones(line: Line) -> None:
    following = line.level()
    sent = line.says(*feed([0, 0, 0]))
    line.raw(*(binary(message, line.service) for message in sent))
    drain(following, lambda: line.inbox.digest().rows == 3)
    assert line.inbox.of_plan(PLANS[0]) == sent


def test_a_structured_event_needs_no_header_of_ours(line: Line) -> None:
    """Its place in the feed stands in the event itself."""
    following = line.level()
    (sent,) = line.says(*feed([0]))
    headers = [("content-type", b"application/cloudevents+json; charset=UTF-8")]
    line.raw((str(PLANS[0]).encode(), to_wire(sent, line.service), headers))
    drain(following, lambda: line.inbox.digest().rows == 1)
    assert line.inbox.of_plan(PLANS[0]) == [sent]


def test_a_trace_goes_along(line: Line) -> None:
    """In the event, whoever reads it; it is no part of what the message says."""
    trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
    reading = line.feed()
    reading.connect()
    line.says(*(msgspec.structs.replace(m, traceparent=trace) for m in feed([0])))
    line.relay()[0].step()
    until(lambda: reading.poll(0.2) or any(source.waiting for source in reading.sources))
    found = [d for source in reading.sources for d in source.read(0, 9).deliveries]
    reading.close()
    assert [message.traceparent for message in found] == [trace]
