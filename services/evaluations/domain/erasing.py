"""That evaluations itself erased what was ordered (R43, R44)."""

from __future__ import annotations

from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.erasing import KeysDestroyed, records_erasures


class EvaluationContentErased(KeysDestroyed, frozen=True):
    """Items and people of a dossier were erased in evaluations."""

    TOPIC = "evaluation.content-erased"


records_erasures(catalogue, EvaluationContentErased)
