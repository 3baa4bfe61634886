"""The question about what was considered, as a route."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import Asking
from services.evaluations.api.considering.answers import ConsiderationsAnswer
from services.evaluations.views.considerations import considerations_view
from shared.access.role import PROFESSIONALS
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """What was considered about what keeps going wrong."""
    return (
        asking.view(
            "/afwegingen",
            "afwegingen",
            "Wat is afgewogen over wat niet blijft lukken",
            ConsiderationsAnswer,
            lambda look, _: considerations_view(look),
            PROFESSIONALS,
        ),
    )
