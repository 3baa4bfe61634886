"""The acts on the plan itself, as they come in."""

from __future__ import annotations

from services.plans.api.plan.change_schemas import (
    AgreeEvaluationScheduleSchema,
    ChangeAgreementSchema,
    EndAgreementSchema,
    MakeAgreementSchema,
    SetBottomLineSchema,
    WithdrawBottomLineSchema,
)
from services.plans.api.plan.version_schemas import (
    ActivatePlanSchema,
    AdjustPlanSchema,
    ClosePlanSchema,
    CorrectEventSchema,
    DescribeGoodEnoughSchema,
)

ACT_SCHEMAS = (
    SetBottomLineSchema,
    WithdrawBottomLineSchema,
    MakeAgreementSchema,
    ChangeAgreementSchema,
    EndAgreementSchema,
    AgreeEvaluationScheduleSchema,
    ActivatePlanSchema,
    AdjustPlanSchema,
    CorrectEventSchema,
    DescribeGoodEnoughSchema,
    ClosePlanSchema,
)
