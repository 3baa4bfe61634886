"""The acts on what a plan stands on, as they come in."""

from __future__ import annotations

from services.plans.api.groundwork.meldcode_schemas import (
    DecideMeldcodeSchema,
    DeclareMeldcodeNotApplicableSchema,
    TakeMeldcodeStepSchema,
)
from services.plans.api.groundwork.schemas import (
    ClassifyUnsafetySchema,
    ConsultColleagueSchema,
    GiveTransparencyMessageSchema,
    RecordExceptionSchema,
    RegisterRiskAssessmentSchema,
    ReportToAuthoritySchema,
)

ACT_SCHEMAS = (
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
