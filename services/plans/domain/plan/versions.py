"""The versions of the plan: what activation and every adjustment make (design section 3)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from shared.eventbase.event import CoreValue
from shared.eventbase.obligation import Mark


class Path(enum.Enum):
    """How the plan came into force (W3.1, T1)."""

    ACUTE = "acute"
    REGULAR = "regular"


class CauseKind(enum.Enum):
    """Why a version was made (W8.3, W9)."""

    ACTIVATION = "activation"
    EVALUATION = "evaluation"
    INCIDENT = "incident"
    BREACH = "breach"
    REQUEST = "request"


NAMED_CAUSES = frozenset({CauseKind.EVALUATION, CauseKind.INCIDENT})


class Cause(CoreValue, frozen=True):
    """The cause of a version, and the evaluation or incident it was, if it was one."""

    kind: CauseKind
    id: UUID | None = None


class Version(msgspec.Struct, frozen=True):
    """One version. ``at_version`` is the dossier version of the event that made it, ``event_id``
    that event itself."""

    number: int
    cause: Cause
    made_at: datetime
    recorded_at: datetime | None
    at_version: int
    made_by: str
    event_id: UUID
    unchanged: bool = False

    @property
    def mark(self) -> Mark:
        """What settles what a new version was owed for."""
        return Mark(self.event_id, self.made_at)


class Versions:
    """All versions in order, and the path of the first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Version] = []
        self.path: Path | None = None

    @property
    def current(self) -> Version | None:
        """The version in force, None before activation."""
        return self.all[-1] if self.all else None

    def number_at(self, at: datetime) -> int | None:
        """The number of the version that held at an instant, None before the first."""
        held = [version for version in self.all if version.made_at <= at]
        return held[-1].number if held else None

    @property
    def next_number(self) -> int:
        """The number that the next version gets."""
        return 1 + max((version.number for version in self.all), default=0)
