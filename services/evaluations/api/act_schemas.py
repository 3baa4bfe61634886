"""Every act of the evaluations service on the wire."""

from __future__ import annotations

from services.evaluations.api.between import acts as between
from services.evaluations.api.breaches import acts as breaches
from services.evaluations.api.children import acts as children
from services.evaluations.api.considering import acts as considering
from services.evaluations.api.correction import acts as correction
from services.evaluations.api.incidents import acts as incidents
from services.evaluations.api.sitting import acts as sitting

ACT_SCHEMAS = (
    *sitting.ACT_SCHEMAS,
    *incidents.ACT_SCHEMAS,
    *breaches.ACT_SCHEMAS,
    *children.ACT_SCHEMAS,
    *between.ACT_SCHEMAS,
    *considering.ACT_SCHEMAS,
    *correction.ACT_SCHEMAS,
)
