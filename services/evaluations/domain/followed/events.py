"""What is followed from the plans service: ids, kinds, moments and intervals, never content."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.followed.course_events import COURSE
from services.evaluations.domain.followed.values import (
    Cause,
    PartyKind,
    PlanItem,
    Rhythm,
    Unsafety,
)
from shared.eventbase.event import Event


class DossierBegun(Event, frozen=True):
    """A dossier was opened (W0.1)."""

    TOPIC = "plan.dossier-opened"
    NAME = "dossier-geopend"
    BEGINS = True


class PersonJoined(Event, frozen=True):
    """Somebody became known to have to do with the family (W7.1)."""

    TOPIC = "plan.person-added"
    NAME = "persoon-toegevoegd"

    person: UUID
    kind: PartyKind
    hidden_from: tuple[UUID, ...]


class LeadAssigned(Event, frozen=True):
    """Somebody became case lead (W7.2)."""

    TOPIC = "plan.case-lead-assigned"
    NAME = "casusregisseur-aangewezen"

    person: UUID


class UnsafetyJudged(Event, frozen=True):
    """A professional judged which kind of unsafety there is (W3.1)."""

    TOPIC = "plan.unsafety-classified"
    NAME = "onveiligheid-beoordeeld"

    kind: Unsafety
    endangered: tuple[UUID, ...] = ()


class PlanVersionMade(Event, frozen=True):
    """A version of the plan: its cause and what is in it (W8.3)."""

    version: int
    cause: Cause
    unchanged: bool
    items: tuple[PlanItem, ...]
    schedule: Rhythm | None
    case_lead: UUID | None


class FirstVersionMade(PlanVersionMade, frozen=True):
    """The plan came into force (W3.1)."""

    TOPIC = "plan.activated"
    NAME = "plan-vastgesteld"


class NextVersionMade(PlanVersionMade, frozen=True):
    """The plan was adjusted, or confirmed as it is (W8.3, T4)."""

    TOPIC = "plan.adjusted"
    NAME = "plan-bijgesteld"


class PlanEnded(Event, frozen=True):
    """The plan was closed (W0.6)."""

    TOPIC = "plan.closed"
    NAME = "plan-afgesloten"


class TakenBack(Event, frozen=True):
    """An earlier event of the plan was wrong and no longer counts."""

    TOPIC = "plan.event-corrected"
    NAME = "gegeven-gecorrigeerd"

    voids: UUID


class ErasureOrdered(Event, frozen=True):
    """Something of the dossier is to be erased, here too (R43); what follows is no state."""

    TOPIC = "plan.erasure-ordered"
    NAME = "wissing-opgedragen"

    erasure: UUID


_PLAN: tuple[type[Event], ...] = (
    DossierBegun,
    PersonJoined,
    LeadAssigned,
    UnsafetyJudged,
    FirstVersionMade,
    NextVersionMade,
    PlanEnded,
    TakenBack,
    ErasureOrdered,
)
FOLLOWED: dict[str, type[Event]] = {kind.TOPIC: kind for kind in (*_PLAN, *COURSE)}
