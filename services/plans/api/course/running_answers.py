"""The plans that are in force, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from shared.web.fields import Id, Instant, Listed, Text, Whole
from shared.web.wire import WireSchema


class WithSupervisorAnswer(WireSchema):
    """One thing that is for a supervisor to see to as well."""

    duty = Text(data_key="soort")
    due_at = Instant(data_key="uiterlijkOp")


class RunningPlanAnswer(WireSchema):
    """One plan, for how many days it has been in force, and what of it asks for attention."""

    plan_id = Id(data_key="planId")
    case_lead = Id(data_key="casusregisseur", allow_none=True)
    in_force_since = Instant(data_key="vastgesteldOp")
    days = Whole(data_key="dagen")
    reason_asked_since = Instant(data_key="redenGevraagdSinds", allow_none=True)
    reason_given_at = Instant(data_key="redenGegevenOp", allow_none=True)
    standing_still = Listed(Id(), data_key="stilstaandeFactoren")
    with_supervisor = Listed(fields.Nested(WithSupervisorAnswer), data_key="bijLeidinggevende")


class RunningPlansAnswer(WireSchema):
    """One page of them."""

    plans = Listed(fields.Nested(RunningPlanAnswer), data_key="plannen")
    following = Text(data_key="volgende", allow_none=True)
