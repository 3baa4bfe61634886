"""The acts on the rights of people, as they come in."""

from __future__ import annotations

from services.plans.api.rights.schemas import (
    AddOwnStatementSchema,
    AnswerRightsRequestSchema,
    ExtendRightsAnswerSchema,
    RecordRightsRequestSchema,
)

ACT_SCHEMAS = (
    RecordRightsRequestSchema,
    ExtendRightsAnswerSchema,
    AnswerRightsRequestSchema,
    AddOwnStatementSchema,
)
