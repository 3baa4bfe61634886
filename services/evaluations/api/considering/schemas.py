"""Considering what else must be done, on the wire."""

from __future__ import annotations

from services.evaluations.domain.considering.considerations import ConsiderRecurrence
from shared.web.fields import Id, Text
from shared.web.wire import ActSchema


class ConsiderRecurrenceSchema(ActSchema):
    """Recording what was weighed and decided about what keeps going wrong."""

    ACT = ConsiderRecurrence
    PATH = "/dossiers/{planId}/afwegingen"

    item = Id(data_key="onderdeelId", required=True)
    weighed = Text(data_key="watIsAfgewogen", required=True)
    decision = Text(data_key="besluit", required=True)
    decided_by = Id(data_key="beslotenDoor", required=True)
    consulted = Id(data_key="geraadpleegd", required=True)
