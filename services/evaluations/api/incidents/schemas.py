"""Incidents, on the wire."""

from __future__ import annotations

from services.evaluations.api.incidents import names
from services.evaluations.api.people import people
from services.evaluations.domain.incidents.reporting import ReportIncident
from services.evaluations.domain.incidents.triage import AssessIncident, Severity
from shared.web.fields import Flag, Id, Text, WireEnum
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
