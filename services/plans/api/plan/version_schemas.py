"""What makes, corrects and closes a plan, on the wire."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load

from services.plans.api.family.schemas import people
from services.plans.api.plan import names
from services.plans.api.plan.change_schemas import (
    AgreeEvaluationScheduleSchema,
    ChangeAgreementSchema,
    EndAgreementSchema,
    MakeAgreementSchema,
    ReviseBottomLineSchema,
    SetBottomLineSchema,
    WithdrawBottomLineSchema,
)
from services.plans.domain.plan.activation import ActivatePlan
from services.plans.domain.plan.adjustment import AdjustPlan
from services.plans.domain.plan.closing import ClosePlan, DescribeGoodEnough, GoodEnough
from services.plans.domain.plan.closing_evidence import ChildHeard
from services.plans.domain.plan.correction import CorrectEvent
from services.plans.domain.plan.versions import Cause, CauseKind, Path
from shared.web.fields import Day, Flag, Id, Listed, Text, WireEnum
from shared.web.one_act import OneAct
from shared.web.wire import ActSchema, WireSchema

CHANGES: dict[str, type[ActSchema]] = {
    "bodemeis-stellen": SetBottomLineSchema,
    "bodemeis-wijzigen": ReviseBottomLineSchema,
    "bodemeis-intrekken": WithdrawBottomLineSchema,
    "afspraak-maken": MakeAgreementSchema,
    "afspraak-wijzigen": ChangeAgreementSchema,
    "afspraak-beeindigen": EndAgreementSchema,
    "evaluatieritme-afspreken": AgreeEvaluationScheduleSchema,
}


class CauseSchema(WireSchema):
    """Why a version was made."""

    kind = WireEnum(CauseKind, names.CAUSE, data_key="soort", required=True)
    id = Id(data_key="id", allow_none=True)

    @post_load
    def cause(self, data: dict[str, Any], **_: Any) -> Cause:
        """The cause that was named."""
        return Cause(**data)


class ActivatePlanSchema(ActSchema):
    """Putting the plan into force."""

    ACT = ActivatePlan
    PATH = "/dossiers/{planId}/vaststellingen"

    path = WireEnum(Path, names.PATH, data_key="pad", required=True)
    because = Id(data_key="aanleidingId")


class AdjustPlanSchema(ActSchema):
    """Making the next version."""

    ACT = AdjustPlan
    PATH = "/dossiers/{planId}/bijstellingen"

    cause = fields.Nested(CauseSchema, data_key="oorzaak", required=True)
    reason = Text(data_key="reden", required=True)
    changes = Listed(OneAct(CHANGES), most=100, data_key="wijzigingen")
    unchanged = Flag(data_key="ongewijzigdBevestigd")


class CorrectEventSchema(ActSchema):
    """Correcting a wrong event."""

    ACT = CorrectEvent
    PATH = "/dossiers/{planId}/correcties"

    voids = Id(data_key="gebeurtenisId", required=True)
    reason = Text(data_key="reden", required=True)
    instead = Listed(OneAct(CHANGES), most=20, data_key="inPlaatsDaarvan")


class DescribeGoodEnoughSchema(ActSchema):
    """Describing when it is good enough."""

    ACT = DescribeGoodEnough
    PATH = "/dossiers/{planId}/goed-genoeg"

    text = Text(data_key="tekst", required=True)
    for_people = people("voorWie")


class ChildHeardSchema(WireSchema):
    """When a child was last spoken to."""

    child = Id(data_key="kindId", required=True)
    on = Day(data_key="gesprokenOp")

    @post_load
    def heard(self, data: dict[str, Any], **_: Any) -> ChildHeard:
        """What was said of this child."""
        return ChildHeard(**data)


class ClosePlanSchema(ActSchema):
    """Closing the plan."""

    ACT = ClosePlan
    PATH = "/dossiers/{planId}/afsluitingen"

    good_enough = WireEnum(GoodEnough, names.GOOD_ENOUGH, data_key="goedGenoeg", required=True)
    outcome = Text(data_key="uitkomst", required=True)
    comparison = Text(data_key="vergelijking", required=True)
    follow_up = Text(data_key="nazorg", required=True)
    follow_up_until = Day(data_key="nazorgTot")
    children = Listed(fields.Nested(ChildHeardSchema), most=50, data_key="kinderen")
    informed = Flag(data_key="iedereenIngelicht")
    reason_not_informed = Text(data_key="redenNietIngelicht")
