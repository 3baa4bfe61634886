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
from services.evaluations.domain import catalogue
from shared.eventbase.together import EnterTogether
from shared.web.together import Entries, enterable
from shared.web.wire import ActSchema

_ONE_BY_ONE = (
    StartEvaluationSchema,
    RateSafetySchema,
    AnswerQuestionSchema,
    AssessItemSchema,
    CompleteEvaluationSchema,
    ReportIncidentSchema,
    AssessIncidentSchema,
    CorrectEventSchema,
)


class EnterTogetherSchema(ActSchema):
    """A meeting: all its acts, or none."""

    ACT = EnterTogether
    PATH = "/dossiers/{planId}/handelingen"

    entries = Entries(enterable(catalogue, _ONE_BY_ONE), data_key="handelingen", required=True)


ACT_SCHEMAS = (*_ONE_BY_ONE, EnterTogetherSchema)
