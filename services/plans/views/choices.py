"""The lists to choose from on a day: instruments and forms of unsafety (W0.4, T7)."""

from __future__ import annotations

from datetime import datetime

from services.plans.domain.groundwork.choosing import forms, instruments
from services.plans.views.parts.content import Data
from shared.eventbase.calendar import local_day
from shared.eventbase.terms import Terms


def choices_view(terms: Terms, at: datetime) -> Data:
    """What is on each list on that day; forms are no more than suggestions."""
    day = local_day(at)
    return {
        "instruments": instruments(terms, day),
        "forms": forms(terms, day),
    }
