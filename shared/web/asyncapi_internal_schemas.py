"""The schemas of the internal messages: the envelope, and the data that a topic has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from shared.eventbase.event import Event
from shared.feed.cloudevents import envelope_schemas
from shared.feed.message import BARE
from shared.feed.untranslatable import TYPE as UNTRANSLATABLE
from shared.web.asyncapi_schemas import PLAN_KEY, REF

InternalData = Mapping[type[Event], type[msgspec.Struct]]
SCHEMA_PREFIX = "intern-"
TRACE = {"type": "string", "pattern": "^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"}
_ENVELOPE = "InternBericht"
_DATA = "InternBerichtGegevens"
_TEMPLATE = REF + SCHEMA_PREFIX + "{name}"


def internal_type(service: str, topic: str) -> str:
    """The CloudEvents type of the message about an event."""
    return f"vangnet.{service}.internal.v1.{topic}"


def internal_schemas(service: str, internal: InternalData) -> dict[str, Any]:
    """The envelope, and per topic what ``data.gegevens`` holds; nothing in a bare one."""
    envelope, facts = (_closed(each) for each in envelope_schemas(_TEMPLATE))
    envelope["properties"] |= {
        "source": {"const": f"/services/{service}"},
        "partitionkey": PLAN_KEY,
        "traceparent": TRACE,
        "data": {"$ref": REF + _DATA},
    }
    kinds, held = msgspec.json.schema_components(internal.values(), ref_template=_TEMPLATE)
    by_topic = {event.TOPIC: kind for event, kind in zip(internal, kinds, strict=True)}
    by_topic[BARE] = {"type": "object", "maxProperties": 0}
    return (
        {_ENVELOPE: envelope, _DATA: facts}
        | {SCHEMA_PREFIX + name: _closed(schema) for name, schema in sorted(held.items())}
        | {SCHEMA_PREFIX + topic: _told(service, topic, kind) for topic, kind in by_topic.items()}
        | {SCHEMA_PREFIX + UNTRANSLATABLE: _untranslatable(service, envelope, facts)}
    )


def _told(service: str, topic: str, kind: dict[str, Any]) -> dict[str, Any]:
    data = {"properties": {"gegevens": kind}}
    narrowed = {"type": {"const": internal_type(service, topic)}, "data": data}
    return {"allOf": [{"$ref": REF + _ENVELOPE}, {"properties": narrowed}]}


def _untranslatable(
    service: str, envelope: dict[str, Any], facts: dict[str, Any]
) -> dict[str, Any]:
    """Where it stands, and nothing about when or what."""
    place = {name: facts["properties"][name] for name in ("stroom", "versie")}
    data = {"properties": place, "required": [*place]}
    kept = {name: value for name, value in envelope["properties"].items() if name != "time"}
    own = {"type": {"const": internal_type(service, UNTRANSLATABLE)}, "data": _closed_object(data)}
    needed = [name for name in envelope["required"] if name != "time"]
    return _closed_object({"properties": kept | own, "required": needed})


def _closed_object(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", **schema, "additionalProperties": False}


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    # What our code calls and says of itself in English is no part of the description.
    kept = {name: value for name, value in schema.items() if name not in ("title", "description")}
    return kept | {"additionalProperties": False} if kept.get("type") == "object" else kept
