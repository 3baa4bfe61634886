"""What others are told of the course of a case: what is worked on, safety, and who stands in.

Ids, kinds and moments: of what goes wrong, or helps, they learn nothing (design 5).
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

import msgspec

from services.plans.domain.course.complicating_factors import ComplicatingFactorIdentified
from services.plans.domain.course.direct_safety import DirectSafetyWeighed
from services.plans.domain.course.factors import FactorReviewed, RiskReductionPlanned, Trend
from services.plans.domain.course.helping import HelpArranged, HelpStatus, HelpStatusChanged
from services.plans.domain.course.placements import PlacementEnded
from services.plans.domain.course.placing import Place
from services.plans.domain.course.recovery import RecoveryNeedMapped
from services.plans.domain.course.risk_factors import RiskFactorIdentified
from services.plans.domain.groundwork import risk_care
from services.plans.domain.groundwork.risk_assessment import RiskAssessmentRegistered
from services.plans.domain.plan.elsewhere import PlacedInSupportPlan
from services.plans.domain.statements.withdrawals import StatementWithdrawn
from services.plans.domain.together.cover import CoverArranged, LeadAbsenceAnnounced
from shared.eventbase.event import Event


class ItemOfPlan(msgspec.Struct, frozen=True):
    """Which item it is."""

    item: UUID


class RiskCareData(msgspec.Struct, frozen=True):
    """Which care, and in which of the two plans it stands."""

    item: UUID
    place: risk_care.Place


class EndedData(msgspec.Struct, frozen=True):
    """What is no longer worked on elsewhere."""

    placed: UUID


class WithdrawnData(msgspec.Struct, frozen=True):
    """Which risk statement or desired situation no longer holds."""

    statement: UUID


class ReductionData(msgspec.Struct, frozen=True):
    """What is done about a factor, and in which plan it stands."""

    item: UUID
    factor: UUID
    place: Place


class ReviewData(msgspec.Struct, frozen=True):
    """How a factor develops."""

    factor: UUID
    trend: Trend


class HelpData(msgspec.Struct, frozen=True):
    """How far help is, and in which plan it stands."""

    item: UUID
    status: HelpStatus
    place: Place


class HelpStatusData(msgspec.Struct, frozen=True):
    """How far help is now."""

    item: UUID
    status: HelpStatus


class SafetyData(msgspec.Struct, frozen=True):
    """Of whom it was judged, and whether they are safe."""

    reached: bool
    people: tuple[UUID, ...]


class AbsenceData(msgspec.Struct, frozen=True):
    """Which case lead is away, and on which days."""

    item: UUID
    person: UUID
    first_day: date
    last_day: date | None


class CoverData(msgspec.Struct, frozen=True):
    """Who stands in, and during which absence."""

    absence: UUID
    person: UUID


COURSE: dict[type[Event], type[msgspec.Struct]] = {
    PlacedInSupportPlan: ItemOfPlan,
    risk_care.RiskCarePlaced: RiskCareData,
    PlacementEnded: EndedData,
    StatementWithdrawn: WithdrawnData,
    RiskFactorIdentified: ItemOfPlan,
    ComplicatingFactorIdentified: ItemOfPlan,
    RiskReductionPlanned: ReductionData,
    FactorReviewed: ReviewData,
    HelpArranged: HelpData,
    HelpStatusChanged: HelpStatusData,
    RecoveryNeedMapped: ItemOfPlan,
    DirectSafetyWeighed: SafetyData,
    RiskAssessmentRegistered: ItemOfPlan,
    LeadAbsenceAnnounced: AbsenceData,
    CoverArranged: CoverData,
}
