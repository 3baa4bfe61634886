"""Every act of the evaluations service on the wire."""

from __future__ import annotations

from services.evaluations.api.between import acts as between
from services.evaluations.api.breaches import acts as breaches
from services.evaluations.api.children import acts as children
from services.evaluations.api.considering import acts as considering
from services.evaluations.api.correction import acts as correction
from services.evaluations.api.incidents import acts as incidents
from services.evaluations.api.sitting import acts as sitting
from services.evaluations.domain import catalogue
from shared.eventbase.together import EnterTogether
from shared.web.together import Entries, enterable
from shared.web.wire import ActSchema

_ONE_BY_ONE = (
    *sitting.ACT_SCHEMAS,
    *incidents.ACT_SCHEMAS,
    *breaches.ACT_SCHEMAS,
    *children.ACT_SCHEMAS,
    *between.ACT_SCHEMAS,
    *considering.ACT_SCHEMAS,
    *correction.ACT_SCHEMAS,
)


class EnterTogetherSchema(ActSchema):
    """A meeting: all its acts, or none."""

    ACT = EnterTogether
    PATH = "/dossiers/{planId}/handelingen"

    entries = Entries(enterable(catalogue, _ONE_BY_ONE), data_key="handelingen", required=True)


ACT_SCHEMAS = (*_ONE_BY_ONE, EnterTogetherSchema)
