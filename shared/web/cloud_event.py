"""Public events as CloudEvents 1.0 under the NL GOV profile 1.1: ids and times, never content."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from shared.web.fields import in_zulu

TYPE_PREFIX = "nl.overheid.veiligheidsplannen"


class PublicEvent(msgspec.Struct, frozen=True, kw_only=True):
    """What the outside world may know of one event. ``dataref`` is a path under the base path.

    ``name`` is the event's Dutch name; ``version`` its place in its stream.
    """

    seq: int
    stream_id: UUID
    version: int
    plan_id: UUID
    name: str
    effective_at: datetime
    recorded_at: datetime
    dataref: str | None = None


class Publisher(msgspec.Struct, frozen=True):
    """Who publishes: ``urn:nld:oin:<20 digits>:systeem:<name>``, and the URL of its API."""

    source: str
    url: str
    type_prefix: str = TYPE_PREFIX


def event_type(name: str, prefix: str = TYPE_PREFIX) -> str:
    """The CloudEvents type of a Dutch event name: reverse DNS, one version number."""
    return f"{prefix}.{name}.v1"


def cloud_event(event: PublicEvent, publisher: Publisher) -> dict[str, Any]:
    """One event as CloudEvent. ``id`` is the same on every retry and every channel.

    ``time`` is when it was recorded, as the profile asks; when it happened stands in ``data``.
    No ``sequencetype``: the profile's Integer is 32 bits and this sequence is not.
    """
    made: dict[str, Any] = {
        "specversion": "1.0",
        "id": f"{event.stream_id}.{event.version}",
        "source": publisher.source,
        "type": event_type(event.name, publisher.type_prefix),
        "subject": str(event.plan_id),
        "time": in_zulu(event.recorded_at),
        "datacontenttype": "application/json",
        "sequence": f"{event.seq:019d}",
        "data": {
            "planId": str(event.plan_id),
            "versie": event.version,
            "gebeurdOp": in_zulu(event.effective_at),
        },
    }
    if event.dataref is not None:
        made["dataref"] = publisher.url + event.dataref
    return made
