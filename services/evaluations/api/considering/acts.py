"""Considering, as it comes in."""

from __future__ import annotations

from services.evaluations.api.considering.schemas import ConsiderRecurrenceSchema

ACT_SCHEMAS = (ConsiderRecurrenceSchema,)
