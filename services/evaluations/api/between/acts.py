"""The acts between evaluations, as they come in."""

from __future__ import annotations

from services.evaluations.api.between.schemas import (
    AddressPersonSchema,
    RecordFamilyContactSchema,
    RecordObservationSchema,
)

ACT_SCHEMAS = (RecordObservationSchema, AddressPersonSchema, RecordFamilyContactSchema)
