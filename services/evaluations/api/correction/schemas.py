"""Corrections, on the wire: what was wrong, and what stands in its place."""

from __future__ import annotations

from services.evaluations.api.between.schemas import (
    AddressPersonSchema,
    RecordFamilyContactSchema,
    RecordObservationSchema,
)
from services.evaluations.api.breaches.schemas import HearAboutBreachSchema, ReportBreachSchema
from services.evaluations.api.children.schemas import RecordChildConversationSchema
from services.evaluations.api.incidents.schemas import ReportIncidentSchema
from services.evaluations.api.sitting.schemas import (
    AnswerQuestionSchema,
    AssessItemSchema,
    RateSafetySchema,
    StartEvaluationSchema,
)
from services.evaluations.domain.correction.correcting import CorrectEvent
from shared.web.fields import Id, Text
from shared.web.one_act import OneAct
from shared.web.wire import ActSchema

REPLACEMENTS: dict[str, type[ActSchema]] = {
    "evaluatie-beginnen": StartEvaluationSchema,
    "schaalvraag-beantwoorden": RateSafetySchema,
    "evaluatievraag-beantwoorden": AnswerQuestionSchema,
    "onderdeel-beoordelen": AssessItemSchema,
    "voorval-melden": ReportIncidentSchema,
    "kindgesprek-vastleggen": RecordChildConversationSchema,
    "niet-nakomen-melden": ReportBreachSchema,
    "wederhoor-vastleggen": HearAboutBreachSchema,
    "waarneming-vastleggen": RecordObservationSchema,
    "iemand-aanspreken": AddressPersonSchema,
    "contact-met-gezin-vastleggen": RecordFamilyContactSchema,
}


class CorrectEventSchema(ActSchema):
    """Correcting a part of an evaluation, or a report."""

    ACT = CorrectEvent
    PATH = "/dossiers/{planId}/correcties"

    voids = Id(data_key="gebeurtenisId", required=True)
    reason = Text(data_key="reden", required=True)
    instead = OneAct(REPLACEMENTS, data_key="inPlaatsDaarvan")
