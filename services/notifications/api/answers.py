"""What is due, who knows and what happened, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.notifications.api import names
from services.notifications.domain.informings import Manner
from services.notifications.views.standing import Standing
from shared.web.duties import ObligationAnswer
from shared.web.fields import Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.history import EventAnswer
from shared.web.paging import FOLLOWING_KEY
from shared.web.wire import WireSchema


class InformingAnswer(WireSchema):
    """One person who must be told of one version or incident, and how it stands."""

    person = Id(data_key="persoonId", allow_none=True)
    version = Whole(data_key="versie", allow_none=True)
    incident = Id(data_key="voorvalId", allow_none=True)
    own_version = Whole(data_key="eigenVersie", allow_none=True)
    opened_at = Instant(data_key="ontstaanOp")
    send_by = Instant(data_key="versturenVoor")
    confirm_by = Instant(data_key="bevestigenVoor")
    standing = WireEnum(Standing, names.STANDING, data_key="stand")
    sent_at = Instant(data_key="verstuurdOp", allow_none=True)
    overdue = Flag(data_key="teLaat")
    assessed_at = Instant(data_key="beoordeeldOp", allow_none=True)
    informed_at = Instant(data_key="geinformeerdOp")
    manner = WireEnum(Manner, names.MANNER, data_key="wijze")
    confirmation = Text(data_key="bevestiging", allow_none=True)
    with_version = Whole(data_key="metVersie", allow_none=True)
    late = Flag(data_key="naDeTermijn")
    withheld_at = Instant(data_key="beslotenOp")
    reason = Text(data_key="reden", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    consulted = Id(data_key="geraadpleegd")


class ObligationsAnswer(WireSchema):
    """What is due in a plan."""

    open = Listed(fields.Nested(InformingAnswer), data_key="open")
    settled = Listed(fields.Nested(InformingAnswer), data_key="vervuld")
    overdue = Whole(data_key="aantalTeLaat")
    duties = Listed(fields.Nested(ObligationAnswer), data_key="verplichtingen")


class LedgerAnswer(WireSchema):
    """One version of the plan and who knows of it."""

    version = Whole(data_key="versie")
    made_at = Instant(data_key="vastgesteldOp")
    informed = Whole(data_key="geinformeerd")
    total = Whole(data_key="totaal")
    withheld = Whole(data_key="bewustNiet")
    not_yet = Listed(Id(), data_key="nogNiet")
    overdue = Flag(data_key="teLaat")
    summary = Text(data_key="samenvatting")
    people = Listed(fields.Nested(InformingAnswer), data_key="personen")


class LedgersAnswer(WireSchema):
    """All versions of the plan and who knows of them."""

    versions = Listed(fields.Nested(LedgerAnswer), data_key="versies")


class EntryAnswer(EventAnswer):
    """One event as a sentence; the name of ``persoonId`` is with the plans service."""

    person = Id(data_key="persoonId", allow_none=True)


class HistoryAnswer(WireSchema):
    """The history of informing."""

    entries = Listed(fields.Nested(EntryAnswer), data_key="gebeurtenissen")
    following = Text(data_key=FOLLOWING_KEY, allow_none=True)
