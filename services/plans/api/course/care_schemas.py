"""Factors, what somebody needs to recover, and help: the acts on the wire."""

from __future__ import annotations

from services.plans.api.course import names
from services.plans.api.family.schemas import people
from services.plans.domain.course.arranging import ArrangeHelp, ChangeHelpStatus
from services.plans.domain.course.complicating_factors import Effect, IdentifyComplicatingFactor
from services.plans.domain.course.factors import PlanRiskReduction, ReviewFactor, Trend
from services.plans.domain.course.helping import HelpStatus
from services.plans.domain.course.placements import EndPlacement
from services.plans.domain.course.placing import PlacedIn
from services.plans.domain.course.recovery import MapRecoveryNeed, Need
from services.plans.domain.course.risk_factors import IdentifyRiskFactor
from services.plans.domain.course.trauma import WeighRecoveryNeed
from shared.web.fields import Day, Flag, Id, Text, WireEnum
from shared.web.wire import ActSchema

_ONE_FACTOR = "/dossiers/{planId}/factoren/{factorId}"


class PlacedSchema(ActSchema):
    """An act that says in which plan something stands."""

    placed_in = WireEnum(PlacedIn, names.PLACED_IN, data_key="belegdIn")
    support_plan = Id(data_key="ondersteuningsplanId")


class IdentifyRiskFactorSchema(ActSchema):
    """Recording a risk factor."""

    ACT = IdentifyRiskFactor
    PATH = "/dossiers/{planId}/risicofactoren"

    text = Text(data_key="tekst", required=True)
    source = Text(data_key="bron", required=True)
    about = people("overWie")


class IdentifyComplicatingFactorSchema(ActSchema):
    """Recording a complicating factor."""

    ACT = IdentifyComplicatingFactor
    PATH = "/dossiers/{planId}/complicerende-factoren"

    text = Text(data_key="tekst", required=True)
    source = Text(data_key="bron", required=True)
    effect = WireEnum(Effect, names.EFFECT, data_key="werking", required=True)
    about = people("overWie")


class PlanRiskReductionSchema(PlacedSchema):
    """Planning what makes a factor smaller."""

    ACT = PlanRiskReduction
    PATH = f"{_ONE_FACTOR}/maatregelen"

    factor = Id(data_key="factorId", required=True)
    action = Text(data_key="actie", required=True)
    owner = Id(data_key="wie", required=True)
    due = Day(data_key="uiterlijk", required=True)


class ReviewFactorSchema(ActSchema):
    """Looking how a factor develops."""

    ACT = ReviewFactor
    PATH = f"{_ONE_FACTOR}/besprekingen"

    factor = Id(data_key="factorId", required=True)
    trend = WireEnum(Trend, names.TREND, data_key="ontwikkeling", required=True)
    findings = Text(data_key="bevindingen", required=True)
    reviewed_with = people("besprokenMet")


class MapRecoveryNeedSchema(ActSchema):
    """Mapping what somebody needs to recover."""

    ACT = MapRecoveryNeed
    PATH = "/dossiers/{planId}/herstelbehoeften"

    person = Id(data_key="persoonId", required=True)
    need = WireEnum(Need, names.NEED, data_key="hulpNodig", required=True)
    kind = Text(data_key="soortHulp")
    explanation = Text(data_key="toelichting", required=True)
    asked = people("gevraagdAan")


class WeighRecoveryNeedSchema(ActSchema):
    """Weighing whether such a need is a risk."""

    ACT = WeighRecoveryNeed
    PATH = "/dossiers/{planId}/herstelbehoeften/{herstelbehoefteId}/wegingen"

    need = Id(data_key="herstelbehoefteId", required=True)
    is_risk = Flag(data_key="teltAlsRisico", required=True)
    reason = Text(data_key="reden", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)


class ArrangeHelpSchema(PlacedSchema):
    """Agreeing on help."""

    ACT = ArrangeHelp
    PATH = "/dossiers/{planId}/hulp"

    person = Id(data_key="persoonId", required=True)
    kind = Text(data_key="soortHulp", required=True)
    provider = Text(data_key="aanbieder")
    status = WireEnum(HelpStatus, names.HELP, data_key="stand", required=True)
    remark = Text(data_key="opmerking")


class ChangeHelpStatusSchema(ActSchema):
    """Recording how far help is."""

    ACT = ChangeHelpStatus
    PATH = "/dossiers/{planId}/hulp/{hulpId}/standen"

    item = Id(data_key="hulpId", required=True)
    status = WireEnum(HelpStatus, names.HELP, data_key="stand", required=True)
    remark = Text(data_key="opmerking")


class EndPlacementSchema(ActSchema):
    """Something that is no longer worked on from the support plan."""

    ACT = EndPlacement
    PATH = "/dossiers/{planId}/elders-belegd/{onderdeelId}/beeindigingen"

    placed = Id(data_key="onderdeelId", required=True)
    reason = Text(data_key="reden", required=True)
