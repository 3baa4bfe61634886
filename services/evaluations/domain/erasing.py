"""That evaluations itself erased what was ordered (R43, R44)."""

from __future__ import annotations

from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.erasing import (
    DossierDestroyed,
    KeysDestroyed,
    records_destructions,
    records_erasures,
)


class EvaluationContentErased(KeysDestroyed, frozen=True):
    """Items and people of a dossier were erased in evaluations."""

    TOPIC = "evaluation.content-erased"


class EvaluationsDestroyed(DossierDestroyed, frozen=True):
    """A whole dossier was destroyed in evaluations."""

    TOPIC = "evaluation.dossier-destroyed"


records_erasures(catalogue, EvaluationContentErased)
records_destructions(catalogue, EvaluationsDestroyed)
