"""What was considered, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from shared.web.fields import Id, Instant, Listed, Text
from shared.web.wire import WireSchema


class ConsiderationAnswer(WireSchema):
    """One consideration."""

    consideration = Id(data_key="afwegingId")
    item = Id(data_key="onderdeelId")
    weighed = Text(data_key="watIsAfgewogen", allow_none=True)
    decision = Text(data_key="besluit", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    consulted = Id(data_key="geraadpleegd")
    happened_at = Instant(data_key="gebeurdOp")


class ConsiderationsAnswer(WireSchema):
    """All considerations of a plan."""

    considerations = Listed(fields.Nested(ConsiderationAnswer), data_key="afwegingen")
