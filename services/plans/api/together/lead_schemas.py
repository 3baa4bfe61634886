"""Passing the lead on, and cover while the case lead is away, on the wire."""

from __future__ import annotations

from services.plans.api.family.schemas import people
from services.plans.domain.together.cover import AnnounceAbsence, ArrangeCover
from services.plans.domain.together.handover import TellOfCaseLead, TransferCaseLead
from shared.web.fields import Day, Id, Text
from shared.web.wire import ActSchema

_LEAD = "/dossiers/{planId}/casusregie"


class TransferCaseLeadSchema(ActSchema):
    """Handing the lead over."""

    ACT = TransferCaseLead
    PATH = f"{_LEAD}/overdrachten"

    person = Id(data_key="persoonId", required=True)
    notes = Text(data_key="overdracht", required=True)


class TellOfCaseLeadSchema(ActSchema):
    """Telling people who leads now."""

    ACT = TellOfCaseLead
    PATH = f"{_LEAD}/bekendmakingen"

    people = people("personen", least=1, required=True)
    manner = Text(data_key="wijze", required=True)


class AnnounceAbsenceSchema(ActSchema):
    """When the case lead is away."""

    ACT = AnnounceAbsence
    PATH = f"{_LEAD}/afwezigheden"

    first_day = Day(data_key="eersteDag", required=True)
    last_day = Day(data_key="laatsteDag")
    explanation = Text(data_key="toelichting")


class ArrangeCoverSchema(ActSchema):
    """Who stands in meanwhile."""

    ACT = ArrangeCover
    PATH = f"{_LEAD}/afwezigheden/{{afwezigheidId}}/vervangingen"

    absence = Id(data_key="afwezigheidId", required=True)
    person = Id(data_key="persoonId", required=True)
    notes = Text(data_key="overdracht", required=True)
