"""Consent, and sharing with a party outside the family, on the wire."""

from __future__ import annotations

from services.plans.api.family.schemas import people
from services.plans.api.groundwork import names
from services.plans.domain.groundwork.consents import RecordConsent
from services.plans.domain.groundwork.outside_sharing import Basis, DecideOutsideSharing
from shared.web.fields import Flag, Id, Text, WireEnum
from shared.web.wire import ActSchema


class RecordConsentSchema(ActSchema):
    """What somebody answers when asked whether something may be shared."""

    ACT = RecordConsent
    PATH = "/dossiers/{planId}/toestemmingen"

    person = Id(data_key="persoonId", required=True)
    about = Id(data_key="overWie", required=True)
    party = Id(data_key="metWie", required=True)
    what = Text(data_key="wat", required=True)
    given = Flag(data_key="gegeven", required=True)
    said = Text(data_key="gezegd")


class DecideOutsideSharingSchema(ActSchema):
    """Deciding to share with a party."""

    ACT = DecideOutsideSharing
    PATH = "/dossiers/{planId}/delen-met-partijen"

    about = people("overWie", least=1, required=True)
    party = Id(data_key="metWie", required=True)
    basis = WireEnum(Basis, names.BASIS, data_key="grond", required=True)
    what = Text(data_key="wat", required=True)
    weighing = Text(data_key="afweging", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    told_family = Flag(data_key="gezinVerteld", required=True)
    consulted = people("geraadpleegd")
    reason_not_told = Text(data_key="redenNietVerteld")
