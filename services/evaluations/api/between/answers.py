"""What people saw and said, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.evaluations.api.between import names
from services.evaluations.domain.between.contacts import Way
from shared.web.clocks import ClocksAnswer
from shared.web.fields import Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class NotedAnswer(ClocksAnswer):
    """What each of them has: when, and for professionals what is needed to correct it."""

    happened_at = Instant(data_key="gebeurdOp")
    hidden_from = Listed(Id(), data_key="verborgenVoor")
    event_id = Id(data_key="gebeurtenisId")


class ObservationAnswer(NotedAnswer):
    """What somebody saw."""

    observation = Id(data_key="waarnemingId")
    what = Text(data_key="wat", allow_none=True)
    observer = Id(data_key="waarnemer")
    about = Listed(Id(), data_key="overWie")


class AddressingAnswer(NotedAnswer):
    """That somebody was spoken to."""

    addressing = Id(data_key="aanspreekmomentId")
    by = Id(data_key="door")
    whom = Id(data_key="wie", allow_none=True)
    about = Text(data_key="waarover", allow_none=True)
    result = Text(data_key="uitkomst", allow_none=True)
    observation = Id(data_key="waarnemingId", allow_none=True)


class ContactAnswer(NotedAnswer):
    """Contact of the team with the family."""

    contact = Id(data_key="contactmomentId")
    by = Id(data_key="door")
    people = Listed(Id(), data_key="metWie")
    way = WireEnum(Way, names.WAY, data_key="wijze")
    what = Text(data_key="wat", allow_none=True)


class ObservationsAnswer(WireSchema):
    """What people saw and said; for professionals the contacts with the family too."""

    observations = Listed(fields.Nested(ObservationAnswer), data_key="waarnemingen")
    addressings = Listed(fields.Nested(AddressingAnswer), data_key="aanspreekmomenten")
    contacts = Listed(fields.Nested(ContactAnswer), data_key="contactmomenten")
