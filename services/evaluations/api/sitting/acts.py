"""The acts of an evaluation, as they come in."""

from __future__ import annotations

from services.evaluations.api.sitting.schemas import (
    AnswerQuestionSchema,
    AssessItemSchema,
    CompleteEvaluationSchema,
    RateSafetySchema,
    StartEvaluationSchema,
)

ACT_SCHEMAS = (
    StartEvaluationSchema,
    RateSafetySchema,
    AnswerQuestionSchema,
    AssessItemSchema,
    CompleteEvaluationSchema,
)
