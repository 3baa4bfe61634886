"""What a plan says, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.family import names as family_names
from services.plans.api.plan import names
from services.plans.domain.family.people import PartyKind
from services.plans.domain.plan.agreements import Purpose
from services.plans.domain.plan.bottom_lines import SetBy
from services.plans.domain.plan.versions import CauseKind
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema


class AgreementAnswer(WireSchema):
    """One agreement."""

    item = Id(data_key="afspraakId")
    what = Text(data_key="wat", allow_none=True)
    responsible = Listed(Id(), data_key="wie")
    for_people = Listed(Id(), data_key="voorWie")
    purpose = WireEnum(Purpose, names.PURPOSE, data_key="doel")
    valid_from = Day(data_key="geldigVanaf")
    valid_until = Day(data_key="geldigTot", allow_none=True)
    in_force = Flag(data_key="vanKracht")
    if_kept = Text(data_key="alsHetLukt", allow_none=True)
    if_not_kept = Text(data_key="alsHetNietLukt", allow_none=True)
    shared_with = Listed(Id(), data_key="gedeeldMet")
    based_on = Listed(Id(), data_key="gebaseerdOp")
    bottom_lines = Listed(Id(), data_key="bodemeisen")
    risk_statements = Listed(Id(), data_key="risicoUitspraken")
    hidden_from = Listed(Id(), data_key="verborgenVoor")
    earlier_plan = Id(data_key="uitEerderPlan", allow_none=True)
    to_confirm = Flag(data_key="teBevestigen")


class BottomLineAnswer(WireSchema):
    """One bottom line."""

    item = Id(data_key="bodemeisId")
    text = Text(data_key="tekst", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)
    measurable_by = Text(data_key="meetbaarAan", allow_none=True)
    for_people = Listed(Id(), data_key="voorWie")
    set_by = WireEnum(SetBy, names.SET_BY, data_key="gesteldDoor")
    concerns = Listed(Id(), data_key="zorgen")


class ScheduleAnswer(WireSchema):
    """The rhythm of evaluation."""

    first_on = Day(data_key="eersteDatum")
    every_weeks = Whole(data_key="aantalWeken")
    manner = Text(data_key="wijze", allow_none=True)
    where = Text(data_key="plaats", allow_none=True)
    participants = Listed(Id(), data_key="deelnemers")


class PersonAnswer(WireSchema):
    """One person of the dossier."""

    person = Id(data_key="persoonId")
    name = Text(data_key="naam", allow_none=True)
    relation = Text(data_key="relatie", allow_none=True)
    kind = WireEnum(PartyKind, family_names.PARTY, data_key="soort")


class ContentAnswer(WireSchema):
    """The content of a plan or of one of its versions."""

    agreements = Listed(fields.Nested(AgreementAnswer), data_key="afspraken")
    bottom_lines = Listed(fields.Nested(BottomLineAnswer), data_key="bodemeisen")
    schedule = fields.Nested(ScheduleAnswer, data_key="evaluatieritme", allow_none=True)
    people = Listed(fields.Nested(PersonAnswer), data_key="personen")


class CauseAnswer(WireSchema):
    """Why a version was made."""

    kind = WireEnum(CauseKind, names.CAUSE, data_key="soort")
    id = Id(data_key="id", allow_none=True)


class VersionHead(WireSchema):
    """One version in the list of versions."""

    version = Whole(data_key="versie")
    made_at = Instant(data_key="vastgesteldOp")
    recorded_at = Instant(data_key="vastgelegdOp")
    made_by = Text(data_key="vastgesteldDoor")
    cause = fields.Nested(CauseAnswer, data_key="oorzaak")
    unchanged = Flag(data_key="ongewijzigdBevestigd")


class VersionsAnswer(WireSchema):
    """All versions, oldest first."""

    versions = Listed(fields.Nested(VersionHead), data_key="versies")
