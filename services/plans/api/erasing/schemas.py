"""Asking for erasure, deciding, approving, holds and links, as they come in."""

from __future__ import annotations

from services.plans.api.erasing import names
from services.plans.api.family.schemas import people
from services.plans.domain.erasing.approving import ApproveErasure
from services.plans.domain.erasing.deciding import DecideErasure, RefusalGround
from services.plans.domain.erasing.holding import LiftHold, PlaceHold
from services.plans.domain.erasing.linking import LinkSamePerson, UnlinkSamePerson
from services.plans.domain.erasing.requests import RequestErasure
from shared.eventbase.erasing import Ground
from shared.web.fields import Day, Flag, Id, Listed, Text, WireEnum
from shared.web.grounds import GROUND
from shared.web.wire import ActSchema

_REQUESTS = "/dossiers/{planId}/wisverzoeken"
_HOLDS = "/dossiers/{planId}/bewaarbevelen"


class RequestErasureSchema(ActSchema):
    """Asking for erasure; without ``gevraagdDoor`` the office asks of its own accord."""

    ACT = RequestErasure
    PATH = _REQUESTS

    why = Text(data_key="reden", required=True)
    items = Listed(Id(), data_key="onderdelen")
    addresses = people("adressenVan")
    people = people("personen")
    whole = Flag(data_key="heelDossier")
    asked_by = Id(data_key="gevraagdDoor")


class DecideErasureSchema(ActSchema):
    """What is granted of a request; nothing at all: it is refused."""

    ACT = DecideErasure
    PATH = f"{_REQUESTS}/{{wisverzoekId}}/besluiten"

    request = Id(data_key="wisverzoekId", required=True)
    ground = WireEnum(Ground, GROUND, data_key="grond", required=True)
    reason = Text(data_key="reden", required=True)
    items = Listed(Id(), data_key="onderdelen")
    addresses = people("adressenVan")
    people = people("personen")
    whole = Flag(data_key="heelDossier")
    refusal = WireEnum(RefusalGround, names.REFUSAL, data_key="weigergrond")


class ApproveErasureSchema(ActSchema):
    """Approval of the decision that was read."""

    ACT = ApproveErasure
    PATH = f"{_REQUESTS}/{{wisverzoekId}}/goedkeuringen"

    request = Id(data_key="wisverzoekId", required=True)
    decision = Id(data_key="besluitId", required=True)
    remark = Text(data_key="opmerking")


class PlaceHoldSchema(ActSchema):
    """Nothing of this dossier may be erased."""

    ACT = PlaceHold
    PATH = _HOLDS

    reason = Text(data_key="reden", required=True)
    until = Day(data_key="totEnMet")


class LiftHoldSchema(ActSchema):
    """A hold that need not stand any more."""

    ACT = LiftHold
    PATH = f"{_HOLDS}/{{bewaarbevelId}}/opheffingen"

    hold = Id(data_key="bewaarbevelId", required=True)
    reason = Text(data_key="reden", required=True)


class LinkSamePersonSchema(ActSchema):
    """Somebody who stands in another dossier as well."""

    ACT = LinkSamePerson
    PATH = "/dossiers/{planId}/personen/{persoonId}/koppelingen"

    person = Id(data_key="persoonId", required=True)
    other_plan = Id(data_key="anderDossierId", required=True)
    other_person = Id(data_key="anderePersoonId", required=True)
    reason = Text(data_key="reden", required=True)


class UnlinkSamePersonSchema(ActSchema):
    """A link that was wrong."""

    ACT = UnlinkSamePerson
    PATH = "/dossiers/{planId}/koppelingen/{koppelingId}/beeindigingen"

    link = Id(data_key="koppelingId", required=True)
    reason = Text(data_key="reden", required=True)
