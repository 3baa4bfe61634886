"""That plans itself erased what was ordered (R43, R44)."""

from __future__ import annotations

from services.plans.domain.catalogue import catalogue
from shared.eventbase.erasing import KeysDestroyed, records_erasures


class PlanContentErased(KeysDestroyed, frozen=True):
    """Items and people of a dossier were erased in plans."""

    TOPIC = "plan.content-erased"


records_erasures(catalogue, PlanContentErased)
