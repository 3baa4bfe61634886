"""The questions about evaluations, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import Asking
from services.evaluations.api.sitting.answers import (
    ComparisonAnswer,
    EvaluationAnswer,
    EvaluationsAnswer,
)
from services.evaluations.views.comparison import comparison_view
from services.evaluations.views.evaluation import evaluation_view, evaluations_view
from shared.web.view import View

_PATH = "/evaluaties"


def views(asking: Asking) -> Sequence[View]:
    """The evaluations, and each with all that was said in it."""
    return (
        asking.view(
            _PATH,
            "evaluaties",
            "De evaluaties van het plan",
            EvaluationsAnswer,
            lambda look, _: evaluations_view(look),
        ),
        asking.view(
            f"{_PATH}/{{evaluatieId}}",
            "evaluatie",
            "Eén evaluatie met alles wat erin werd gezegd",
            EvaluationAnswer,
            lambda look, reading: evaluation_view(
                look, reading.path["evaluatieId"], asking.revision(look)
            ),
        ),
        asking.view(
            f"{_PATH}/{{evaluatieId}}/vergelijking",
            "vergelijking",
            "Deze evaluatie naast de vorige",
            ComparisonAnswer,
            lambda look, reading: comparison_view(look, reading.path["evaluatieId"]),
        ),
    )
