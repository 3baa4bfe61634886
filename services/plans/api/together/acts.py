"""The acts on who does what, as they come in."""

from __future__ import annotations

from services.plans.api.together.lead_schemas import (
    AnnounceAbsenceSchema,
    ArrangeCoverSchema,
    TellOfCaseLeadSchema,
    TransferCaseLeadSchema,
)
from services.plans.api.together.schemas import (
    AnswerAgreementSchema,
    AnswerTaskSchema,
    AssignTaskSchema,
    EndTaskSchema,
    RecordCoordinationSchema,
    ReturnTaskSchema,
    TakeOverTaskSchema,
)

ACT_SCHEMAS = (
    AssignTaskSchema,
    AnswerTaskSchema,
    EndTaskSchema,
    AnswerAgreementSchema,
    TakeOverTaskSchema,
    ReturnTaskSchema,
    RecordCoordinationSchema,
    TransferCaseLeadSchema,
    TellOfCaseLeadSchema,
    AnnounceAbsenceSchema,
    ArrangeCoverSchema,
)
