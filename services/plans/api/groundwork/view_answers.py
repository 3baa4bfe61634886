"""The answers to the questions about the groundwork, on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.family import names as family_names
from services.plans.api.groundwork import names
from services.plans.api.groundwork.answers import (
    AssessmentAnswer,
    ClassificationAnswer,
    ConsultationAnswer,
    ReportAnswer,
)
from services.plans.domain.family.dossier import Ground
from services.plans.domain.family.people import Register
from services.plans.domain.groundwork.measures import MeasureKind
from services.plans.domain.groundwork.messages_withheld import Why
from services.plans.domain.groundwork.partner_answers import AnswerKind
from services.plans.domain.groundwork.progress import Task
from services.plans.domain.groundwork.risk_care import Place
from services.plans.domain.groundwork.transparency import Message
from shared.web.clocks import ClocksAnswer
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class TeamTaskAnswer(WireSchema):
    """One of the three tasks."""

    task = WireEnum(Task, names.TASK, data_key="taak")
    done = Flag(data_key="gedaan")
    since = Instant(data_key="sinds", allow_none=True)


class PlacedCareAnswer(WireSchema):
    """Risk-driven care and its place."""

    item = Id(data_key="risicogestuurdeZorgId")
    place = WireEnum(Place, names.PLACE, data_key="plaats")
    support_plan = Id(data_key="ondersteuningsplanId", allow_none=True)
    what = Text(data_key="wat", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class ProgressAnswer(WireSchema):
    """How far the team is with its three tasks, and where risk-driven care stands."""

    tasks = Listed(fields.Nested(TeamTaskAnswer), data_key="taken")
    risk_care = Listed(fields.Nested(PlacedCareAnswer), data_key="risicogestuurdeZorg")


class SuspicionAnswer(ClocksAnswer):
    """One suspicion."""

    item = Id(data_key="grondId")
    grounds = Listed(WireEnum(Ground, family_names.GROUND), data_key="gronden")
    suspicion_only = Flag(data_key="alleenVermoeden")
    explanation = Text(data_key="toelichting", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class JudgementAnswer(WireSchema):
    """One judgement."""

    item = Id(data_key="beoordelingId")
    judgement = Text(data_key="oordeel", allow_none=True)
    rationale = Text(data_key="onderbouwing", allow_none=True)
    made_by = Id(data_key="beoordeeldDoor")
    consulted = Listed(Id(), data_key="geraadpleegd")
    based_on = Listed(Id(), data_key="risicotaxatieIds")
    about = Listed(Id(), data_key="overWie")
    forms = Listed(Text(), data_key="vormen")
    remark = Text(data_key="opmerking", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class ConsultedAnswer(ConsultationAnswer):
    """One consultation, and the register that the colleague was in on that day."""

    register = WireEnum(Register, family_names.REGISTER, data_key="register")


class AssessedAnswer(AssessmentAnswer):
    """One filled-in instrument, and who filled it in."""

    item = Id(data_key="risicotaxatieId")
    name = Text(data_key="naamInstrument", allow_none=True)
    by = Id(data_key="ingevuldDoor", allow_none=True)


class RegisteredAnswer(WireSchema):
    """One registration."""

    person = Id(data_key="persoonId")
    register = WireEnum(Register, family_names.REGISTER, data_key="register")
    valid_from = Day(data_key="geldigVanaf")
    valid_until = Day(data_key="geldigTot", allow_none=True)
    number = Text(data_key="nummer", allow_none=True)
    checked_on = Day(data_key="nagekekenOp", allow_none=True)


class ChildrenAtHomeAnswer(WireSchema):
    """Whether there are children in the house."""

    children = Flag(data_key="kinderenInHuis")
    how = Text(data_key="hoeNagegaan", allow_none=True)
    by = Id(data_key="door")
    at = Instant(data_key="gebeurdOp")


class JudgingAnswer(WireSchema):
    """How safety was judged: from what, by whom, with whom."""

    suspicions = Listed(fields.Nested(SuspicionAnswer), data_key="gronden")
    children_at_home = fields.Nested(
        ChildrenAtHomeAnswer, data_key="kinderenInHuis", allow_none=True
    )
    classifications = Listed(fields.Nested(ClassificationAnswer), data_key="onveiligheid")
    judgements = Listed(fields.Nested(JudgementAnswer), data_key="beoordelingen")
    assessments = Listed(fields.Nested(AssessedAnswer), data_key="risicotaxaties")
    consultations = Listed(fields.Nested(ConsultedAnswer), data_key="raadplegingen")
    registrations = Listed(fields.Nested(RegisteredAnswer), data_key="registraties")


class WithheldAnswer(WireSchema):
    """A message that was not given, and why."""

    message = WireEnum(Message, names.MESSAGE, data_key="boodschap")
    why = WireEnum(Why, names.WHY, data_key="soortReden")
    reason = Text(data_key="reden", allow_none=True)
    decided_by = Id(data_key="beslotenDoor")
    consulted = Id(data_key="geraadpleegd")
    at = Instant(data_key="gebeurdOp")


class ToldAnswer(WireSchema):
    """What one person of the family was told, was not told, and must still be told."""

    person = Id(data_key="persoonId")
    given = Listed(WireEnum(Message, names.MESSAGE), data_key="gegeven")
    withheld = Listed(fields.Nested(WithheldAnswer), data_key="nietGegeven")
    owed = Listed(WireEnum(Message, names.MESSAGE), data_key="nogNietGeinformeerd")


class FamilyToldAnswer(WireSchema):
    """The two messages, per person of the family."""

    people = Listed(fields.Nested(ToldAnswer), data_key="personen")


class PartnerSaidAnswer(WireSchema):
    """One answer of a partner."""

    kind = WireEnum(AnswerKind, names.ANSWER, data_key="soort")
    said = Text(data_key="antwoord", allow_none=True)
    said_by = Text(data_key="vanWie", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class FollowedReportAnswer(ReportAnswer):
    """One report, and what the partner does with it."""

    item = Id(data_key="meldingId")
    waiting_since = Instant(data_key="wachtOpPartnerSinds", allow_none=True)
    overdue_at_partner = Flag(data_key="teLaatBijPartner")
    answers = Listed(fields.Nested(PartnerSaidAnswer), data_key="antwoorden")


class ReportsAnswer(WireSchema):
    """All reports."""

    reports = Listed(fields.Nested(FollowedReportAnswer), data_key="meldingen")


class EndMovedAnswer(WireSchema):
    """One change of the end of a measure."""

    ends = Instant(data_key="eindigt")
    reason = Text(data_key="reden", allow_none=True)
    at = Instant(data_key="gebeurdOp")


class MeasureAnswer(WireSchema):
    """One measure; ``hearing_before``: when the people must have been heard by."""

    item = Id(data_key="maatregelId")
    kind = WireEnum(MeasureKind, names.MEASURE, data_key="soort")
    on = Listed(Id(), data_key="voorWie")
    protects = Listed(Id(), data_key="beschermt")
    begins = Instant(data_key="begint")
    ends = Instant(data_key="eindigt")
    in_force = Flag(data_key="vanKracht")
    hearing_before = Instant(data_key="gehoordVoor", allow_none=True)
    decided_by = Text(data_key="beslotenDoor", allow_none=True)
    conditions = Text(data_key="voorwaarden", allow_none=True)
    reference = Text(data_key="kenmerk", allow_none=True)
    moved = Listed(fields.Nested(EndMovedAnswer), data_key="wijzigingen")


class MeasuresAnswer(WireSchema):
    """All measures; ``compulsory``: help is by order of the court and not by consent alone."""

    measures = Listed(fields.Nested(MeasureAnswer), data_key="maatregelen")
    compulsory = Flag(data_key="gedwongenKader")
