"""The thresholds of this service: the R-rules of domain.md 5 that hold here, and their values."""

from __future__ import annotations

from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.terms import Term

ADJUST_AFTER_EVALUATION = catalogue.threshold("R22", Term(working_days=5))
ADJUST_WHEN_ACUTE = catalogue.threshold("R23-acuut", Term(hours=24))
ADJUST_AFTER_INCIDENT = catalogue.threshold("R23", Term(working_days=3))
ASSESS_WHEN_WORSENED = catalogue.threshold("R25-onveiliger", Term(hours=4))
ASSESS_INCIDENT = catalogue.threshold("R25", Term(working_days=1))

EVALUATE_RULE = "W8.2"

LATE_RECORDING = catalogue.threshold("R51", Term(working_days=5))

# R29: a safety rating at or below it asks for attention; so do so many points between people,
# and so many points less than the same person gave the time before.
LOW_RATING = catalogue.threshold("R29-laag", 3)
WIDE_SPREAD = catalogue.threshold("R29-spreiding", 4)
DEEP_DROP = catalogue.threshold("R29-daling", 2)

LOWEST, HIGHEST = 0, 10  # S6.3: the scale
