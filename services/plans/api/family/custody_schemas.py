"""Custody, and people whose part ends or begins again, on the wire."""

from __future__ import annotations

from services.plans.api.family import names
from services.plans.api.family.schemas import people
from services.plans.domain.family.custody import CustodySource, RecordCustody
from services.plans.domain.family.leaving import EndInvolvement, ResumeInvolvement
from shared.web.fields import Day, Id, Text, WireEnum
from shared.web.wire import ActSchema

_PERSON = "/dossiers/{planId}/personen/{persoonId}"


class RecordCustodySchema(ActSchema):
    """Who holds custody of a child."""

    ACT = RecordCustody
    PATH = f"{_PERSON}/gezag"

    child = Id(data_key="persoonId", required=True)
    source = WireEnum(CustodySource, names.CUSTODY_SOURCE, data_key="bron", required=True)
    checked_on = Day(data_key="nagegaanOp", required=True)
    holders = people("gezagdragers")
    said_by = Id(data_key="volgens")
    note = Text(data_key="toelichting")


class EndInvolvementSchema(ActSchema):
    """The end of somebody's part."""

    ACT = EndInvolvement
    PATH = f"{_PERSON}/vertrek"

    person = Id(data_key="persoonId", required=True)
    reason = Text(data_key="reden", required=True)


class ResumeInvolvementSchema(ActSchema):
    """Somebody has a part again."""

    ACT = ResumeInvolvement
    PATH = f"{_PERSON}/terugkeer"

    person = Id(data_key="persoonId", required=True)
    reason = Text(data_key="reden", required=True)
