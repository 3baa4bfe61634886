"""Judging, consulting, assessing, telling and reporting, on the wire."""

from __future__ import annotations

from services.plans.api.family import names as family_names
from services.plans.api.family.schemas import people
from services.plans.api.groundwork import names
from services.plans.domain.family.people import Register
from services.plans.domain.groundwork.consultation import ConsultColleague, Followed
from services.plans.domain.groundwork.reports import Authority, ReportToAuthority
from services.plans.domain.groundwork.risk_assessment import (
    Instrument,
    InstrumentPart,
    RegisterRiskAssessment,
)
from services.plans.domain.groundwork.transparency import GiveTransparencyMessage, Manner, Message
from services.plans.domain.groundwork.unsafety import ClassifyUnsafety, Unsafety
from services.plans.domain.picture.exceptions import RecordException
from shared.web.fields import Day, Flag, Id, Text, WireEnum
from shared.web.wire import ActSchema


class ClassifyUnsafetySchema(ActSchema):
    """Judging the kind of unsafety."""

    ACT = ClassifyUnsafety
    PATH = "/dossiers/{planId}/onveiligheid"

    kind = WireEnum(Unsafety, names.UNSAFETY, data_key="soort", required=True)
    rationale = Text(data_key="onderbouwing", required=True)
    endangered = people("bedreigdePersonen")


class ConsultColleagueSchema(ActSchema):
    """Consulting another qualified colleague."""

    ACT = ConsultColleague
    PATH = "/dossiers/{planId}/raadplegingen"

    worker = Id(data_key="werker", required=True)
    colleague = Id(data_key="collega", required=True)
    register = WireEnum(Register, family_names.REGISTER, data_key="register", required=True)
    question = Text(data_key="vraag", required=True)
    advice = Text(data_key="advies", required=True)
    followed = WireEnum(Followed, names.FOLLOWED, data_key="gevolgd", required=True)
    reason_not_followed = Text(data_key="redenNietGevolgd")


class RegisterRiskAssessmentSchema(ActSchema):
    """Registering a filled-in instrument."""

    ACT = RegisterRiskAssessment
    PATH = "/dossiers/{planId}/risicotaxaties"

    instrument = WireEnum(Instrument, names.INSTRUMENT, data_key="instrument", required=True)
    part = WireEnum(InstrumentPart, names.PART, data_key="onderdeel", required=True)
    outcome = Text(data_key="uitkomst", required=True)
    document = Text(500, data_key="documentkenmerk")
    name = Text(100, data_key="naamInstrument")
    by = Id(data_key="ingevuldDoor")


class GiveTransparencyMessageSchema(ActSchema):
    """Giving message 2a or 2b."""

    ACT = GiveTransparencyMessage
    PATH = "/dossiers/{planId}/boodschappen"

    message = WireEnum(Message, names.MESSAGE, data_key="boodschap", required=True)
    to = people("aan", least=1, required=True)
    manner = WireEnum(Manner, names.MANNER, data_key="wijze", required=True)
    reaction = Text(data_key="reactie")


class ReportToAuthoritySchema(ActSchema):
    """Reporting to Veilig Thuis or the Raad."""

    ACT = ReportToAuthority
    PATH = "/dossiers/{planId}/meldingen"

    authority = WireEnum(Authority, names.AUTHORITY, data_key="instantie", required=True)
    reason = Text(data_key="reden", required=True)
    told_family = Flag(data_key="gezinVoorafIngelicht", required=True)
    reference = Text(200, data_key="kenmerk")
    reason_not_told = Text(data_key="redenNietIngelicht")


class RecordExceptionSchema(ActSchema):
    """Recording a moment when it stayed safe."""

    ACT = RecordException
    PATH = "/dossiers/{planId}/uitzonderingen"

    what = Text(data_key="wat", required=True)
    by = people("door")
    protected = Text(data_key="beschermdeTegen")
    moment = Text(500, data_key="moment")
    on = Day(data_key="datum")
    left = Flag(data_key="nagelaten")
    told_by = Id(data_key="verteldDoor")
    strength = Id(data_key="krachtId")
    hidden_from = people("verborgenVoor")
