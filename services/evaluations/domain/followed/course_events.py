"""What is followed of the course of a case: placements, factors, help, direct safety (W5, W10.4).

Their names say no more than that plans has something to say of it.
"""

from __future__ import annotations

import enum
from uuid import UUID

from shared.eventbase.event import CoreValue, Event


class PlacedIn(enum.Enum):
    """The plan that something stands in (W3.3, W10.4)."""

    SAFETY_PLAN = "safety-plan"
    SUPPORT_PLAN = "support-plan"


class Place(CoreValue, frozen=True):
    """Where something stands."""

    placed_in: PlacedIn


class Trend(enum.Enum):
    """How a factor develops (W5.2)."""

    SMALLER = "smaller"
    SAME = "same"
    LARGER = "larger"
    GONE = "gone"


class HelpStatus(enum.Enum):
    """How far help is (W6.3)."""

    WANTED = "wanted"
    REFERRED = "referred"
    WAITING = "waiting"
    STARTED = "started"
    COMPLETED = "completed"
    REFUSED = "refused"


class PlacedElsewhere(Event, frozen=True):
    """A goal or agreement is worked on from the support plan too (W10.4)."""

    TOPIC = "plan.placed-in-support-plan"
    NAME = "elders-belegd"

    item: UUID


class CarePlaced(Event, frozen=True):
    """Risk-driven care got its place (W3.3)."""

    TOPIC = "plan.risk-care-placed"
    NAME = "risicogestuurde-zorg-belegd"

    item: UUID
    place: PlacedIn


class PlacementEnded(Event, frozen=True):
    """Something is no longer worked on from the support plan (W10.4)."""

    TOPIC = "plan.placement-ended"
    NAME = "niet-langer-elders"

    placed: UUID


class StatementWithdrawn(Event, frozen=True):
    """A goal no longer holds (S4.2)."""

    TOPIC = "plan.statement-withdrawn"
    NAME = "uitspraak-ingetrokken"

    statement: UUID


class RiskFactorFound(Event, frozen=True):
    """A risk factor was found (W5.2)."""

    TOPIC = "plan.risk-factor-identified"
    NAME = "risicofactor-vastgelegd"

    item: UUID


class ComplicatingFactorFound(Event, frozen=True):
    """A complicating factor was found (W5.3)."""

    TOPIC = "plan.complicating-factor-identified"
    NAME = "complicerende-factor-vastgelegd"

    item: UUID


class ReductionPlanned(Event, frozen=True):
    """It was planned how a factor is made smaller (W5.2)."""

    TOPIC = "plan.risk-reduction-planned"
    NAME = "maatregel-gepland"

    item: UUID
    factor: UUID
    place: Place


class FactorLookedAt(Event, frozen=True):
    """It was looked at how a factor develops (W5.2)."""

    TOPIC = "plan.factor-reviewed"
    NAME = "factor-besproken"

    factor: UUID
    trend: Trend


class HelpAgreed(Event, frozen=True):
    """Help was agreed on for somebody (W6.3)."""

    TOPIC = "plan.help-arranged"
    NAME = "hulp-afgesproken"

    item: UUID
    status: HelpStatus
    place: Place


class HelpMoved(Event, frozen=True):
    """Help is further than it was, or not (W6.3)."""

    TOPIC = "plan.help-status-changed"
    NAME = "stand-hulp-gewijzigd"

    item: UUID
    status: HelpStatus


class NeedMapped(Event, frozen=True):
    """It was mapped what somebody needs to recover (W6.1)."""

    TOPIC = "plan.recovery-need-mapped"
    NAME = "herstelbehoefte-in-kaart"


class SafetyWeighed(Event, frozen=True):
    """A professional judged whether these people are safe now (W5.1)."""

    TOPIC = "plan.direct-safety-weighed"
    NAME = "directe-veiligheid-gewogen"

    reached: bool
    people: tuple[UUID, ...]


class RiskAssessed(Event, frozen=True):
    """A risk-assessment instrument was filled in (W1.2)."""

    TOPIC = "plan.risk-assessment-registered"
    NAME = "risicotaxatie-vastgelegd"


COURSE: tuple[type[Event], ...] = (
    PlacedElsewhere,
    CarePlaced,
    PlacementEnded,
    StatementWithdrawn,
    RiskFactorFound,
    ComplicatingFactorFound,
    ReductionPlanned,
    FactorLookedAt,
    HelpAgreed,
    HelpMoved,
    NeedMapped,
    SafetyWeighed,
    RiskAssessed,
)
