"""The kinds and small values that the followed messages of plans are made of."""

from __future__ import annotations

import enum
from datetime import date
from uuid import UUID

from shared.eventbase.event import CoreValue


class PartyKind(enum.Enum):
    """The kinds of party that take part in a plan (W7.1)."""

    FAMILY = "family"
    NETWORK = "network"
    PROFESSIONAL = "professional"
    AGENCY = "agency"


class Unsafety(enum.Enum):
    """The kinds of unsafety that decide how fast things must be done (W3)."""

    ACUTE = "acute"
    STRUCTURAL = "structural"
    BOTH = "both"
    NONE_FOUND = "none-found"

    @property
    def is_acute(self) -> bool:
        """Whether the clocks run in hours (R23)."""
        return self in (Unsafety.ACUTE, Unsafety.BOTH)


class CauseKind(enum.Enum):
    """Why a version of the plan was made (W8.3, W9)."""

    ACTIVATION = "activation"
    EVALUATION = "evaluation"
    INCIDENT = "incident"
    BREACH = "breach"
    REQUEST = "request"


class ItemKind(enum.Enum):
    """What a plan is made of, the WHAT and the HOW (T2), and what is worked on elsewhere."""

    AGREEMENT = "agreement"
    BOTTOM_LINE = "bottom-line"
    ELSEWHERE = "elsewhere"


class Cause(CoreValue, frozen=True):
    """The cause of a version, and the evaluation or incident it was, if it was one."""

    kind: CauseKind
    id: UUID | None = None


class PlanItem(CoreValue, frozen=True):
    """An agreement or bottom line as it stands in a version; its days are inclusive.

    ``has_consequence``: it was agreed what follows when it is not kept (S6.6). ``readers``: of
    whom it is, less those from whom it is hidden (domain.md 3.7).
    """

    item: UUID
    kind: ItemKind
    valid_from: date | None = None
    valid_until: date | None = None
    has_consequence: bool = False
    readers: tuple[UUID, ...] = ()

    def in_force_on(self, day: date) -> bool:
        """Whether it holds on ``day`` (S6.6)."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


class Rhythm(CoreValue, frozen=True):
    """When the plan is evaluated: the first day, then every so many weeks (W8.2)."""

    first_on: date
    every_weeks: int
