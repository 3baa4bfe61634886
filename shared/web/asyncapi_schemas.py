"""The schemas of the public events: what the feed answers with, narrowed per type of event."""

from __future__ import annotations

from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from shared.eventbase.catalogue import Catalogue
from shared.web.cloud_event import Publisher, event_type
from shared.web.feed_schema import CloudEventSchema, FeedAnswer, FeedQuery
from shared.web.openapi import schema_name
from shared.web.openapi_fields import describe
from shared.web.wire import QuerySchema, WireSchema

Schemas = dict[str, Any]
_PAGE = FeedAnswer.NAME
ENVELOPE = CloudEventSchema.NAME
REF = "#/components/schemas/"
SEQUENCE = {"type": "string", "pattern": "^[0-9]{19}$"}
PLAN_KEY = {"type": "string", "format": "uuid", "description": "Het plan: houdt de volgorde vast."}
_STREAM_PLACE = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[.][1-9][0-9]*$"


def public_schemas(catalogue: Catalogue, publisher: Publisher) -> Schemas:
    """The envelope that every public event has, and per event the one with its type."""
    found = _described(CloudEventSchema)
    found[ENVELOPE]["properties"] |= {
        "specversion": {"const": "1.0"},
        "id": {"type": "string", "pattern": _STREAM_PLACE},
        "source": {"const": publisher.source},
        "datacontenttype": {"const": "application/json"},
        "sequence": SEQUENCE,
        "dataref": {"type": "string", "format": "uri"},
    }
    return found | {name: _of_type(name, publisher) for name in public_names(catalogue)}


def public_names(catalogue: Catalogue) -> list[str]:
    """The Dutch names of the events, in order: what their messages and schemas are called."""
    return sorted(event_class.NAME for event_class in catalogue.events.values())


def page_schemas(catalogue: Catalogue) -> Schemas:
    """One page of the feed."""
    page = _described(FeedAnswer)[_PAGE]
    page["properties"]["gebeurtenissen"]["items"] = {
        "oneOf": [{"$ref": REF + name} for name in public_names(catalogue)]
    }
    return {_PAGE: page}


def page_query() -> dict[str, Any]:
    """What can be asked of the feed."""
    schema: dict[str, Any] = _described(FeedQuery)[schema_name(FeedQuery, {})]
    return schema


def _of_type(name: str, publisher: Publisher) -> dict[str, Any]:
    narrowed = {"type": {"const": event_type(name, publisher.type_prefix)}}
    return {"allOf": [{"$ref": REF + ENVELOPE}, {"properties": narrowed}]}


def _described(schema: type[WireSchema] | type[QuerySchema]) -> Schemas:
    """The schema in JSON Schema and those that it refers to, by name: as OpenAPI has them."""
    plugin = MarshmallowPlugin(schema_name_resolver=lambda held: schema_name(held, {}))
    made = APISpec(title="", version="", openapi_version="3.1.0", plugins=[plugin])
    assert plugin.converter is not None
    plugin.converter.add_attribute_function(describe)  # type: ignore[no-untyped-call]
    made.components.schema(schema_name(schema, {}), schema=schema)
    schemas: Schemas = made.to_dict()["components"]["schemas"]
    return schemas
