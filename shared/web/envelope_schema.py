"""The CloudEvents attributes that every event of ours has on the wire, public or internal."""

from __future__ import annotations

from shared.web.fields import Id, Instant, Text
from shared.web.wire import WireSchema


class EnvelopeSchema(WireSchema):
    """CloudEvents 1.0: the required attributes, and those of its extensions that we always fill."""

    specversion = Text(required=True)
    id = Text(required=True)
    source = Text(required=True)
    type = Text(required=True)
    subject = Id(required=True)
    time = Instant(required=True)
    datacontenttype = Text(required=True)
    sequence = Text(required=True)
