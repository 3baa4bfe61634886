"""From a record on a topic to a delivery; nothing that stands on a topic makes this raise."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

import msgspec

from shared.feed.cloudevents import MOST_BYTES, delivered
from shared.feed.delivery import Delivery

_HIGHEST = 2**63 - 1
_ATTRIBUTE = "ce_"
_STRUCTURED = "application/cloudevents"


class Found(Protocol):
    """The part of a consumer's record that is read."""

    topic: str
    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Sequence[tuple[str, bytes | None]]


def delivery_of(record: Found, topic_id: UUID) -> Delivery:
    """What the record holds, in either mode of the CloudEvents binding for Kafka.

    What cannot be read stands where its header ``seq`` says; without one it is a stray.
    """
    headers = _texts(record.headers)
    position = _position(headers.get("seq")) or stray_position(
        topic_id, record.partition, record.offset
    )
    return delivered(_structured(record.value or b"", headers), position, _plan(record.key))


def stray_position(topic_id: UUID, part: int, offset: int) -> int:
    """Below zero, the same whenever this record is read, and that of no other record."""
    place = f"{topic_id}/{part}/{offset}".encode()
    return -1 - int.from_bytes(hashlib.sha256(place).digest()[:7])


def _texts(headers: Sequence[tuple[str, bytes | None]]) -> dict[str, str]:
    return {name: (value or b"").decode("utf-8", "replace") for name, value in headers}


def _position(text: str | None) -> int | None:
    if text is None or not (text.isascii() and text.isdigit() and len(text) <= 19):
        return None
    return int(text) if 0 < int(text) <= _HIGHEST else None


def _plan(key: bytes | None) -> UUID | None:
    try:
        return UUID((key or b"").decode("ascii"))
    except ValueError:
        return None


def _structured(value: bytes, headers: dict[str, str]) -> bytes:
    content = headers.get("content-type", "")
    if content.startswith(_STRUCTURED) or f"{_ATTRIBUTE}specversion" not in headers:
        return value
    if len(value) > MOST_BYTES or not _is_json(value):
        return value
    attributes = {
        name.removeprefix(_ATTRIBUTE): text
        for name, text in headers.items()
        if name.startswith(_ATTRIBUTE)
    }
    content = content.partition(";")[0].strip()
    whole = attributes | {"datacontenttype": content, "data": msgspec.Raw(value)}
    return msgspec.json.encode(whole)


def _is_json(value: bytes) -> bool:
    try:
        msgspec.json.decode(value)
    except (ValueError, RecursionError):
        return False
    return True
