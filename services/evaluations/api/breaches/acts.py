"""The acts about agreements that are kept or not, as they come in."""

from __future__ import annotations

from services.evaluations.api.breaches.schemas import (
    AnswerKeepingSchema,
    CarryOutConsequenceSchema,
    ForgoConsequenceSchema,
    HearAboutBreachSchema,
    JudgeBreachSchema,
    ReportBreachSchema,
)

ACT_SCHEMAS = (
    ReportBreachSchema,
    HearAboutBreachSchema,
    JudgeBreachSchema,
    CarryOutConsequenceSchema,
    ForgoConsequenceSchema,
    AnswerKeepingSchema,
)
