"""What was recorded so late that it must look late; it is never refused for it (R51)."""

from __future__ import annotations

from services.plans.domain.catalogue import catalogue
from shared.eventbase.event import Stamp
from shared.eventbase.terms import Term, Terms

_LATE = catalogue.threshold("R51", Term(working_days=5))


def is_late(terms: Terms, stamp: Stamp) -> bool:
    """Whether it was recorded more than so many working days after it happened."""
    limit = terms.due(_LATE, stamp.effective_at)
    return stamp.recorded_at is not None and stamp.recorded_at >= limit
