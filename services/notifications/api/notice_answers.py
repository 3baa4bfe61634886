"""Notices on the wire: all of them for workers, somebody's own for that person."""

from __future__ import annotations

from marshmallow import fields

from services.notifications.api import names
from services.notifications.domain.holding_back import HeldBack
from services.notifications.domain.informings import Manner
from services.notifications.domain.notices import NoticeState, Reason, Withdrawal
from shared.web.fields import Id, Instant, Listed, Whole, WireEnum
from shared.web.wire import WireSchema


class NoticeAnswer(WireSchema):
    """One notice. Its person gets only the number, the moment and their own version."""

    notice = Id(data_key="berichtId")
    own_version = Whole(data_key="eigenVersie", allow_none=True)
    sent_at = Instant(data_key="verstuurdOp", allow_none=True)
    person = Id(data_key="persoonId")
    version = Whole(data_key="versie", allow_none=True)
    incident = Id(data_key="voorvalId", allow_none=True)
    state = WireEnum(NoticeState, names.STATE, data_key="stand")
    attempt = Whole(data_key="poging")
    since = Instant(data_key="begonnenOp")
    changed_at = Instant(data_key="gewijzigdOp")
    reason = WireEnum(Reason, names.REASON, data_key="oorzaak", allow_none=True)
    withdrawal = WireEnum(
        Withdrawal, names.WITHDRAWAL, data_key="waaromIngetrokken", allow_none=True
    )
    next_attempt = Instant(data_key="volgendePogingOp", allow_none=True)


class HeldBackAnswer(WireSchema):
    """Somebody to whom nothing can be sent, and why."""

    person = Id(data_key="persoonId")
    version = Whole(data_key="versie", allow_none=True)
    incident = Id(data_key="voorvalId", allow_none=True)
    why = WireEnum(HeldBack, names.HELD_BACK, data_key="waarom")
    since = Instant(data_key="sinds")


class InformedAnswer(WireSchema):
    """Something that the reader is known to have heard or read."""

    own_version = Whole(data_key="eigenVersie", allow_none=True)
    informed_at = Instant(data_key="geinformeerdOp")
    manner = WireEnum(Manner, names.MANNER, data_key="wijze")


class NoticesAnswer(WireSchema):
    """Notices, and what could not be sent or, for a person, what they confirmed."""

    notices = Listed(fields.Nested(NoticeAnswer), data_key="berichten")
    held_back = Listed(fields.Nested(HeldBackAnswer), data_key="nietVerstuurd")
    informed = Listed(fields.Nested(InformedAnswer), data_key="geinformeerd")
