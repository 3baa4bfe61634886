"""Messages as CloudEvents 1.0, structured JSON: one body for every transport."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from shared.feed.delivery import Damaged, Delivery, Reason
from shared.feed.message import Message
from shared.feed.untranslatable import TYPE, from_untranslatable, to_untranslatable

CONTENT_TYPE = "application/cloudevents+json"
# Intermediaries need not forward more than this (CloudEvents 1.0, size limits).
MOST_BYTES = 64 * 1024
_HIGHEST = 2**63 - 1
_TRACEPARENT = re.compile(r"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")

_Moment = Annotated[datetime, Meta(tz=True)]
_Sequence = Annotated[str, Meta(pattern=r"^[0-9]{19}$")]


class Unreadable(Exception):
    """Bytes that are not one of our messages; with the plan they are about, if that was legible."""

    def __init__(self, reason: Reason, plan_id: UUID | None) -> None:
        super().__init__(f"Onleesbaar bericht: {reason.value}")
        self.reason = reason
        self.plan_id = plan_id


class _Data(msgspec.Struct, frozen=True, rename="camel"):
    """The payload on the wire, with its Dutch names."""

    stroom: UUID
    gebeurtenis_id: UUID
    versie: Annotated[int, Meta(ge=1, le=_HIGHEST)]
    gebeurd_op: _Moment
    gegevens: dict[str, Any]


class _Envelope(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The context attributes that we write, and refuse to read without."""

    specversion: Literal["1.0"]
    id: str
    source: Annotated[str, Meta(pattern=r"^/services/[a-z][a-z-]*$")]
    type: str
    subject: UUID
    time: _Moment
    sequence: _Sequence
    datacontenttype: Literal["application/json"]
    partitionkey: UUID | None = None
    traceparent: str | int | bool | None = None
    data: _Data


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(_Envelope)


def to_wire(delivery: Delivery, service: str) -> bytes:
    """What a transport carries of a delivery of this service, to be read back by ``delivered``.

    Raises ValueError for what was damaged on the way to us: only its source can tell it again.
    """
    if isinstance(delivery, Damaged):
        return to_untranslatable(delivery, service)
    return _encoder.encode(_envelope(delivery, delivery.traceparent))


def to_cloudevent(message: Message) -> bytes:
    """The message as it is kept and compared: equal messages give equal bytes."""
    return _encoder.encode(_envelope(message, None))


def _envelope(message: Message, traceparent: str | None) -> _Envelope:
    facts = _Data(
        message.stream_id,
        message.event_id,
        message.version,
        _utc(message.effective_at),
        message.data,
    )
    return _Envelope(
        specversion="1.0",
        id=message.id,
        source=f"/services/{message.source}",
        type=_prefix(message.source) + message.type,
        subject=message.plan_id,
        time=_utc(message.recorded_at),
        sequence=f"{message.seq:019}",
        datacontenttype="application/json",
        partitionkey=message.plan_id,
        traceparent=traceparent,
        data=facts,
    )


def envelope_schemas(ref_template: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The JSON schema of the envelope, and that of its ``data``; both leave out what varies."""
    found = msgspec.json.schema_components([_Envelope, _Data], ref_template=ref_template)[1]
    return found[_Envelope.__name__], found[_Data.__name__]


def from_cloudevent(raw: bytes, key: UUID | None = None) -> Message:
    """The message that these bytes are; raises Unreadable, which falls back on the plan ``key``."""
    if len(raw) > MOST_BYTES:
        raise Unreadable(Reason.TOO_LARGE, key)
    try:
        return _message(_decoder.decode(raw))
    except (ValueError, RecursionError):
        raise _unreadable(raw, key) from None


def delivered(raw: bytes, position: int, key: UUID | None = None) -> Delivery:
    """What a transport hands over for these bytes, which it found at ``position``."""
    try:
        return from_cloudevent(raw, key)
    except Unreadable as error:
        untold = from_untranslatable(raw) if error.reason is Reason.NOT_A_MESSAGE else None
        return untold or Damaged(position, error.reason, raw, error.plan_id)


def _message(envelope: _Envelope) -> Message:
    facts = envelope.data
    source = envelope.source.removeprefix("/services/")
    message = Message(
        source=source,
        type=envelope.type.removeprefix(_prefix(source)),
        plan_id=envelope.subject,
        stream_id=facts.stroom,
        version=facts.versie,
        seq=int(envelope.sequence),
        effective_at=_utc(facts.gebeurd_op),
        recorded_at=_utc(envelope.time),
        data=facts.gegevens,
        event_id=facts.gebeurtenis_id,
        traceparent=_traceparent(envelope.traceparent),
    )
    if not _agrees(envelope, message):
        raise ValueError(envelope.id)
    return message


def _agrees(envelope: _Envelope, message: Message) -> bool:
    return (
        envelope.id == message.id
        and envelope.type == _prefix(message.source) + message.type
        and message.type not in ("", TYPE)
        and envelope.partitionkey in (None, message.plan_id)
        and 0 < message.seq <= _HIGHEST
    )


def _traceparent(value: object) -> str | None:
    return value if isinstance(value, str) and _TRACEPARENT.fullmatch(value) else None


def _unreadable(raw: bytes, key: UUID | None) -> Unreadable:
    try:
        loose = msgspec.json.decode(raw)
    except (ValueError, RecursionError):
        return Unreadable(Reason.NOT_JSON, key)
    found = loose if isinstance(loose, dict) else {}
    legible = (_uuid(found.get(name)) for name in ("partitionkey", "subject"))
    return Unreadable(Reason.NOT_A_MESSAGE, key or next(filter(None, legible), None))


def _uuid(value: object) -> UUID | None:
    try:
        return msgspec.convert(value, UUID)
    except msgspec.ValidationError:
        return None


def _prefix(source: str) -> str:
    return f"vangnet.{source}.internal.v1."


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
