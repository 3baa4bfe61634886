"""Who holds custody of whom, and at what age that changes, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.family import names
from services.plans.domain.family.birthdays import Consent
from services.plans.domain.family.custody import CustodySource
from shared.web.fields import Day, Flag, Id, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema


class CustodyAnswer(WireSchema):
    """One answer to who holds custody."""

    item = Id(data_key="gezagId")
    source = WireEnum(CustodySource, names.CUSTODY_SOURCE, data_key="bron")
    checked_on = Day(data_key="nagegaanOp")
    holders = Listed(Id(), data_key="gezagdragers")
    said_by = Id(data_key="volgens", allow_none=True)
    note = Text(data_key="toelichting", allow_none=True)


class NextAgeAnswer(WireSchema):
    """The next age at which rights change by themselves."""

    age = Whole(data_key="leeftijd")
    on = Day(data_key="op")
    soon = Flag(data_key="binnenkort")


class ChildAnswer(WireSchema):
    """One child: what was read, what was said since, and how old they are."""

    person = Id(data_key="persoonId")
    name = Text(data_key="naam", allow_none=True)
    age = Whole(data_key="leeftijd", allow_none=True)
    consent = WireEnum(Consent, names.CONSENT, data_key="toestemmingVan", allow_none=True)
    next_age = fields.Nested(NextAgeAnswer, data_key="volgendeLeeftijdsgrens", allow_none=True)
    custody = fields.Nested(CustodyAnswer, data_key="gezag", allow_none=True)
    check_again = Day(data_key="opnieuwNagaanVoor", allow_none=True)
    said = Listed(fields.Nested(CustodyAnswer), data_key="nietNagegaan")


class CustodiesAnswer(WireSchema):
    """Custody of every child of the family."""

    children = Listed(fields.Nested(ChildAnswer), data_key="kinderen")
    age_unknown = Listed(Id(), data_key="geboortedatumOnbekend")
