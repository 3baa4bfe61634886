"""The internal feed on the wire, and its CloudEvents, for OpenAPI."""

from __future__ import annotations

from marshmallow import fields

from shared.feed.http_source import LONGEST_WAIT, MOST
from shared.web.envelope_schema import EnvelopeSchema
from shared.web.fields import Id, Instant, Listed, Whole
from shared.web.wire import QuerySchema, WireSchema


class InternalFeedQuery(QuerySchema):
    """From where, how many at most, and how many seconds to wait for news."""

    after = Whole(data_key="na")
    limit = Whole(1, MOST, data_key="aantal")
    wait = Whole(0, LONGEST_WAIT, data_key="wacht")


class InternalDataSchema(WireSchema):
    """The data of an internal event. What is in ``gegevens`` depends on the type."""

    NAME = "InterneGegevens"

    stream_id = Id(data_key="stroom", required=True)
    event_id = Id(data_key="gebeurtenisId", required=True)
    version = Whole(data_key="versie", required=True)
    effective_at = Instant(data_key="gebeurdOp", required=True)
    data = fields.Dict(data_key="gegevens", required=True)


class InternalEventSchema(EnvelopeSchema):
    """CloudEvents 1.0, structured JSON."""

    NAME = "InterneGebeurtenis"

    partitionkey = Id()
    data = fields.Nested(InternalDataSchema, required=True)


class InternalFeedAnswer(WireSchema):
    """A page: after which position, up to which, what the last one is, and their marks."""

    NAME = "InterneGebeurtenissen"

    after = Whole(data_key="na", required=True)
    reached = Whole(data_key="bereikt", required=True)
    last = Whole(data_key="laatste", required=True)
    mark = Id(data_key="merk", required=True, allow_none=True)
    before = Id(data_key="merkVoor", required=True, allow_none=True)
    events = Listed(
        fields.Nested(InternalEventSchema), data_key="gebeurtenissen", required=True, most=MOST
    )
