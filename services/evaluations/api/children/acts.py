"""The acts about children, as they come in."""

from __future__ import annotations

from services.evaluations.api.children.schemas import (
    NameChildrenSchema,
    RecordChildConversationSchema,
)

ACT_SCHEMAS = (NameChildrenSchema, RecordChildConversationSchema)
