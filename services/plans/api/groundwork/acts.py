"""The acts on what a plan stands on, as they come in."""

from __future__ import annotations

from services.plans.api.groundwork.judging_schemas import (
    AddGroundSchema,
    AnswerChildrenAtHomeSchema,
    RecordRegistrationSchema,
    RecordSafetyJudgementSchema,
)
from services.plans.api.groundwork.meldcode_schemas import (
    DecideMeldcodeSchema,
    DeclareMeldcodeNotApplicableSchema,
    TakeMeldcodeStepSchema,
)
from services.plans.api.groundwork.reporting_schemas import (
    ImposeMeasureSchema,
    MoveMeasureEndSchema,
    PlaceRiskCareSchema,
    RecordPartnerAnswerSchema,
    WithholdTransparencyMessageSchema,
)
from services.plans.api.groundwork.schemas import (
    ClassifyUnsafetySchema,
    ConsultColleagueSchema,
    GiveTransparencyMessageSchema,
    RecordExceptionSchema,
    RegisterRiskAssessmentSchema,
    ReportToAuthoritySchema,
)
from services.plans.api.groundwork.sharing_schemas import (
    DecideOutsideSharingSchema,
    RecordConsentSchema,
)

ACT_SCHEMAS = (
    RecordConsentSchema,
    DecideOutsideSharingSchema,
    AddGroundSchema,
    AnswerChildrenAtHomeSchema,
    RecordRegistrationSchema,
    RecordSafetyJudgementSchema,
    WithholdTransparencyMessageSchema,
    RecordPartnerAnswerSchema,
    PlaceRiskCareSchema,
    ImposeMeasureSchema,
    MoveMeasureEndSchema,
    ClassifyUnsafetySchema,
    ConsultColleagueSchema,
    RegisterRiskAssessmentSchema,
    TakeMeldcodeStepSchema,
    DecideMeldcodeSchema,
    DeclareMeldcodeNotApplicableSchema,
    GiveTransparencyMessageSchema,
    ReportToAuthoritySchema,
    RecordExceptionSchema,
)
