"""Who does what, as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.together import names
from services.plans.views.tasks import TaskStatus
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, WireEnum
from shared.web.wire import WireSchema


class TaskAnswer(WireSchema):
    """One task."""

    item = Id(data_key="taakId")
    task = Text(data_key="taak", allow_none=True)
    party = Id(data_key="partij", allow_none=True)
    valid_from = Day(data_key="geldigVanaf")
    valid_until = Day(data_key="geldigTot", allow_none=True)
    status = WireEnum(TaskStatus, names.TASK_STATUS, data_key="status")
    agreement = Id(data_key="afspraakId")
    shared_with = Listed(Id(), data_key="gedeeldMet")
    hidden_from = Listed(Id(), data_key="verborgenVoor")
    reason = Text(data_key="reden", allow_none=True)
    answered_at = Instant(data_key="beantwoordOp", allow_none=True)
    in_own_name = Flag(data_key="zelfBeantwoord", allow_none=True)


class TakeOverAnswer(WireSchema):
    """One task that was taken over."""

    item = Id(data_key="overnameId")
    task = Text(data_key="taak", allow_none=True)
    from_person = Id(data_key="van", allow_none=True)
    by = Id(data_key="door", allow_none=True)
    first_day = Day(data_key="eersteDag")
    last_day = Day(data_key="laatsteDag", allow_none=True)
    returned_at = Instant(data_key="teruggegevenOp", allow_none=True)
    how = Text(data_key="hoe", allow_none=True)


class CoordinationAnswer(WireSchema):
    """Who keeps it all aligned."""

    coordinator = Id(data_key="wieStemtAf", allow_none=True)
    backup = Id(data_key="achtervang", allow_none=True)
    participants = Listed(Id(), data_key="deelnemers")
    contact_moments = Text(data_key="contactmomenten", allow_none=True)
    at = Instant(data_key="afgesprokenOp")


class AgreementAnswerAnswer(WireSchema):
    """What one person said to an agreement that they must keep."""

    NAME = "AfspraakAntwoord"

    agreement = Id(data_key="afspraakId")
    person = Id(data_key="persoonId")
    accepted = Flag(data_key="akkoord")
    reason = Text(data_key="reden", allow_none=True)
    at = Instant(data_key="op")


class TasksAnswer(WireSchema):
    """Who does what; ``toezeggingen``: the tasks that one can count on."""

    tasks = Listed(fields.Nested(TaskAnswer), data_key="taken")
    promised = Listed(Id(), data_key="toezeggingen")
    takeovers = Listed(fields.Nested(TakeOverAnswer), data_key="overgenomenTaken")
    coordination = fields.Nested(CoordinationAnswer, data_key="afstemming", allow_none=True)
    answers = Listed(fields.Nested(AgreementAnswerAnswer), data_key="afspraakAntwoorden")


class HandoverAnswer(WireSchema):
    """One time that the lead passed."""

    from_person = Id(data_key="van")
    person = Id(data_key="naar")
    notes = Text(data_key="overdracht", allow_none=True)
    at = Instant(data_key="op")


class ToldOfLeadAnswer(WireSchema):
    """Who was told who leads now."""

    person = Id(data_key="persoonId")
    at = Instant(data_key="op")


class CoverAnswer(WireSchema):
    """Who stands in."""

    person = Id(data_key="persoonId")
    notes = Text(data_key="overdracht", allow_none=True)
    at = Instant(data_key="geregeldOp")


class AbsenceAnswer(WireSchema):
    """One absence of a case lead."""

    item = Id(data_key="afwezigheidId")
    person = Id(data_key="persoonId")
    first_day = Day(data_key="eersteDag")
    last_day = Day(data_key="laatsteDag", allow_none=True)
    explanation = Text(data_key="toelichting", allow_none=True)
    cover = fields.Nested(CoverAnswer, data_key="vervanging", allow_none=True)


class CaseLeadAnswer(WireSchema):
    """The lead over time."""

    case_lead = Id(data_key="casusregisseur", allow_none=True)
    handovers = Listed(fields.Nested(HandoverAnswer), data_key="overdrachten")
    told = Listed(fields.Nested(ToldOfLeadAnswer), data_key="bekendBij")
    absences = Listed(fields.Nested(AbsenceAnswer), data_key="afwezigheden")
