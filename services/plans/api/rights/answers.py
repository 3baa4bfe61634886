"""What people asked of their file, and their own view of it, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.rights import names
from services.plans.domain.rights.answering import Outcome, RightsRefusal
from services.plans.domain.rights.asking import Right
from shared.web.fields import Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class RightsAnswerAnswer(WireSchema):
    """The answer to one request."""

    NAME = "RechtenverzoekAntwoord"

    item = Id(data_key="antwoordId")
    outcome = WireEnum(Outcome, names.OUTCOME, data_key="uitkomst")
    refusal = WireEnum(RightsRefusal, names.REFUSAL, data_key="weigergrond", allow_none=True)
    explanation = Text(data_key="toelichting", allow_none=True)
    identity = Text(data_key="identiteit", allow_none=True)
    consulted = Id(data_key="geraadpleegd", allow_none=True)
    at = Instant(data_key="beantwoordOp")


class RightsRequestAnswer(WireSchema):
    """One request, its term and its answer."""

    item = Id(data_key="rechtenverzoekId")
    right = WireEnum(Right, names.RIGHT, data_key="soort")
    asked_by = Id(data_key="gevraagdDoor")
    on_behalf_of = Id(data_key="namens", allow_none=True)
    what = Text(data_key="wat", allow_none=True)
    identity = Text(data_key="identiteit", allow_none=True)
    at = Instant(data_key="ontvangenOp")
    due_at = Instant(data_key="uiterlijkOp", allow_none=True)
    reason_extended = Text(data_key="redenVerlenging", allow_none=True)
    answer = fields.Nested(RightsAnswerAnswer, data_key="antwoord", allow_none=True)


class RightsRequestsAnswer(WireSchema):
    """What people asked of their file."""

    requests = Listed(fields.Nested(RightsRequestAnswer), data_key="rechtenverzoeken")


class OwnStatementAnswer(WireSchema):
    """Somebody's own view of what others wrote."""

    item = Id(data_key="eigenVerklaringId")
    person = Id(data_key="persoonId")
    about = Listed(Id(), data_key="overOnderdelen")
    text = Text(data_key="tekst", allow_none=True)
    at = Instant(data_key="toegevoegdOp")


class OwnStatementsAnswer(WireSchema):
    """Every own view."""

    statements = Listed(fields.Nested(OwnStatementAnswer), data_key="eigenVerklaringen")
