"""The questions about incidents, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.evaluations.api.asking import Asking
from services.evaluations.api.incidents.answers import IncidentAnswer, IncidentsAnswer
from services.evaluations.views.incident import incident_view, incidents_view
from shared.web.view import View

_PATH = "/voorvallen"


def views(asking: Asking) -> Sequence[View]:
    """The incidents, and each with how it was judged."""
    return (
        asking.view(
            _PATH,
            "voorvallen",
            "De voorvallen",
            IncidentsAnswer,
            lambda look, _: incidents_view(look),
        ),
        asking.view(
            f"{_PATH}/{{voorvalId}}",
            "voorval",
            "Eén voorval en hoe het is beoordeeld",
            IncidentAnswer,
            lambda look, reading: incident_view(
                look, reading.path["voorvalId"], asking.revision(look)
            ),
        ),
    )
