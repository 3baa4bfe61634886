"""The acts on statements, as they come in."""

from __future__ import annotations

from services.plans.api.statements.schemas import (
    DiscussStatementSchema,
    FormulateDesiredSituationSchema,
    FormulateRiskStatementSchema,
    WithdrawStatementSchema,
)

ACT_SCHEMAS = (
    FormulateRiskStatementSchema,
    FormulateDesiredSituationSchema,
    DiscussStatementSchema,
    WithdrawStatementSchema,
)
