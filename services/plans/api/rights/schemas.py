"""Requests for access and rectification, answers, and own statements, as they come in."""

from __future__ import annotations

from services.plans.api.rights import names
from services.plans.domain.rights.answering import AnswerRightsRequest, Outcome, RightsRefusal
from services.plans.domain.rights.asking import ExtendRightsAnswer, RecordRightsRequest, Right
from services.plans.domain.rights.own_statements import AddOwnStatement
from shared.web.fields import Id, Listed, Text, WireEnum
from shared.web.wire import ActSchema

_REQUESTS = "/dossiers/{planId}/rechtenverzoeken"


class RecordRightsRequestSchema(ActSchema):
    """What somebody asks; ``identiteit``: how it was seen that it was them."""

    ACT = RecordRightsRequest
    PATH = _REQUESTS

    right = WireEnum(Right, names.RIGHT, data_key="soort", required=True)
    asked_by = Id(data_key="gevraagdDoor", required=True)
    on_behalf_of = Id(data_key="namens")
    what = Text(data_key="wat", required=True)
    identity = Text(data_key="identiteit")


class ExtendRightsAnswerSchema(ActSchema):
    """That the answer takes two months more."""

    ACT = ExtendRightsAnswer
    PATH = f"{_REQUESTS}/{{rechtenverzoekId}}/verlengingen"

    request = Id(data_key="rechtenverzoekId", required=True)
    reason = Text(data_key="reden", required=True)


class AnswerRightsRequestSchema(ActSchema):
    """The answer, and why not all was given."""

    ACT = AnswerRightsRequest
    PATH = f"{_REQUESTS}/{{rechtenverzoekId}}/antwoorden"

    request = Id(data_key="rechtenverzoekId", required=True)
    outcome = WireEnum(Outcome, names.OUTCOME, data_key="uitkomst", required=True)
    explanation = Text(data_key="toelichting", required=True)
    refusal = WireEnum(RightsRefusal, names.REFUSAL, data_key="weigergrond")
    consulted = Id(data_key="geraadpleegd")
    identity = Text(data_key="identiteit")


class AddOwnStatementSchema(ActSchema):
    """Somebody's own view beside what others wrote."""

    ACT = AddOwnStatement
    PATH = "/dossiers/{planId}/eigen-verklaringen"

    person = Id(data_key="persoonId", required=True)
    about = Listed(Id(), 1, 100, data_key="overOnderdelen", required=True)
    text = Text(data_key="tekst", required=True)
