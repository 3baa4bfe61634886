"""Incidents and corrections, on the wire."""

from __future__ import annotations

from services.evaluations.api import names
from services.evaluations.api.evaluation_schemas import (
    AnswerQuestionSchema,
    AssessItemSchema,
    RateSafetySchema,
    StartEvaluationSchema,
    people,
)
from services.evaluations.domain.correcting import CorrectEvent
from services.evaluations.domain.reporting import ReportIncident
from services.evaluations.domain.triage import AssessIncident, Severity
from shared.web.fields import Flag, Id, Text, WireEnum
from shared.web.one_act import OneAct
from shared.web.wire import ActSchema

_INCIDENTS = "/dossiers/{planId}/voorvallen"


class ReportIncidentSchema(ActSchema):
    """Reporting an incident."""

    ACT = ReportIncident
    PATH = _INCIDENTS

    what = Text(data_key="wat", required=True)
    where = Text(200, data_key="waar")
    reporter = Id(data_key="melder")
    reporter_description = Text(200, data_key="melderOmschrijving")
    children_present = people("aanwezigeKinderen")
    safety_worsened = Flag(data_key="onveiliger")
    hidden_from = people("verborgenVoor")


class AssessIncidentSchema(ActSchema):
    """Assessing an incident."""

    ACT = AssessIncident
    PATH = f"{_INCIDENTS}/{{voorvalId}}/beoordelingen"

    incident = Id(data_key="voorvalId", required=True)
    severity = WireEnum(Severity, names.SEVERITY, data_key="ernst", required=True)
    classification = Text(data_key="aard", required=True)
    action = Text(data_key="actie", required=True)


REPLACEMENTS: dict[str, type[ActSchema]] = {
    "evaluatie-beginnen": StartEvaluationSchema,
    "schaalvraag-beantwoorden": RateSafetySchema,
    "evaluatievraag-beantwoorden": AnswerQuestionSchema,
    "onderdeel-beoordelen": AssessItemSchema,
    "voorval-melden": ReportIncidentSchema,
}


class CorrectEventSchema(ActSchema):
    """Correcting a part of an evaluation, or a report."""

    ACT = CorrectEvent
    PATH = "/dossiers/{planId}/correcties"

    voids = Id(data_key="gebeurtenisId", required=True)
    reason = Text(data_key="reden", required=True)
    instead = OneAct(REPLACEMENTS, data_key="inPlaatsDaarvan")
