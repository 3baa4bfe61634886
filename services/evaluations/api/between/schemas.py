"""Observations, speaking to people, and contact with the family, on the wire."""

from __future__ import annotations

from services.evaluations.api.between import names
from services.evaluations.api.people import people as several
from services.evaluations.domain.between.addressing import AddressPerson
from services.evaluations.domain.between.contacts import RecordFamilyContact, Way
from services.evaluations.domain.between.observations import RecordObservation
from shared.web.fields import Id, Text, WireEnum
from shared.web.wire import ActSchema


class RecordObservationSchema(ActSchema):
    """Recording what somebody saw."""

    ACT = RecordObservation
    PATH = "/dossiers/{planId}/waarnemingen"

    what = Text(data_key="wat", required=True)
    observer = Id(data_key="waarnemer")
    about = several("overWie")
    hidden_from = several("verborgenVoor")


class AddressPersonSchema(ActSchema):
    """Recording that somebody was spoken to."""

    ACT = AddressPerson
    PATH = "/dossiers/{planId}/aanspreekmomenten"

    whom = Id(data_key="wie", required=True)
    about = Text(data_key="waarover", required=True)
    by = Id(data_key="door")
    result = Text(data_key="uitkomst")
    observation = Id(data_key="waarnemingId")
    hidden_from = several("verborgenVoor")


class RecordFamilyContactSchema(ActSchema):
    """Recording contact of the team with the family."""

    ACT = RecordFamilyContact
    PATH = "/dossiers/{planId}/contactmomenten"

    what = Text(data_key="wat", required=True)
    by = Id(data_key="door", required=True)
    people = several("metWie", required=True)
    way = WireEnum(Way, names.WAY, data_key="wijze", required=True)
    hidden_from = several("verborgenVoor")
