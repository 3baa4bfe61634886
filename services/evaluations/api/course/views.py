"""How it went and what must be done, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import PROFESSIONALS, Asking
from services.evaluations.api.course.answers import (
    DueDatesAnswer,
    ObligationsAnswer,
    TimelineAnswer,
)
from services.evaluations.views.obligations import due_dates_view, obligations_view
from services.evaluations.views.timeline import timeline_view
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """The timeline, what must be done, and when evaluations are due."""
    return (
        asking.view(
            "/tijdlijn",
            "tijdlijn",
            "Hoe het ging, in zinnen",
            TimelineAnswer,
            lambda look, _: timeline_view(look, asking.revision(look)),
        ),
        asking.view(
            "/verplichtingen",
            "verplichtingen",
            "Wat er moet gebeuren, en wat te laat is",
            ObligationsAnswer,
            lambda look, _: obligations_view(look),
            PROFESSIONALS,
        ),
        asking.view(
            "/evaluatiemomenten",
            "evaluatiemomenten",
            "Wanneer er wordt geëvalueerd",
            DueDatesAnswer,
            lambda look, _: due_dates_view(look),
            PROFESSIONALS,
        ),
    )
