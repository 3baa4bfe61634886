"""Evaluating, on the wire."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, post_load

from services.evaluations.api.people import people
from services.evaluations.api.sitting import names
from services.evaluations.domain.sitting.answering import AnswerQuestion
from services.evaluations.domain.sitting.answers import Question
from services.evaluations.domain.sitting.assessing import AssessItem
from services.evaluations.domain.sitting.assessments import Verdict
from services.evaluations.domain.sitting.completing import CompleteEvaluation
from services.evaluations.domain.sitting.evaluations import AbsenceReason, Absent, Manner
from services.evaluations.domain.sitting.rating import RateSafety
from services.evaluations.domain.sitting.ratings import ScaleQuestion
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.web.fields import Flag, Id, Listed, Text, Whole, WireEnum
from shared.web.wire import ActSchema, WireSchema

_EVALUATION = "/dossiers/{planId}/evaluaties/{evaluatieId}"


class AbsentSchema(WireSchema):
    """Who was not there, and why."""

    person = Id(data_key="persoonId", required=True)
    reason = WireEnum(AbsenceReason, names.ABSENCE, data_key="reden", required=True)
    heard_otherwise = Flag(data_key="andersGehoord")

    @post_load
    def absent(self, data: dict[str, Any], **_: Any) -> Absent:
        """The absence that was written."""
        return Absent(**data)


class StartEvaluationSchema(ActSchema):
    """Beginning an evaluation."""

    ACT = StartEvaluation
    PATH = "/dossiers/{planId}/evaluaties"

    plan_version = Whole(1, data_key="versie", required=True)
    manner = WireEnum(Manner, names.MANNER, data_key="wijze", required=True)
    participants = people("deelnemers", required=True)
    absent = Listed(fields.Nested(AbsentSchema), data_key="afwezigen")
    hidden_from = people("verborgenVoor")


class RateSafetySchema(ActSchema):
    """Answering a scale question."""

    ACT = RateSafety
    PATH = f"{_EVALUATION}/waarderingen"

    evaluation = Id(data_key="evaluatieId", required=True)
    person = Id(data_key="persoonId", required=True)
    question = WireEnum(ScaleQuestion, names.SCALE, data_key="vraag", required=True)
    value = Whole(0, 10, data_key="waarde", allow_none=True)
    declined = Flag(data_key="wilNietZeggen")
    why = Text(data_key="waarom")
    about_child = Id(data_key="overKind")
    hidden_from = people("verborgenVoor")


class AnswerQuestionSchema(ActSchema):
    """Answering one of the other questions."""

    ACT = AnswerQuestion
    PATH = f"{_EVALUATION}/antwoorden"

    evaluation = Id(data_key="evaluatieId", required=True)
    question = WireEnum(Question, names.QUESTION, data_key="vraag", required=True)
    text = Text(data_key="tekst", required=True)
    holder = Id(data_key="vanWie")
    hidden_from = people("verborgenVoor")


class AssessItemSchema(ActSchema):
    """Assessing a bottom line or an agreement."""

    ACT = AssessItem
    PATH = f"{_EVALUATION}/beoordelingen"

    evaluation = Id(data_key="evaluatieId", required=True)
    item = Id(data_key="onderdeelId", required=True)
    verdict = WireEnum(Verdict, names.VERDICT, data_key="oordeel", required=True)
    evidence = Text(data_key="waaruitBlijktDat", required=True)


class CompleteEvaluationSchema(ActSchema):
    """Completing an evaluation."""

    ACT = CompleteEvaluation
    PATH = f"{_EVALUATION}/afrondingen"

    evaluation = Id(data_key="evaluatieId", required=True)
