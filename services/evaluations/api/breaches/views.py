"""The question about agreements that are not kept, as a route."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import Asking
from services.evaluations.api.breaches.answers import BreachesAnswer
from services.evaluations.views.breaches import breaches_view
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """Each claim with what was said of it, what was concluded, and what was done."""
    return (
        asking.view(
            "/niet-nakomen",
            "niet-nakomen",
            "Afspraken die niet zijn nagekomen, en wat daarop volgde",
            BreachesAnswer,
            lambda look, _: breaches_view(look),
        ),
    )
