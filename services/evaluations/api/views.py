"""The questions of the evaluations service, as routes: one list per room."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import Asking
from services.evaluations.api.between import views as between
from services.evaluations.api.breaches import views as breaches
from services.evaluations.api.children import views as children
from services.evaluations.api.considering import views as considering
from services.evaluations.api.course import views as course
from services.evaluations.api.incidents import views as incidents
from services.evaluations.api.preparing import views as preparing
from services.evaluations.api.sitting import views as sitting
from shared.web.view import View


def all_views(asking: Asking) -> Sequence[View]:
    """Every route that reads."""
    return (
        *sitting.views(asking),
        *incidents.views(asking),
        *breaches.views(asking),
        *children.views(asking),
        *between.views(asking),
        *considering.views(asking),
        *course.views(asking),
        *preparing.views(asking),
    )
