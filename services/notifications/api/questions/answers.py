"""Who was told what, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.notifications.api.answers import InformingAnswer
from shared.web.fields import Id, Listed, Whole
from shared.web.wire import WireSchema


class VersionToldAnswer(WireSchema):
    """One version, and everybody who had to be told of it."""

    version = Whole(data_key="versie")
    people = Listed(fields.Nested(InformingAnswer), data_key="personen")


class IncidentToldAnswer(WireSchema):
    """One incident, and who had to be told of it."""

    incident = Id(data_key="voorvalId")
    people = Listed(fields.Nested(InformingAnswer), data_key="personen")


class ToldAnswer(WireSchema):
    """Everything that somebody had to be told of."""

    versions = Listed(fields.Nested(VersionToldAnswer), data_key="versies")
    incidents = Listed(fields.Nested(IncidentToldAnswer), data_key="voorvallen")
