"""Factors and recovery as answers on the wire."""

from __future__ import annotations

from marshmallow import fields

from services.plans.api.course import names
from services.plans.domain.course.complicating_factors import Effect
from services.plans.domain.course.factors import Trend
from services.plans.domain.course.helping import HelpStatus
from services.plans.domain.course.placing import PlacedIn
from services.plans.domain.course.recovery import Need
from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.wire import WireSchema


class ReductionAnswer(WireSchema):
    """What is done about a factor."""

    item = Id(data_key="maatregelId")
    action = Text(data_key="actie", allow_none=True)
    owner = Id(data_key="wie")
    due = Day(data_key="uiterlijk")
    placed_in = WireEnum(PlacedIn, names.PLACED_IN, data_key="belegdIn")
    support_plan = Id(data_key="ondersteuningsplanId", allow_none=True)


class ReviewAnswer(WireSchema):
    """One look at how a factor develops."""

    trend = WireEnum(Trend, names.TREND, data_key="ontwikkeling")
    findings = Text(data_key="bevindingen", allow_none=True)
    reviewed_with = Listed(Id(), data_key="besprokenMet")
    at = Instant(data_key="gebeurdOp")


class FactorAnswer(WireSchema):
    """One factor, what is done about it and how it goes."""

    item = Id(data_key="factorId")
    text = Text(data_key="tekst", allow_none=True)
    source = Text(data_key="bron", allow_none=True)
    about = Listed(Id(), data_key="overWie")
    at = Instant(data_key="gebeurdOp")
    gone = Flag(data_key="speeltNietMeer")
    reductions = Listed(fields.Nested(ReductionAnswer), data_key="maatregelen")
    reviews = Listed(fields.Nested(ReviewAnswer), data_key="besprekingen")
    last_touched_at = Instant(data_key="laatstAanGewerktOp")
    still = Flag(data_key="staatStil")


class ComplicatingFactorAnswer(FactorAnswer):
    """One complicating factor, and what it does to the unsafety."""

    effect = WireEnum(Effect, names.EFFECT, data_key="werking")


class UntreatedNeedAnswer(WireSchema):
    """A need that counts as a risk and is not treated."""

    need = Id(data_key="herstelbehoefteId")
    person = Id(data_key="persoonId")


class FactorsAnswer(WireSchema):
    """The factors, in two lists, and the untreated needs that count as a risk."""

    risk_factors = Listed(fields.Nested(FactorAnswer), data_key="risicofactoren")
    complicating_factors = Listed(
        fields.Nested(ComplicatingFactorAnswer), data_key="complicerendeFactoren"
    )
    untreated_needs = Listed(
        fields.Nested(UntreatedNeedAnswer), data_key="onbehandeldeHerstelbehoeften"
    )


class StandingStillAnswer(WireSchema):
    """A factor that nobody worked on for too long."""

    item = Id(data_key="factorId")
    text = Text(data_key="tekst", allow_none=True)
    last_touched_at = Instant(data_key="laatstAanGewerktOp")
    days = Whole(data_key="dagen")


class StagnationAnswer(WireSchema):
    """The factors that stand still."""

    factors = Listed(fields.Nested(StandingStillAnswer), data_key="factoren")


class NeedAnswer(WireSchema):
    """What somebody needs to recover, and whether a worker counts that as a risk."""

    item = Id(data_key="herstelbehoefteId")
    person = Id(data_key="persoonId")
    need = WireEnum(Need, names.NEED, data_key="hulpNodig")
    kind = Text(data_key="soortHulp", allow_none=True)
    explanation = Text(data_key="toelichting", allow_none=True)
    asked = Listed(Id(), data_key="gevraagdAan")
    at = Instant(data_key="gebeurdOp")
    is_risk = Flag(data_key="teltAlsRisico", allow_none=True)
    reason = Text(data_key="redenWeging", allow_none=True)
    open_risk = Flag(data_key="openRisico")


class HelpAnswer(WireSchema):
    """Help to recover, and how far it is."""

    item = Id(data_key="hulpId")
    person = Id(data_key="persoonId")
    kind = Text(data_key="soortHulp", allow_none=True)
    provider = Text(data_key="aanbieder", allow_none=True)
    status = WireEnum(HelpStatus, names.HELP, data_key="stand")
    since = Instant(data_key="sinds")
    remark = Text(data_key="opmerking", allow_none=True)
    weeks_waiting = Whole(data_key="wekenWachten", allow_none=True)
    placed_in = WireEnum(PlacedIn, names.PLACED_IN, data_key="belegdIn")
    support_plan = Id(data_key="ondersteuningsplanId", allow_none=True)


class RecoveryAnswer(WireSchema):
    """What everybody needs to recover."""

    needs = Listed(fields.Nested(NeedAnswer), data_key="herstelbehoeften")
    open_count = Whole(data_key="aantalOpen")
    open = Listed(Id(), data_key="nogOpen")
    complete = Flag(data_key="compleet")
    help = Listed(fields.Nested(HelpAnswer), data_key="hulp")
