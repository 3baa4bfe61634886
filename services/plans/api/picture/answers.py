"""What is known before and around a plan, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.picture import names
from services.plans.domain.picture.concerns import Ascertained
from shared.web.clocks import ClocksAnswer
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class SharedAnswer(WireSchema):
    """One time that somebody was told of a concern."""

    person = Id(data_key="persoonId")
    at = Instant(data_key="gebeurdOp")
    reaction = Text(data_key="reactie", allow_none=True)


class ConcernAnswer(ClocksAnswer):
    """One concern, whose it is and who knows of it."""

    item = Id(data_key="zorgId")
    what = Text(data_key="wat", allow_none=True)
    ascertained = WireEnum(Ascertained, names.ASCERTAINED, data_key="aard")
    source = Text(data_key="bron", allow_none=True)
    about = Listed(Id(), data_key="overWie")
    holder = Id(data_key="zorgVan", allow_none=True)
    since = Day(data_key="sinds", allow_none=True)
    consequence = Text(data_key="gevolgVoorKind", allow_none=True)
    quote = Text(data_key="letterlijk", allow_none=True)
    at = Instant(data_key="gebeurdOp")
    shared = Listed(fields.Nested(SharedAnswer), data_key="gedeeldMet")
    reason_not_shared = Text(data_key="redenNietGedeeld", allow_none=True)


class EarlierPlanCheckAnswer(WireSchema):
    """One time that somebody looked for earlier plans."""

    found = Flag(data_key="gevonden")
    where = Text(data_key="waar", allow_none=True)
    by = Id(data_key="door")
    at = Instant(data_key="gebeurdOp")


class EarlierPlanAnswer(WireSchema):
    """One earlier plan that this one refers to."""

    item = Id(data_key="eerderPlanVermeldingId")
    organisation = Text(data_key="organisatie", allow_none=True)
    document = Text(data_key="documentkenmerk", allow_none=True)
    made_on = Day(data_key="datum")
    plan = Id(data_key="eerderPlanId", allow_none=True)


class SupportPlanAnswer(WireSchema):
    """One support plan, and who says that it mentions this plan."""

    item = Id(data_key="ondersteuningsplanId")
    system = Text(data_key="systeem", allow_none=True)
    reference = Text(data_key="kenmerk", allow_none=True)
    linked_at = Instant(data_key="gekoppeldOp")
    confirmed_at = Instant(data_key="vermeldingBevestigdOp", allow_none=True)
    said_by = Text(data_key="bevestigdDoor", allow_none=True)
