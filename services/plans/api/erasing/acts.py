"""The acts on erasing, as they come in."""

from __future__ import annotations

from services.plans.api.erasing.schemas import (
    ApproveErasureSchema,
    DecideErasureSchema,
    LiftHoldSchema,
    LinkSamePersonSchema,
    PlaceHoldSchema,
    RequestErasureSchema,
    UnlinkSamePersonSchema,
)

ACT_SCHEMAS = (
    RequestErasureSchema,
    DecideErasureSchema,
    ApproveErasureSchema,
    PlaceHoldSchema,
    LiftHoldSchema,
    LinkSamePersonSchema,
    UnlinkSamePersonSchema,
)
