"""The internal messages of a service, for the other services."""

from __future__ import annotations

from typing import Any

from shared.feed.message import BARE
from shared.feed.untranslatable import TYPE as UNTRANSLATABLE
from shared.web.asyncapi_internal_schemas import (
    SCHEMA_PREFIX,
    TRACE,
    InternalData,
    internal_type,
)
from shared.web.asyncapi_messages import CONTENT_TYPE, HEADERS, KAFKA, readable
from shared.web.asyncapi_schemas import REF

_OURS = {BARE: "Zonder gegevens", UNTRANSLATABLE: "Niet te vertalen"}
_HEADERS = HEADERS | {"properties": {**HEADERS["properties"], "traceparent": TRACE}}


def internal_messages(service: str, internal: InternalData) -> dict[str, Any]:
    """A message per event that other services are told of, a bare one for all the rest, and one

    for an event that could not be translated: it holds up its own plan.
    """
    told = {event.TOPIC: readable(event.NAME) for event in internal} | _OURS
    return {
        SCHEMA_PREFIX + topic: {
            "name": internal_type(service, topic),
            "title": f"{title} (intern)",
            "description": "Alleen voor de andere diensten: nummers, soorten en tijdstippen.",
            "contentType": CONTENT_TYPE,
            "headers": _HEADERS,
            "payload": {"$ref": REF + SCHEMA_PREFIX + topic},
            "bindings": KAFKA,
            "tags": [{"name": "intern"}],
        }
        for topic, title in sorted(told.items())
    }
