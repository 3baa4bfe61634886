"""The acts on the plan itself, as they come in."""

from __future__ import annotations

from services.plans.api.plan.around_schemas import (
    AdoptEarlierPlanSchema,
    AgreeToPlanSchema,
    DiscussPlanSchema,
    DropSafetyPieceSchema,
    ExpectPlanEndSchema,
    PlaceInSupportPlanSchema,
    RecordSafetyPieceSchema,
)
from services.plans.api.plan.change_schemas import (
    AgreeEvaluationScheduleSchema,
    ChangeAgreementSchema,
    EndAgreementSchema,
    MakeAgreementSchema,
    ReviseBottomLineSchema,
    SetBottomLineSchema,
    WithdrawBottomLineSchema,
)
from services.plans.api.plan.judged_schemas import JudgeBottomLineSchema
from services.plans.api.plan.version_schemas import (
    ActivatePlanSchema,
    AdjustPlanSchema,
    ClosePlanSchema,
    CorrectEventSchema,
    DescribeGoodEnoughSchema,
)

ACT_SCHEMAS = (
    SetBottomLineSchema,
    ReviseBottomLineSchema,
    WithdrawBottomLineSchema,
    JudgeBottomLineSchema,
    MakeAgreementSchema,
    ChangeAgreementSchema,
    EndAgreementSchema,
    AgreeEvaluationScheduleSchema,
    ActivatePlanSchema,
    AdjustPlanSchema,
    CorrectEventSchema,
    DescribeGoodEnoughSchema,
    ClosePlanSchema,
    AdoptEarlierPlanSchema,
    DiscussPlanSchema,
    AgreeToPlanSchema,
    RecordSafetyPieceSchema,
    DropSafetyPieceSchema,
    ExpectPlanEndSchema,
    PlaceInSupportPlanSchema,
)
