"""Messages withheld, answers of partners, places of care and measures, on the wire."""

from __future__ import annotations

from services.plans.api.family.schemas import people
from services.plans.api.groundwork import names
from services.plans.domain.groundwork.measures import (
    ImposeMeasure,
    MeasureKind,
    MoveMeasureEnd,
)
from services.plans.domain.groundwork.messages_withheld import Why, WithholdTransparencyMessage
from services.plans.domain.groundwork.partner_answers import AnswerKind, RecordPartnerAnswer
from services.plans.domain.groundwork.risk_care import Place, PlaceRiskCare
from services.plans.domain.groundwork.transparency import Message
from shared.web.fields import Id, Instant, Text, WireEnum
from shared.web.wire import ActSchema


class WithholdTransparencyMessageSchema(ActSchema):
    """Not giving somebody message 2a or 2b."""

    ACT = WithholdTransparencyMessage
    PATH = "/dossiers/{planId}/boodschappen/niet-gegeven"

    message = WireEnum(Message, names.MESSAGE, data_key="boodschap", required=True)
    person = Id(data_key="persoonId", required=True)
    why = WireEnum(Why, names.WHY, data_key="soortReden", required=True)
    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    consulted = Id(data_key="geraadpleegd", required=True)


class RecordPartnerAnswerSchema(ActSchema):
    """Recording what a partner answered to a report."""

    ACT = RecordPartnerAnswer
    PATH = "/dossiers/{planId}/meldingen/{meldingId}/antwoorden"

    report = Id(data_key="meldingId", required=True)
    kind = WireEnum(AnswerKind, names.ANSWER, data_key="soort", required=True)
    said = Text(data_key="antwoord", required=True)
    said_by = Text(200, data_key="vanWie")


class PlaceRiskCareSchema(ActSchema):
    """Placing risk-driven care."""

    ACT = PlaceRiskCare
    PATH = "/dossiers/{planId}/risicogestuurde-zorg"

    place = WireEnum(Place, names.PLACE, data_key="plaats", required=True)
    what = Text(data_key="wat", required=True)
    reason = Text(data_key="reden")
    support_plan = Id(data_key="ondersteuningsplanId")


class ImposeMeasureSchema(ActSchema):
    """Recording a measure of the mayor or the court."""

    ACT = ImposeMeasure
    PATH = "/dossiers/{planId}/maatregelen"

    kind = WireEnum(MeasureKind, names.MEASURE, data_key="soort", required=True)
    decided_by = Text(200, data_key="beslotenDoor", required=True)
    on = people("voorWie", least=1, required=True)
    begins = Instant(data_key="begint", required=True)
    ends = Instant(data_key="eindigt", required=True)
    protects = people("beschermt")
    conditions = Text(data_key="voorwaarden")
    reference = Text(200, data_key="kenmerk")


class MoveMeasureEndSchema(ActSchema):
    """Extending a measure, or ending it sooner."""

    ACT = MoveMeasureEnd
    PATH = "/dossiers/{planId}/maatregelen/{maatregelId}/einde"

    measure = Id(data_key="maatregelId", required=True)
    ends = Instant(data_key="eindigt", required=True)
    reason = Text(data_key="reden", required=True)
