"""Every act of the plans service on the wire."""

from __future__ import annotations

from services.plans.api.course import acts as course
from services.plans.api.erasing import acts as erasing
from services.plans.api.family import acts as family
from services.plans.api.groundwork import acts as groundwork
from services.plans.api.network import acts as network
from services.plans.api.picture import acts as picture
from services.plans.api.plan import acts as plan
from services.plans.api.rights import acts as rights
from services.plans.api.statements import acts as statements
from services.plans.api.together import acts as together
from services.plans.domain import catalogue
from shared.eventbase.together import EnterTogether
from shared.web.together import Entries, enterable
from shared.web.wire import ActSchema

_ONE_BY_ONE = (
    *family.ACT_SCHEMAS,
    *groundwork.ACT_SCHEMAS,
    *network.ACT_SCHEMAS,
    *picture.ACT_SCHEMAS,
    *statements.ACT_SCHEMAS,
    *plan.ACT_SCHEMAS,
    *together.ACT_SCHEMAS,
    *course.ACT_SCHEMAS,
    *rights.ACT_SCHEMAS,
    *erasing.ACT_SCHEMAS,
)


class EnterTogetherSchema(ActSchema):
    """A meeting: all its acts, or none."""

    ACT = EnterTogether
    PATH = "/dossiers/{planId}/handelingen"

    entries = Entries(enterable(catalogue, _ONE_BY_ONE), data_key="handelingen", required=True)


ACT_SCHEMAS = (*_ONE_BY_ONE, EnterTogetherSchema)
