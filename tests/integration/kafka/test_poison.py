"""What cannot be read on a topic is parked once, and holds up its own plan only."""

from __future__ import annotations

from uuid import UUID

import msgspec
import pytest

from shared.feed.alarm import Keyless
from shared.feed.cloudevents import MOST_BYTES, to_wire
from shared.feed.delivery import Reason
from tests.integration.kafka.line import Line, drain
from tests.unit.feed.feeds import PLANS, feed, message

pytestmark = pytest.mark.real_kafka

POISONED = [UUID(int=n, version=4) for n in range(100, 107)]
HEADERS = [("content-type", b"application/cloudevents+json")]
WRONG_SCHEMA = b'{"specversion":"1.0","id":"x","source":"/services/plans","type":"y"}'


def poison(line: Line) -> list[tuple[bytes, bytes | None, list[tuple[str, bytes]]]]:
    """One of each kind, each of a plan of its own."""
    unknown = msgspec.structs.replace(
        message(1000, data={}, version=1),
        source=line.service,
        plan_id=POISONED[5],
        stream_id=POISONED[5],
    )
    values: list[tuple[bytes | None, list[tuple[str, bytes]]]] = [
        (b"geen json {", HEADERS),
        (WRONG_SCHEMA, HEADERS),
        (b'"' + b"x" * (MOST_BYTES + 1) + b'"', HEADERS),
        (None, HEADERS),
        (b"{}", [("seq", b"\xff\xfe"), ("ce_specversion", b"\xc3\x28"), *HEADERS]),
        (to_wire(unknown, line.service), HEADERS),
        (b"[]", [("seq", b"1001"), *HEADERS]),
    ]
    keys = [str(plan).encode() for plan in POISONED]
    return [(key, *value) for key, value in zip(keys, values, strict=True)]


def test_every_kind_of_poison_is_parked_once(line: Line) -> None:
    """Also when it is read again; the other plans go on."""
    following = line.level()
    line.raw(*poison(line))
    line.says(*feed([0, 1, 2, 0, 1, 2]))
    line.relay()[0].step()
    drain(following, lambda: line.inbox.digest().rows == 6)
    drain(following, lambda: len(line.inbox.dead_letters()) == 7)
    found = {letter.plan_id: letter.reason for letter in line.inbox.dead_letters()}
    assert [found[plan_id] for plan_id in POISONED] == [
        Reason.NOT_JSON,
        Reason.NOT_A_MESSAGE,
        Reason.TOO_LARGE,
        Reason.NOT_JSON,
        Reason.NOT_A_MESSAGE,
        Reason.REFUSED,
        Reason.NOT_A_MESSAGE,
    ]
    assert {letter.attempts for letter in line.inbox.dead_letters()} == {1}


def test_poison_of_an_unknown_plan_stops_its_partition(line: Line) -> None:
    """Nothing may pass it, for nobody knows what it was."""
    following = line.level()
    line.raw((b"", b"niets", HEADERS))
    with pytest.raises(Keyless):
        drain(following, lambda: False)


class BadName(str):
    """The name of a header that is no UTF-8."""

    def encode(self, *_: object) -> bytes:
        return b"\xff\xfe"


def test_a_header_whose_name_is_no_text_is_poison_too(line: Line) -> None:
    """The client cannot read such a record at all; it is passed and its partition stops there."""
    following = line.level()
    line.raw((str(PLANS[0]).encode(), b"{}", [(BadName("x"), b"1")]))
    with pytest.raises(Keyless):
        drain(following, lambda: False)
