"""On the wire: that there is an event which its service could not translate into a message."""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from shared.feed.delivery import Damaged, Reason

# Where a message has the topic of its event.
TYPE = "untranslatable"
_HIGHEST = 2**63 - 1


class _Place(msgspec.Struct, frozen=True):
    stroom: UUID
    versie: Annotated[int, Meta(ge=1, le=_HIGHEST)]


class _Envelope(msgspec.Struct, frozen=True, kw_only=True):
    specversion: Literal["1.0"] = "1.0"
    id: str
    source: Annotated[str, Meta(pattern=r"^/services/[a-z][a-z-]*$")]
    type: str
    subject: UUID
    sequence: Annotated[str, Meta(pattern=r"^[0-9]{19}$")]
    datacontenttype: Literal["application/json"] = "application/json"
    partitionkey: UUID
    data: _Place


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(_Envelope)


def to_untranslatable(damaged: Damaged, service: str) -> bytes:
    """The CloudEvent in place of the message, so that it holds up its own plan everywhere.

    Raises ValueError for a delivery that is damaged in another way: that is not a service's.
    """
    plan_id, stream_id, version = damaged.plan_id, damaged.stream_id, damaged.version
    told = damaged.reason is Reason.UNTRANSLATABLE
    if not told or plan_id is None or stream_id is None or version is None:
        raise ValueError(f"not to be told to others: {damaged.reason}")
    envelope = _Envelope(
        id=f"{stream_id}.{version}",
        source=f"/services/{service}",
        type=_type(service),
        subject=plan_id,
        sequence=f"{damaged.position:019}",
        partitionkey=plan_id,
        data=_Place(stream_id, version),
    )
    return _encoder.encode(envelope)


def from_untranslatable(raw: bytes) -> Damaged | None:
    """What such a CloudEvent stands for; None for any other bytes."""
    try:
        envelope = _decoder.decode(raw)
    except (ValueError, RecursionError):
        return None
    place, position = envelope.data, int(envelope.sequence)
    known = (
        envelope.type == _type(envelope.source.removeprefix("/services/"))
        and envelope.id == f"{place.stroom}.{place.versie}"
        and envelope.partitionkey == envelope.subject
        and 0 < position <= _HIGHEST
    )
    if not known:
        return None
    return Damaged(
        position, Reason.UNTRANSLATABLE, b"", envelope.subject, place.stroom, place.versie
    )


def _type(service: str) -> str:
    return f"vangnet.{service}.internal.v1.{TYPE}"
