"""What the messages of this service carry, per topic: ids, kinds and intervals (design 5)."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from services.plans.course_messages import COURSE
from services.plans.domain.erasing.erased import PlanContentErased, PlanDestroyed
from services.plans.domain.erasing.ordering import ErasureOrdered
from services.plans.domain.family.case_lead import CaseLeadAssigned
from services.plans.domain.family.dossier import DossierOpened
from services.plans.domain.family.people import PartyKind, PersonAdded
from services.plans.domain.groundwork.unsafety import Unsafety, UnsafetyClassified
from services.plans.domain.plan.activation import PlanActivated
from services.plans.domain.plan.adjustment import PlanAdjusted
from services.plans.domain.plan.closing import PlanClosed
from services.plans.domain.plan.correction import EventCorrected
from services.plans.domain.plan.versions import Cause
from shared.erasing.order import Order
from shared.eventbase.erasing import ErasedData
from shared.eventbase.event import Event


class NothingMore(msgspec.Struct, frozen=True):
    """That it happened says it all."""


class PersonData(msgspec.Struct, frozen=True):
    """Who joined, and who must not know."""

    person: UUID
    kind: PartyKind
    hidden_from: tuple[UUID, ...]


class CaseLeadData(msgspec.Struct, frozen=True):
    """Who keeps it together now."""

    person: UUID


class UnsafetyData(msgspec.Struct, frozen=True):
    """The kind of unsafety that was judged, and for whom."""

    kind: Unsafety
    endangered: tuple[UUID, ...] = ()


class CorrectionData(msgspec.Struct, frozen=True):
    """The event that no longer counts."""

    voids: UUID


class ItemData(msgspec.Struct, frozen=True):
    """An item on the plan, and the days on which it holds; None: without such a bound.

    ``has_consequence``: it says what follows when it is not kept (S6.6), and not what.
    ``readers``: of whom it is, less those from whom it is hidden (domain.md 3.7).
    """

    item: UUID
    kind: Literal["agreement", "bottom-line"]
    valid_from: date | None
    valid_until: date | None
    has_consequence: bool = False
    readers: tuple[UUID, ...] = ()


class ScheduleData(msgspec.Struct, frozen=True):
    """How often the plan is evaluated."""

    first_on: date
    every_weeks: int


class OwnVersionData(msgspec.Struct, frozen=True):
    """The number that a version has for one person."""

    person: UUID
    own_version: int


class VersionData(msgspec.Struct, frozen=True):
    """A version of the plan: why it was made, what is on it, and for whom it changed (W8.4)."""

    version: int
    cause: Cause
    unchanged: bool
    items: list[ItemData]
    schedule: ScheduleData | None
    case_lead: UUID | None
    changed_for: list[OwnVersionData]


PUBLISHED: dict[type[Event], type[msgspec.Struct]] = {
    DossierOpened: NothingMore,
    PersonAdded: PersonData,
    CaseLeadAssigned: CaseLeadData,
    UnsafetyClassified: UnsafetyData,
    PlanActivated: VersionData,
    PlanAdjusted: VersionData,
    PlanClosed: NothingMore,
    EventCorrected: CorrectionData,
    ErasureOrdered: Order,
    PlanContentErased: ErasedData,
    PlanDestroyed: ErasedData,
    **COURSE,
}
