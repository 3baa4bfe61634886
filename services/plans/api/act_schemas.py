"""Every act of the plans service on the wire."""

from __future__ import annotations

from services.plans.api.change_schemas import (
    AgreeEvaluationScheduleSchema,
    ChangeAgreementSchema,
    EndAgreementSchema,
    MakeAgreementSchema,
    SetBottomLineSchema,
    WithdrawBottomLineSchema,
)
from services.plans.api.groundwork_schemas import (
    ClassifyUnsafetySchema,
    ConsultColleagueSchema,
    GiveTransparencyMessageSchema,
    RecordExceptionSchema,
    RegisterRiskAssessmentSchema,
    ReportToAuthoritySchema,
)
from services.plans.api.meldcode_schemas import (
    DecideMeldcodeSchema,
    DeclareMeldcodeNotApplicableSchema,
    TakeMeldcodeStepSchema,
)
from services.plans.api.people_schemas import (
    AddPersonSchema,
    AssignCaseLeadSchema,
    ChooseSafeContactSchema,
    OpenDossierSchema,
)
from services.plans.api.picture_schemas import (
    CheckEarlierPlansSchema,
    ConfirmSupportPlanMentionSchema,
    LeaveConcernUnsharedSchema,
    LinkSupportPlanSchema,
    RecordConcernSchema,
    ReferToEarlierPlanSchema,
    ShareConcernSchema,
)
from services.plans.api.version_schemas import (
    ActivatePlanSchema,
    AdjustPlanSchema,
    ClosePlanSchema,
    CorrectEventSchema,
    DescribeGoodEnoughSchema,
)

ACT_SCHEMAS = (
    OpenDossierSchema,
    AddPersonSchema,
    ChooseSafeContactSchema,
    AssignCaseLeadSchema,
    ClassifyUnsafetySchema,
    ConsultColleagueSchema,
    RegisterRiskAssessmentSchema,
    TakeMeldcodeStepSchema,
    DecideMeldcodeSchema,
    DeclareMeldcodeNotApplicableSchema,
    GiveTransparencyMessageSchema,
    ReportToAuthoritySchema,
    RecordExceptionSchema,
    RecordConcernSchema,
    ShareConcernSchema,
    LeaveConcernUnsharedSchema,
    CheckEarlierPlansSchema,
    ReferToEarlierPlanSchema,
    LinkSupportPlanSchema,
    ConfirmSupportPlanMentionSchema,
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
