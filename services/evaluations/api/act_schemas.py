"""Every act of the evaluations service on the wire."""

from __future__ import annotations

from services.evaluations.api.evaluation_schemas import (
    AnswerQuestionSchema,
    AssessItemSchema,
    CompleteEvaluationSchema,
    RateSafetySchema,
    StartEvaluationSchema,
)
from services.evaluations.api.incident_schemas import (
    AssessIncidentSchema,
    CorrectEventSchema,
    ReportIncidentSchema,
)

ACT_SCHEMAS = (
    StartEvaluationSchema,
    RateSafetySchema,
    AnswerQuestionSchema,
    AssessItemSchema,
    CompleteEvaluationSchema,
    ReportIncidentSchema,
    AssessIncidentSchema,
    CorrectEventSchema,
)
