"""The question about what people saw and said, as a route."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import Asking
from services.evaluations.api.between.answers import ObservationsAnswer
from services.evaluations.views.observations import observations_view
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """Observations, who was spoken to, and contacts with the family."""
    return (
        asking.view(
            "/waarnemingen",
            "waarnemingen",
            "Wat mensen zagen, wie is aangesproken, en contact met het gezin",
            ObservationsAnswer,
            lambda look, _: observations_view(look),
        ),
    )
