"""What the next evaluation is about, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.evaluations.api.preparing import names
from services.evaluations.domain.preparing.agenda import Topic
from shared.web.fields import Day, Flag, Id, Instant, Listed, Whole, WireEnum
from shared.web.wire import WireSchema


class AgendaPointAnswer(WireSchema):
    """One point of an agenda; ``weken``: how many full weeks it has been so."""

    topic = WireEnum(Topic, names.TOPIC, data_key="soort")
    item = Id(data_key="onderdeelId", allow_none=True)
    since = Instant(data_key="sinds", allow_none=True)
    weeks = Whole(data_key="weken", allow_none=True)
    until = Day(data_key="geldigTot", allow_none=True)
    must = Flag(data_key="moetBeantwoord")


class AgendaAnswer(WireSchema):
    """What the next evaluation is about."""

    due_on = Day(data_key="datum", allow_none=True)
    points = Listed(fields.Nested(AgendaPointAnswer), data_key="punten")
