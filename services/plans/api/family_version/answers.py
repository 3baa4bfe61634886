"""The family version, as an answer on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.family_version import names
from services.plans.views.family_version.audience import Audience
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import QuerySchema, WireSchema


class OwnVersionQuery(QuerySchema):
    """Which version; left out: the newest."""

    version = Whole(1, data_key="versie")


class PromiseAnswer(WireSchema):
    """One thing that somebody does."""

    NAME = "Toezegging"

    number = Whole(data_key="nummer")
    what = Text(data_key="wat", allow_none=True)
    who = Listed(Text(), data_key="wie")
    for_me = Flag(data_key="voorDezePersoon")
    for_whom = Listed(Text(), data_key="voorWie")
    first_day = Day(data_key="eersteDag")
    last_day = Day(data_key="laatsteDag", allow_none=True)
    answered = Flag(data_key="toegezegd")


class OutcomeAnswer(WireSchema):
    """What follows, and the number of the promise it follows on."""

    NAME = "GevolgVanToezegging"

    number = Whole(data_key="bijNummer")
    text = Text(data_key="tekst")


class OwnBottomLineAnswer(WireSchema):
    """What must be so at least."""

    NAME = "EigenBodemeis"

    text = Text(data_key="tekst", allow_none=True)
    reason = Text(data_key="reden", allow_none=True)
    measurable_by = Text(data_key="meetbaarAan", allow_none=True)


class OwnConcernAnswer(WireSchema):
    """A concern that this person was told of."""

    NAME = "VerteldeZorg"

    what = Text(data_key="wat", allow_none=True)
    consequence = Text(data_key="gevolg", allow_none=True)


class OwnScheduleAnswer(WireSchema):
    """When everybody meets."""

    NAME = "EigenEvaluatieritme"

    first_on = Day(data_key="eersteDatum")
    every_weeks = Whole(data_key="aantalWeken")
    manner = Text(data_key="wijze", allow_none=True)
    where = Text(data_key="waar", allow_none=True)
    participants = Listed(Text(), data_key="met")


class StandInAnswer(WireSchema):
    """Who replaces the case lead, and when."""

    NAME = "Vervanger"

    name = Text(data_key="naam")
    first_day = Day(data_key="eersteDag")
    last_day = Day(data_key="laatsteDag", allow_none=True)


class FamilyVersionAnswer(WireSchema):
    """Somebody's own plan, as it stands on the page that is printed for them."""

    NAME = "Gezinsversie"

    person = Id(data_key="persoonId")
    name = Text(data_key="naam")
    audience = WireEnum(Audience, names.AUDIENCE, data_key="lezer")
    version = Whole(data_key="versie")
    made_at = Instant(data_key="vastgesteldOp")
    is_newest = Flag(data_key="nieuwste")
    is_closed = Flag(data_key="afgesloten")
    case_lead = Text(data_key="casusregisseur", allow_none=True)
    stand_ins = Listed(fields.Nested(StandInAnswer), data_key="vervangers")
    alarm = Text(data_key="alarmnummer")
    calls = Listed(Text(), data_key="wieBelJe")
    child_does = Listed(Text(), data_key="watDoeJeBijGevaar")
    mine = Listed(fields.Nested(PromiseAnswer), data_key="ditDoeJij")
    others = Listed(fields.Nested(PromiseAnswer), data_key="ditDoetEenAnder")
    if_kept = Listed(fields.Nested(OutcomeAnswer), data_key="alsHetLukt")
    if_not_kept = Listed(fields.Nested(OutcomeAnswer), data_key="alsHetNietLukt")
    bottom_lines = Listed(fields.Nested(OwnBottomLineAnswer), data_key="bodemeisen")
    schedule = fields.Nested(OwnScheduleAnswer, data_key="evaluatieritme", allow_none=True)
    concerns = Listed(fields.Nested(OwnConcernAnswer), data_key="zorgen")
    over = Listed(fields.Nested(PromiseAnswer), data_key="voorbij")
    more_in_plan = Flag(data_key="meerInHetPlan")
