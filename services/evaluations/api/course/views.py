"""How it went and what must be done, as routes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from services.evaluations.api.asking import Asking
from services.evaluations.api.course.answers import (
    DueDatesAnswer,
    ObligationsAnswer,
    TimelineAnswer,
)
from services.evaluations.views.looking import PlanLook
from services.evaluations.views.obligations import due_dates_view, obligations_view
from services.evaluations.views.timeline import timeline_view
from shared.access.role import PROFESSIONALS
from shared.web.paging import LongQuery
from shared.web.view import Reading, View


def views(asking: Asking) -> Sequence[View]:
    """The timeline, what must be done, and when evaluations are due."""
    return (
        asking.view(
            "/tijdlijn",
            "tijdlijn",
            "Hoe het ging, in zinnen",
            TimelineAnswer,
            _timeline(asking),
            query=LongQuery,
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


def _timeline(asking: Asking) -> Callable[[PlanLook, Reading], Any]:
    def told(look: PlanLook, reading: Reading) -> Any:
        return timeline_view(look, asking.pages.asked(reading), asking.revision(look))

    return told
