"""Evaluations as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.evaluations.api.sitting import names
from services.evaluations.domain.followed.values import ItemKind
from services.evaluations.domain.sitting.answers import Question
from services.evaluations.domain.sitting.assessments import Verdict
from services.evaluations.domain.sitting.evaluations import AbsenceReason, Manner
from services.evaluations.domain.sitting.ratings import ScaleQuestion
from shared.web.fields import Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema


class PointAnswer(WireSchema):
    """One point: what is missing, open, or asks for attention."""

    rule = Text(data_key="regel")
    paragraph = Text(data_key="paragraaf")
    message = Text(data_key="melding")


class AbsentAnswer(WireSchema):
    """Who was not there, and why."""

    person = Id(data_key="persoonId")
    reason = WireEnum(AbsenceReason, names.ABSENCE, data_key="reden")
    heard_otherwise = Flag(data_key="andersGehoord")


class PartAnswer(WireSchema):
    """What a part of an evaluation has for those who may correct it."""

    event_id = Id(data_key="gebeurtenisId")
    hidden_from = Listed(Id(), data_key="verborgenVoor")


class EndsAnswer(WireSchema):
    """What the ends of a scale mean."""

    zero = Text(data_key="nul")
    ten = Text(data_key="tien")


class RatingAnswer(PartAnswer):
    """One person's number."""

    item = Id(data_key="waarderingId")
    person = Id(data_key="persoonId")
    question = WireEnum(ScaleQuestion, names.SCALE, data_key="vraag")
    ends = fields.Nested(EndsAnswer, data_key="betekenis")
    value = Whole(0, 10, data_key="waarde", allow_none=True)
    declined = Flag(data_key="wilNietZeggen")
    why = Text(data_key="waarom", allow_none=True)
    about_child = Id(data_key="overKind", allow_none=True)


class AnswerAnswer(PartAnswer):
    """One answer to a question."""

    item = Id(data_key="antwoordId")
    question = WireEnum(Question, names.QUESTION, data_key="vraag")
    holder = Id(data_key="vanWie", allow_none=True)
    text = Text(data_key="tekst", allow_none=True)


class AssessmentAnswer(PartAnswer):
    """How it went with one bottom line or agreement."""

    assessment = Id(data_key="beoordelingId")
    item = Id(data_key="onderdeelId")
    kind = WireEnum(ItemKind, names.ITEM, data_key="soort", allow_none=True)
    verdict = WireEnum(Verdict, names.VERDICT, data_key="oordeel")
    evidence = Text(data_key="waaruitBlijktDat", allow_none=True)


class ScaleAnswer(WireSchema):
    """What numbers are laid side by side."""

    question = WireEnum(ScaleQuestion, names.SCALE, data_key="vraag")
    about_child = Id(data_key="overKind", allow_none=True)


class SpreadAnswer(WireSchema):
    """How far the numbers lie apart."""

    scale = fields.Nested(ScaleAnswer, data_key="schaal")
    lowest = Whole(data_key="laagste")
    highest = Whole(data_key="hoogste")
    points = Whole(data_key="spreiding")


class EvaluationHead(WireSchema):
    """One evaluation in the list."""

    evaluation = Id(data_key="evaluatieId")
    version = Whole(data_key="versie", allow_none=True)
    held_at = Instant(data_key="gehoudenOp")
    completed_at = Instant(data_key="afgerondOp", allow_none=True)


class EvaluationAnswer(EvaluationHead):
    """One evaluation with its parts."""

    ratings = Listed(fields.Nested(RatingAnswer), data_key="waarderingen")
    answers = Listed(fields.Nested(AnswerAnswer), data_key="antwoorden")
    manner = WireEnum(Manner, names.MANNER, data_key="wijze")
    participants = Listed(Id(), data_key="deelnemers")
    absent = Listed(fields.Nested(AbsentAnswer), data_key="afwezigen")
    hidden_from = Listed(Id(), data_key="verborgenVoor")
    event_id = Id(data_key="gebeurtenisId")
    assessments = Listed(fields.Nested(AssessmentAnswer), data_key="beoordelingen")
    spreads = Listed(fields.Nested(SpreadAnswer), data_key="spreidingen")
    attention = Listed(fields.Nested(PointAnswer), data_key="aandachtspunten")
    missing = Listed(fields.Nested(PointAnswer), data_key="ontbreekt")
    revision = Text(data_key="revisie")


class EvaluationsAnswer(WireSchema):
    """The evaluations of a plan."""

    evaluations = Listed(fields.Nested(EvaluationHead), data_key="evaluaties")


class SideAnswer(WireSchema):
    """One of two evaluations that are laid side by side."""

    evaluation = Id(data_key="evaluatieId")
    held_at = Instant(data_key="gehoudenOp")
    ratings = Listed(fields.Nested(RatingAnswer), data_key="waarderingen")
    answers = Listed(fields.Nested(AnswerAnswer), data_key="antwoorden")


class ComparedAnswer(WireSchema):
    """One bottom line or agreement, as it was judged now and before."""

    item = Id(data_key="onderdeelId")
    kind = WireEnum(ItemKind, names.ITEM, data_key="soort", allow_none=True)
    now = WireEnum(Verdict, names.VERDICT, data_key="nu", allow_none=True)
    before = WireEnum(Verdict, names.VERDICT, data_key="vorige", allow_none=True)


class ComparisonAnswer(WireSchema):
    """An evaluation beside the one before it."""

    now = fields.Nested(SideAnswer, data_key="nu")
    before = fields.Nested(SideAnswer, data_key="vorige", allow_none=True)
    items = Listed(fields.Nested(ComparedAnswer), data_key="onderdelen")
