"""The questions of the evaluations service, as routes: one list per room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from services.evaluations.api.asking import Asking
from services.evaluations.api.between import views as between
from services.evaluations.api.breaches import views as breaches
from services.evaluations.api.children import views as children
from services.evaluations.api.considering import views as considering
from services.evaluations.api.course import views as course
from services.evaluations.api.incidents import views as incidents
from services.evaluations.api.preparing import views as preparing
from services.evaluations.api.questions import views as questions
from services.evaluations.api.sitting import views as sitting
from services.evaluations.views.looking import PlanLook
from shared.web.view import View


def all_views(asking: Asking, looked_at: Callable[[PlanLook], Any]) -> Sequence[View]:
    """Every route that reads; ``looked_at`` tells who looked."""
    return (
        *sitting.views(asking),
        *incidents.views(asking),
        *breaches.views(asking),
        *children.views(asking),
        *between.views(asking),
        *considering.views(asking),
        *course.views(asking),
        *preparing.views(asking),
        *questions.views(asking, looked_at),
    )
