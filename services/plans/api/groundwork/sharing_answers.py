"""Consent, and what was shared with whom on what basis, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.family import names as family_names
from services.plans.api.groundwork import names
from services.plans.domain.family.birthdays import Consent
from services.plans.domain.groundwork.outside_sharing import Basis
from shared.web.fields import Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class ConsentGivenAnswer(WireSchema):
    """One answer of one person."""

    person = Id(data_key="persoonId")
    given = Flag(data_key="gegeven")
    what = Text(data_key="wat", allow_none=True)
    said = Text(data_key="gezegd", allow_none=True)
    at = Instant(data_key="op")


class ConsentsAboutAnswer(WireSchema):
    """Who was asked about one person and one party, and who must still be asked."""

    about = Id(data_key="overWie")
    party = Id(data_key="metWie")
    needed_of = WireEnum(Consent, family_names.CONSENT, data_key="toestemmingVan", allow_none=True)
    agreed = Flag(data_key="toestemming")
    answers = Listed(fields.Nested(ConsentGivenAnswer), data_key="antwoorden")
    not_asked = Listed(Id(), data_key="nogNietGevraagd")


class OutsideSharingAnswer(WireSchema):
    """One decision to share."""

    about = Listed(Id(), data_key="overWie")
    party = Id(data_key="metWie")
    basis = WireEnum(Basis, names.BASIS, data_key="grond")
    what = Text(data_key="wat", allow_none=True)
    weighing = Text(data_key="afweging", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    consulted = Listed(Id(), data_key="geraadpleegd")
    told_family = Flag(data_key="gezinVerteld")
    reason_not_told = Text(data_key="redenNietVerteld", allow_none=True)
    at = Instant(data_key="op")


class SharingAnswer(WireSchema):
    """Consent per person and party, and the decisions to share."""

    consents = Listed(fields.Nested(ConsentsAboutAnswer), data_key="toestemmingen")
    decisions = Listed(fields.Nested(OutsideSharingAnswer), data_key="besluiten")
