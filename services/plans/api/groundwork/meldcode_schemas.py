"""The meldcode on the wire, as acts and as an answer."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load

from services.plans.api.groundwork import names
from services.plans.domain.groundwork.meldcode import (
    DecideMeldcode,
    DeclareMeldcodeNotApplicable,
    Weighing,
)
from services.plans.domain.groundwork.meldcode_steps import Step, TakeMeldcodeStep
from shared.web.fields import Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.wire import ActSchema, WireSchema

_MELDCODE = "/dossiers/{planId}/meldcode"


class WeighingSchema(WireSchema):
    """The five questions; those that were not come to are left out, or null."""

    NAME = "Afwegingskader"

    suspicion = Flag(data_key="vermoeden", required=True)
    unsafe = Flag(data_key="onveilig", allow_none=True)
    can_help = Flag(data_key="hulpMogelijk", allow_none=True)
    accepted = Flag(data_key="hulpAanvaard", allow_none=True)
    effective = Flag(data_key="hulpWerkt", allow_none=True)

    @post_load
    def weighing(self, data: dict[str, Any], **_: Any) -> Weighing:
        """The answers."""
        return Weighing(**data)


class TakeMeldcodeStepSchema(ActSchema):
    """Taking a step of the meldcode."""

    ACT = TakeMeldcodeStep
    PATH = f"{_MELDCODE}/stappen"

    step = WireEnum(Step, names.STEP, data_key="stap", required=True)
    outcome = Text(data_key="uitkomst", required=True)
    by = Id(data_key="door", required=True)
    skipped = Flag(data_key="overgeslagen")


class DecideMeldcodeSchema(ActSchema):
    """Deciding whether to report."""

    ACT = DecideMeldcode
    PATH = f"{_MELDCODE}/besluiten"

    weighing = fields.Nested(WeighingSchema, data_key="afweging", required=True)
    report = Flag(data_key="melden", required=True)
    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    consulted = Id(data_key="geraadpleegd", required=True)


class DeclareMeldcodeNotApplicableSchema(ActSchema):
    """Declaring that the meldcode does not fit."""

    ACT = DeclareMeldcodeNotApplicable
    PATH = f"{_MELDCODE}/niet-van-toepassing"

    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    consulted = Id(data_key="geraadpleegd", required=True)


class StepAnswer(WireSchema):
    """One step."""

    step = WireEnum(Step, names.STEP, data_key="stap")
    skipped = Flag(data_key="overgeslagen")
    by = Id(data_key="door")
    at = Instant(data_key="gebeurdOp")
    outcome = Text(data_key="uitkomst", allow_none=True)


class MeldcodeDecisionAnswer(WireSchema):
    """The last decision."""

    applies = Flag(data_key="vanToepassing")
    weighing = fields.Nested(WeighingSchema, data_key="afweging", allow_none=True)
    report = Flag(data_key="melden", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    consulted = Id(data_key="geraadpleegd")
    at = Instant(data_key="gebeurdOp")


class MeldcodeAnswer(WireSchema):
    """The meldcode in this dossier."""

    steps = Listed(fields.Nested(StepAnswer), data_key="stappen")
    decision = fields.Nested(MeldcodeDecisionAnswer, data_key="besluit", allow_none=True)
