"""Every act of the evaluations service on the wire."""

from __future__ import annotations

from services.evaluations.api.children import acts as children
from services.evaluations.api.correction import acts as correction
from services.evaluations.api.incidents import acts as incidents
from services.evaluations.api.sitting import acts as sitting

ACT_SCHEMAS = (
    *sitting.ACT_SCHEMAS,
    *incidents.ACT_SCHEMAS,
    *children.ACT_SCHEMAS,
    *correction.ACT_SCHEMAS,
)
