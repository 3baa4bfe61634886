"""Requests for erasure, the term of keeping and mentions, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.erasing import names
from services.plans.domain.erasing.deciding import RefusalGround
from services.plans.domain.erasing.keeping import Since
from services.plans.views.erasing.mentions import Way
from services.plans.views.erasing.requests import RequestStatus
from shared.eventbase.erasing import Ground
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.grounds import GROUND
from shared.web.wire import WireSchema


class ExtentAnswer(WireSchema):
    """How much of a dossier."""

    NAME = "OmvangWissing"

    items = Listed(Id(), data_key="onderdelen")
    people = Listed(Id(), data_key="personen")
    addresses = Listed(Id(), data_key="adressenVan")
    whole = Flag(data_key="heelDossier")


class ErasureDecisionAnswer(WireSchema):
    """One decision on a request."""

    item = Id(data_key="besluitId")
    granted = fields.Nested(ExtentAnswer, data_key="toegewezen")
    ground = WireEnum(Ground, GROUND, data_key="grond")
    refusal = WireEnum(RefusalGround, names.REFUSAL, data_key="weigergrond", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)
    decided_by = Text(data_key="vastgelegdDoor")
    at = Instant(data_key="beslotenOp")


class ErasureRequestAnswer(WireSchema):
    """One request, and how far it is."""

    item = Id(data_key="wisverzoekId")
    asked_by = Id(data_key="gevraagdDoor", allow_none=True)
    why = Text(data_key="reden", allow_none=True)
    asked = fields.Nested(ExtentAnswer, data_key="gevraagd")
    at = Instant(data_key="gevraagdOp")
    recorded_by = Text(data_key="vastgelegdDoor")
    due_at = Instant(data_key="uiterlijkOp", allow_none=True)
    status = WireEnum(RequestStatus, names.STATUS, data_key="status")
    decisions = Listed(fields.Nested(ErasureDecisionAnswer), data_key="besluiten")
    approved_at = Instant(data_key="goedgekeurdOp", allow_none=True)


class ErasureOrderAnswer(ExtentAnswer):
    """One order to erase, perhaps approved in another dossier."""

    NAME = "OpdrachtWissing"

    erasure = Id(data_key="wisverzoekId")
    ground = WireEnum(Ground, GROUND, data_key="grond")
    at = Instant(data_key="opgedragenOp")


class HoldAnswer(WireSchema):
    """One hold."""

    item = Id(data_key="bewaarbevelId")
    reason = Text(data_key="reden", allow_none=True)
    at = Instant(data_key="gegevenOp")
    until = Day(data_key="totEnMet", allow_none=True)
    in_force = Flag(data_key="geldt")
    lifted_at = Instant(data_key="opgehevenOp", allow_none=True)
    reason_lifted = Text(data_key="redenOpgeheven", allow_none=True)


class ErasureRequestsAnswer(WireSchema):
    """The requests for erasure, the orders, and the holds."""

    requests = Listed(fields.Nested(ErasureRequestAnswer), data_key="wisverzoeken")
    orders = Listed(fields.Nested(ErasureOrderAnswer), data_key="opdrachten")
    holds = Listed(fields.Nested(HoldAnswer), data_key="bewaarbevelen")


class KeepingAnswer(WireSchema):
    """How long the file is kept."""

    last_day = Day(data_key="bewarenTotEnMet", allow_none=True)
    since = WireEnum(Since, names.SINCE, data_key="vanaf", allow_none=True)
    start = Instant(data_key="begintOp", allow_none=True)
    review_on = Day(data_key="herzienVanaf", allow_none=True)
    over = Flag(data_key="termijnVoorbij")
    holds = Listed(fields.Nested(HoldAnswer), data_key="bewaarbevelen")


class MentionAnswer(WireSchema):
    """One thing that mentions the person: an item, or what is kept of somebody else."""

    item = Id(data_key="onderdeelId", allow_none=True)
    of_person = Id(data_key="gegevensVanPersoonId", allow_none=True)
    event_id = Id(data_key="gebeurtenisId")
    name = Text(data_key="soort")
    day = Day(data_key="dag")
    ways = Listed(WireEnum(Way, names.WAY), data_key="hoe")


class SamePersonAnswer(WireSchema):
    """Where else the person stands."""

    item = Id(data_key="koppelingId")
    plan = Id(data_key="anderDossierId")
    person = Id(data_key="anderePersoonId")
    reason = Text(data_key="reden", allow_none=True)
    at = Instant(data_key="gekoppeldOp")


class MentionsAnswer(WireSchema):
    """Everything that mentions somebody, and the other dossiers in which they stand."""

    person = Id(data_key="persoonId")
    mentions = Listed(fields.Nested(MentionAnswer), data_key="vermeldingen")
    links = Listed(fields.Nested(SamePersonAnswer), data_key="koppelingen")
