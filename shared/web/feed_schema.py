"""The feed on the wire, and what a CloudEvent of ours looks like in OpenAPI."""

from __future__ import annotations

from marshmallow import fields

from shared.web.envelope_schema import EnvelopeSchema
from shared.web.fields import Id, Instant, Listed, Text, Whole
from shared.web.wire import QuerySchema, WireSchema

MAX_LIMIT = 1000


class FeedQuery(QuerySchema):
    """From where, and how many at most."""

    after = Text(100, data_key="na")
    limit = Whole(1, MAX_LIMIT)


class PublicDataSchema(WireSchema):
    """The data of a public event: enough to fetch the rest with a right of one's own."""

    NAME = "GebeurtenisGegevens"

    plan_id = Id(data_key="planId", required=True)
    version = Whole(data_key="versie", required=True)
    effective_at = Instant(data_key="gebeurdOp", required=True)


class CloudEventSchema(EnvelopeSchema):
    """CloudEvents 1.0, structured JSON, NL GOV profile 1.1."""

    NAME = "Gebeurtenis"

    dataref = Text()
    data = fields.Nested(PublicDataSchema, required=True)


class FeedAnswer(WireSchema):
    """Events in order, and the cursor to go on from."""

    NAME = "Gebeurtenissen"

    events = Listed(
        fields.Nested(CloudEventSchema), most=MAX_LIMIT, data_key="gebeurtenissen", required=True
    )
    following = Text(data_key="volgende", required=True)
