"""What the next evaluation is about, as a route."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import Asking
from services.evaluations.api.preparing.answers import AgendaAnswer
from services.evaluations.views.agenda import agenda_view
from shared.access.role import PROFESSIONALS
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """The agenda."""
    return (
        asking.view(
            "/agenda",
            "agenda",
            "Waar de volgende evaluatie over gaat",
            AgendaAnswer,
            lambda look, _: agenda_view(look),
            PROFESSIONALS,
        ),
    )
