"""Every act of the plans service on the wire."""

from __future__ import annotations

from services.plans.api.family import acts as family
from services.plans.api.groundwork import acts as groundwork
from services.plans.api.picture import acts as picture
from services.plans.api.plan import acts as plan
from services.plans.api.together import acts as together

ACT_SCHEMAS = (
    *family.ACT_SCHEMAS,
    *groundwork.ACT_SCHEMAS,
    *picture.ACT_SCHEMAS,
    *plan.ACT_SCHEMAS,
    *together.ACT_SCHEMAS,
)
