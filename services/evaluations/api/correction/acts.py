"""Correcting, as it comes in."""

from __future__ import annotations

from services.evaluations.api.correction.schemas import (
    CorrectEventSchema,
)

ACT_SCHEMAS = (CorrectEventSchema,)
