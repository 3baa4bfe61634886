"""Agreements that are not kept, on the wire."""

from __future__ import annotations

from services.evaluations.api.people import people
from services.evaluations.domain.breaches.claims import ReportBreach
from services.evaluations.domain.breaches.consequences import (
    CarryOutConsequence,
    ForgoConsequence,
)
from services.evaluations.domain.breaches.findings import JudgeBreach
from services.evaluations.domain.breaches.hearing import HearAboutBreach
from services.evaluations.domain.breaches.keeping import AnswerKeeping
from shared.web.fields import Flag, Id, Text
from shared.web.wire import ActSchema

_BREACHES = "/dossiers/{planId}/niet-nakomen"
_BREACH = f"{_BREACHES}/{{nietNakomenId}}"


class ReportBreachSchema(ActSchema):
    """Saying that an agreement was not kept."""

    ACT = ReportBreach
    PATH = _BREACHES

    agreement = Id(data_key="afspraakId", required=True)
    what = Text(data_key="wat", required=True)
    reporter = Id(data_key="melder")
    reporter_description = Text(200, data_key="melderOmschrijving")
    hidden_from = people("verborgenVoor")


class HearAboutBreachSchema(ActSchema):
    """Recording what somebody says of it, or why that was not asked."""

    ACT = HearAboutBreach
    PATH = f"{_BREACH}/wederhoor"

    breach = Id(data_key="nietNakomenId", required=True)
    person = Id(data_key="persoonId", required=True)
    heard = Flag(data_key="gehoord", required=True)
    text = Text(data_key="reactieOfWaaromNiet", required=True)


class JudgeBreachSchema(ActSchema):
    """Confirming or rejecting it."""

    ACT = JudgeBreach
    PATH = f"{_BREACH}/oordelen"

    breach = Id(data_key="nietNakomenId", required=True)
    confirmed = Flag(data_key="vastgesteld", required=True)
    why = Text(data_key="waarom", required=True)


class CarryOutConsequenceSchema(ActSchema):
    """Carrying out what was agreed to follow."""

    ACT = CarryOutConsequence
    PATH = f"{_BREACH}/uitgevoerde-consequenties"

    breach = Id(data_key="nietNakomenId", required=True)
    what = Text(data_key="wat", required=True)
    by = Id(data_key="uitgevoerdDoor", required=True)


class ForgoConsequenceSchema(ActSchema):
    """Deciding that what was agreed does not follow."""

    ACT = ForgoConsequence
    PATH = f"{_BREACH}/niet-uitgevoerde-consequenties"

    breach = Id(data_key="nietNakomenId", required=True)
    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    consulted = Id(data_key="geraadpleegd", required=True)


class AnswerKeepingSchema(ActSchema):
    """Granting what was agreed to follow on keeping an agreement, or saying why not."""

    ACT = AnswerKeeping
    PATH = "/dossiers/{planId}/nakomen"

    agreement = Id(data_key="afspraakId", required=True)
    granted = Flag(data_key="gegeven", required=True)
    text = Text(data_key="watOfWaaromNiet", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
