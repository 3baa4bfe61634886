"""The acts on the network, as they come in."""

from __future__ import annotations

from services.plans.api.network.schemas import (
    AdmitToDeliberationSchema,
    EndRelationSchema,
    ExcludeFromDeliberationSchema,
    InviteToDeliberationSchema,
    MapNetworkSchema,
    PlaceInNetworkCircleSchema,
    RecordWillingnessSchema,
    RelatePersonsSchema,
    ShareRelationSchema,
)

ACT_SCHEMAS = (
    RelatePersonsSchema,
    ShareRelationSchema,
    EndRelationSchema,
    MapNetworkSchema,
    PlaceInNetworkCircleSchema,
    InviteToDeliberationSchema,
    RecordWillingnessSchema,
    ExcludeFromDeliberationSchema,
    AdmitToDeliberationSchema,
)
