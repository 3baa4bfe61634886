"""That plans itself erased what was ordered (R43, R44)."""

from __future__ import annotations

from services.plans.domain.catalogue import catalogue
from shared.eventbase.erasing import (
    DossierDestroyed,
    KeysDestroyed,
    records_destructions,
    records_erasures,
)


class PlanContentErased(KeysDestroyed, frozen=True):
    """Items and people of a dossier were erased in plans."""

    TOPIC = "plan.content-erased"


class PlanDestroyed(DossierDestroyed, frozen=True):
    """A whole dossier was destroyed in plans."""

    TOPIC = "plan.dossier-destroyed"


records_erasures(catalogue, PlanContentErased)
records_destructions(catalogue, PlanDestroyed)
