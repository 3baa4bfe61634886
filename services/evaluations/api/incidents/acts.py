"""The acts on incidents, as they come in."""

from __future__ import annotations

from services.evaluations.api.incidents.schemas import (
    AssessIncidentSchema,
    ReportIncidentSchema,
)

ACT_SCHEMAS = (
    ReportIncidentSchema,
    AssessIncidentSchema,
)
