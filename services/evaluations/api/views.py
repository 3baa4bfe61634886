"""The questions of the evaluations service, as routes: one list per room."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import Asking
from services.evaluations.api.children import views as children
from services.evaluations.api.course import views as course
from services.evaluations.api.incidents import views as incidents
from services.evaluations.api.sitting import views as sitting
from shared.web.view import View


def all_views(asking: Asking) -> Sequence[View]:
    """Every route that reads."""
    return (
        *sitting.views(asking),
        *incidents.views(asking),
        *children.views(asking),
        *course.views(asking),
    )
