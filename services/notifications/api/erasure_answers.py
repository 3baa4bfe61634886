"""What was erased and who confirmed it, on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.notifications.domain.confirming import Keeper
from shared.eventbase.erasing import Ground
from shared.web.fields import Flag, Id, Instant, Listed, WireEnum
from shared.web.grounds import GROUND
from shared.web.wire import WireSchema

SERVICE = {
    Keeper.PLANS: "plannen",
    Keeper.EVALUATIONS: "evaluaties",
    Keeper.NOTIFICATIONS: "notificaties",
}


class ConfirmationAnswer(WireSchema):
    """A service that erased, and when no copy of a key can be unwrapped any more."""

    service = WireEnum(Keeper, SERVICE, data_key="dienst")
    at = Instant(data_key="op")
    complete_by = Instant(data_key="volledigOp")


class ErasureAnswer(WireSchema):
    """One order to erase, and how far it is."""

    erasure = Id(data_key="wisverzoekId")
    ground = WireEnum(Ground, GROUND, data_key="grond")
    ordered_at = Instant(data_key="opgedragenOp")
    confirm_by = Instant(data_key="bevestigenVoor")
    confirmed = Listed(fields.Nested(ConfirmationAnswer), data_key="bevestigd")
    missing = Listed(WireEnum(Keeper, SERVICE), data_key="nogNietBevestigd")
    overdue = Flag(data_key="teLaat")
    complete_by = Instant(data_key="volledigOp", allow_none=True)


class ErasuresAnswer(WireSchema):
    """Every order to erase in a dossier."""

    erasures = Listed(fields.Nested(ErasureAnswer), data_key="wissingen")
