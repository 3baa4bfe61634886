"""Incidents as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.evaluations.api.incidents import names
from services.evaluations.domain.incidents.triage import Severity
from shared.web.clocks import Lag
from shared.web.fields import Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class JudgedAnswer(WireSchema):
    """One judgement of an incident."""

    assessment = Id(data_key="beoordelingId")
    severity = WireEnum(Severity, names.SEVERITY, data_key="ernst")
    classification = Text(data_key="aard", allow_none=True)
    action = Text(data_key="actie", allow_none=True)
    judged_at = Instant(data_key="beoordeeldOp")


class IncidentHead(WireSchema):
    """One incident."""

    incident = Id(data_key="voorvalId")
    what = Text(data_key="wat", allow_none=True)
    where = Text(data_key="waar", allow_none=True)
    reporter = Id(data_key="melder", allow_none=True)
    reporter_description = Text(data_key="melderOmschrijving", allow_none=True)
    children_present = Listed(Id(), data_key="aanwezigeKinderen")
    safety_worsened = Flag(data_key="onveiliger")
    happened_at = Instant(data_key="gebeurdOp")
    heard_at = Instant(data_key="vernomenOp")
    learned_by = Id(data_key="vernomenDoor", allow_none=True)
    lag = Lag(data_key="vertraging", allow_none=True)
    recorded_at = Instant(data_key="vastgelegdOp")
    recorded_by = Text(data_key="vastgelegdDoor")
    hidden_from = Listed(Id(), data_key="verborgenVoor")
    event_id = Id(data_key="gebeurtenisId")
    assessments = Listed(fields.Nested(JudgedAnswer), data_key="beoordelingen")


class IncidentAnswer(IncidentHead):
    """One incident by itself, with the revision to go on from."""

    revision = Text(data_key="revisie")


class IncidentsAnswer(WireSchema):
    """The incidents of a plan."""

    incidents = Listed(fields.Nested(IncidentHead), data_key="voorvallen")
