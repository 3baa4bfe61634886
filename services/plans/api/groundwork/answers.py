"""What a plan stands on, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.family import names as family_names
from services.plans.api.groundwork import names
from services.plans.domain.family.dossier import Ground
from services.plans.domain.groundwork.consultation import Followed
from services.plans.domain.groundwork.reports import Authority
from services.plans.domain.groundwork.risk_assessment import Instrument, InstrumentPart
from services.plans.domain.groundwork.transparency import Message
from services.plans.domain.groundwork.unsafety import Unsafety
from shared.web.clocks import ClocksAnswer
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class ReferenceAnswer(WireSchema):
    """The family's number in another system."""

    system = Text(data_key="systeem")
    reference = Text(data_key="kenmerk")


class OpeningAnswer(ClocksAnswer):
    """Why the dossier was opened."""

    grounds = Listed(WireEnum(Ground, family_names.GROUND), data_key="gronden")
    suspicion_only = Flag(data_key="alleenVermoeden")
    explanation = Text(data_key="toelichting", allow_none=True)
    references = Listed(fields.Nested(ReferenceAnswer), data_key="externeVerwijzingen")
    at = Instant(data_key="gebeurdOp", allow_none=True)


class ClassificationAnswer(WireSchema):
    """The judgement that holds."""

    kind = WireEnum(Unsafety, names.UNSAFETY, data_key="soort")
    rationale = Text(data_key="onderbouwing", allow_none=True)
    endangered = Listed(Id(), data_key="bedreigdePersonen")
    since = Instant(data_key="geldtSinds")


class ConsultationAnswer(WireSchema):
    """One consultation."""

    colleague = Id(data_key="collega")
    followed = WireEnum(Followed, names.FOLLOWED, data_key="gevolgd")
    at = Instant(data_key="gebeurdOp")
    question = Text(data_key="vraag", allow_none=True)
    advice = Text(data_key="advies", allow_none=True)
    reason_not_followed = Text(data_key="redenNietGevolgd", allow_none=True)


class AssessmentAnswer(WireSchema):
    """One filled-in instrument."""

    instrument = WireEnum(Instrument, names.INSTRUMENT, data_key="instrument")
    part = WireEnum(InstrumentPart, names.PART, data_key="onderdeel")
    at = Instant(data_key="gebeurdOp")
    outcome = Text(data_key="uitkomst", allow_none=True)
    document = Text(data_key="documentkenmerk", allow_none=True)


class MessagesAnswer(WireSchema):
    """Which messages one person was given."""

    person = Id(data_key="persoonId")
    messages = Listed(WireEnum(Message, names.MESSAGE), data_key="boodschappen")


class ReportAnswer(WireSchema):
    """One report."""

    authority = WireEnum(Authority, names.AUTHORITY, data_key="instantie")
    told_family = Flag(data_key="gezinVoorafIngelicht")
    at = Instant(data_key="gebeurdOp")
    reason = Text(data_key="reden", allow_none=True)
    reference = Text(data_key="kenmerk", allow_none=True)
    reason_not_told = Text(data_key="redenNietIngelicht", allow_none=True)


class ExceptionAnswer(WireSchema):
    """One moment when it stayed safe."""

    item = Id(data_key="uitzonderingId")
    what = Text(data_key="wat", allow_none=True)
    protected = Text(data_key="beschermdeTegen", allow_none=True)
    by = Listed(Id(), data_key="door")
    moment = Text(data_key="moment", allow_none=True)
    on = Day(data_key="datum", allow_none=True)
    left = Flag(data_key="nagelaten")
    told_by = Id(data_key="verteldDoor", allow_none=True)
    strength = Id(data_key="krachtId", allow_none=True)
    at = Instant(data_key="gebeurdOp")
