"""What somebody must be told of (W8.4, W9.1)."""

from __future__ import annotations

from uuid import UUID

from shared.eventbase.event import CoreValue


class Occasion(CoreValue, frozen=True):
    """A version of the plan, or an incident: exactly one of the two.

    ``made_by``: the event that made the version. After a restore of plans its number can be that
    of another version; the event's id never is. None: recorded when only numbers were kept.
    """

    version: int | None = None
    incident: UUID | None = None
    made_by: UUID | None = None

    def covers(self, other: Occasion) -> bool:
        """Whether who is told of this is told of ``other``: a version holds those before it."""
        if self.version is None or other.version is None:
            return self == other
        return self.version >= other.version
