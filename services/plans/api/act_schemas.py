"""Every act of the plans service on the wire."""

from __future__ import annotations

from services.plans.api.course import acts as course
from services.plans.api.family import acts as family
from services.plans.api.groundwork import acts as groundwork
from services.plans.api.picture import acts as picture
from services.plans.api.plan import acts as plan

ACT_SCHEMAS = (
    *family.ACT_SCHEMAS,
    *groundwork.ACT_SCHEMAS,
    *picture.ACT_SCHEMAS,
    *plan.ACT_SCHEMAS,
    *course.ACT_SCHEMAS,
)
