"""The acts on the course of a case, as they come in."""

from __future__ import annotations

from services.plans.api.course.care_schemas import (
    ArrangeHelpSchema,
    ChangeHelpStatusSchema,
    EndPlacementSchema,
    IdentifyComplicatingFactorSchema,
    IdentifyRiskFactorSchema,
    MapRecoveryNeedSchema,
    PlanRiskReductionSchema,
    ReviewFactorSchema,
    WeighRecoveryNeedSchema,
)
from services.plans.api.course.schemas import (
    AcknowledgeTransferSchema,
    CheckFollowUpSchema,
    ConsiderEscalationSchema,
    DeclareDirectSafetyLostSchema,
    DeclareDirectSafetyReachedSchema,
    DeclineTransferSchema,
    OfferTransferSchema,
    ReviewContinuationSchema,
    SetDirectSafetyTermSchema,
)

ACT_SCHEMAS = (
    DeclareDirectSafetyReachedSchema,
    DeclareDirectSafetyLostSchema,
    SetDirectSafetyTermSchema,
    ConsiderEscalationSchema,
    IdentifyRiskFactorSchema,
    IdentifyComplicatingFactorSchema,
    PlanRiskReductionSchema,
    ReviewFactorSchema,
    MapRecoveryNeedSchema,
    WeighRecoveryNeedSchema,
    ArrangeHelpSchema,
    ChangeHelpStatusSchema,
    EndPlacementSchema,
    ReviewContinuationSchema,
    OfferTransferSchema,
    AcknowledgeTransferSchema,
    DeclineTransferSchema,
    CheckFollowUpSchema,
)
