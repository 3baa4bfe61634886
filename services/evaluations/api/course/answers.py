"""How it went and what must be done, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.evaluations.api.sitting.answers import PointAnswer
from shared.web.duties import ObligationAnswer
from shared.web.fields import Day, Flag, Id, Listed, Text
from shared.web.history import EventAnswer
from shared.web.paging import FOLLOWING_KEY
from shared.web.wire import WireSchema


class EntryAnswer(EventAnswer):
    """One happening as a sentence, with when it happened, was heard of and was recorded."""

    recorded_late = Flag(data_key="laatVastgelegd")
    evaluation = Id(data_key="evaluatieId", allow_none=True)
    incident = Id(data_key="voorvalId", allow_none=True)


class TimelineAnswer(WireSchema):
    """How it went with a plan."""

    entries = Listed(fields.Nested(EntryAnswer), data_key="gebeurtenissen")
    following = Text(data_key=FOLLOWING_KEY, allow_none=True)
    revision = Text(data_key="revisie")


class ObligationsAnswer(WireSchema):
    """All that must be, or was, done for a plan."""

    obligations = Listed(fields.Nested(ObligationAnswer), data_key="verplichtingen")
    flags = Listed(fields.Nested(PointAnswer), data_key="signalen")


class TurnAnswer(WireSchema):
    """One day on which an evaluation was or is due."""

    due_on = Day(data_key="datum")
    remind_on = Listed(Day(), data_key="herinneringen")
    supervisor_on = Day(data_key="naarLeidinggevendeOp")
    at_latest = Day(data_key="uiterstOp")
    too_late_agreed = Flag(data_key="ritmeTeRuim")
    overdue = Flag(data_key="teLaat")
    open = Flag(data_key="open")


class DueDatesAnswer(WireSchema):
    """The days on which an evaluation was or is due."""

    turns = Listed(fields.Nested(TurnAnswer), data_key="evaluatiemomenten")
