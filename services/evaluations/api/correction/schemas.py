"""Corrections, on the wire: what was wrong, and what stands in its place."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields

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
from shared.eventbase.act import Act
from shared.web.fields import Id, Text
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
_OF_THE_WHOLE = ("effective_at", "learned_at", "learned_by")


class Replacement(fields.Field[Act]):
    """What stands in the place of what was wrong: ``soort`` says what it is, the rest is its body.

    When it happened is said once, by the correction around it.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.schemas = {kind: made(exclude=_OF_THE_WHOLE) for kind, made in REPLACEMENTS.items()}

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Act:
        kind = value.get("soort") if isinstance(value, dict) else None
        schema = self.schemas.get(kind) if isinstance(kind, str) else None
        if schema is None:
            raise ValidationError({"soort": [f"Kies een van: {', '.join(REPLACEMENTS)}."]})
        act: Act = schema.load({key: said for key, said in value.items() if key != "soort"})
        return act


class CorrectEventSchema(ActSchema):
    """Correcting a part of an evaluation, or a report."""

    ACT = CorrectEvent
    PATH = "/dossiers/{planId}/correcties"

    voids = Id(data_key="gebeurtenisId", required=True)
    reason = Text(data_key="reden", required=True)
    instead = Replacement(data_key="inPlaatsDaarvan")
