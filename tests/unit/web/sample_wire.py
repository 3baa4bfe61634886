"""The sample's schemas."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load

from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import ActSchema, QuerySchema, WireSchema
from tests.unit.web.sample_domain import Begin, Change, Make, Purpose

PURPOSES = {Purpose.SAFETY: "veiligheid", Purpose.RECOVERY: "herstel"}


class StepSchema(WireSchema):
    """One step of an appointment."""

    text = Text(200, data_key="tekst", required=True)

    @post_load
    def text_only(self, data: dict[str, Any], **_: Any) -> str:
        """A step is its text."""
        return str(data["text"])


class BeginSchema(ActSchema):
    """Plan beginnen."""

    ACT = Begin
    PATH = "/veiligheidsplannen"
    title = Text(100, data_key="titel", required=True)


class MakeSchema(ActSchema):
    """Afspraak maken."""

    ACT = Make
    PATH = "/veiligheidsplannen/{planId}/afspraken"
    text = Text(data_key="tekst", required=True)
    purpose = WireEnum(Purpose, PURPOSES, data_key="doel", required=True)
    until = Day(data_key="totDatum", allow_none=True)
    steps = Listed(fields.Nested(StepSchema), most=5, data_key="stappen")


class ChangeSchema(ActSchema):
    """Afspraak bijstellen."""

    ACT = Change
    PATH = "/veiligheidsplannen/{planId}/afspraken/{afspraakId}/bijstellingen"
    item = Id(data_key="afspraakId", required=True)
    text = Text(data_key="tekst", required=True)


class ItemSchema(WireSchema):
    """One appointment as it is shown."""

    item = Id(data_key="id", required=True)
    text = Text(data_key="tekst")
    purpose = WireEnum(Purpose, PURPOSES, data_key="doel", allow_none=True)
    until = Day(data_key="totDatum", allow_none=True)
    made_at = Instant(data_key="gemaaktOp")
    position = Whole(data_key="nummer")
    kept = Flag(data_key="nagekomen", allow_none=True)


class PlanSchema(WireSchema):
    """A plan as it is shown."""

    plan_id = Id(data_key="planId", required=True)
    title = Text(data_key="titel")
    items = Listed(fields.Nested(ItemSchema), data_key="afspraken")


class PageQuery(QuerySchema):
    """How many, and whether with what ended."""

    limit = Whole(1, 100, data_key="aantal")
    ended = Flag(data_key="metBeeindigd")
