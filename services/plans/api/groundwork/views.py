"""The questions about what a plan stands on, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import Asked, Asking
from services.plans.api.groundwork.sharing_answers import SharingAnswer
from services.plans.api.groundwork.view_answers import (
    FamilyToldAnswer,
    JudgingAnswer,
    MeasuresAnswer,
    ProgressAnswer,
    ReportsAnswer,
)
from services.plans.views.family_told import family_told_view
from services.plans.views.judging import judging_view
from services.plans.views.measures import measures_view
from services.plans.views.outside_sharing import outside_sharing_view
from services.plans.views.progress import progress_view
from services.plans.views.reports import reports_view
from shared.access.role import PROFESSIONALS
from shared.web.view import View
from shared.web.wire import WireSchema

_QUESTIONS: tuple[tuple[str, str, type[WireSchema], Asked], ...] = (
    (
        "voortgang",
        "Hoe ver het team is: in kaart, besproken, afspraken",
        ProgressAnswer,
        lambda look, _: progress_view(look),
    ),
    (
        "beoordelingen",
        "Hoe de veiligheid is beoordeeld: waarop, door wie en met wie",
        JudgingAnswer,
        lambda look, _: judging_view(look),
    ),
    (
        "boodschappen",
        "Wie van het gezin boodschap 2a en 2b kreeg, en wie nog niet",
        FamilyToldAnswer,
        lambda look, _: family_told_view(look),
    ),
    (
        "meldingen",
        "De meldingen, en wat de partner ermee doet",
        ReportsAnswer,
        lambda look, _: reports_view(look),
    ),
    (
        "maatregelen",
        "Huisverboden en andere maatregelen, met hun data",
        MeasuresAnswer,
        lambda look, _: measures_view(look),
    ),
    (
        "delen-met-partijen",
        "Wie toestemming gaf om te delen, en op welke grond er is gedeeld",
        SharingAnswer,
        lambda look, _: outside_sharing_view(look),
    ),
)


def views(asking: Asking) -> Sequence[View]:
    """How it was judged, who was told, what was reported, and how far the team is.

    Instruments, consultations and what partners say are not for the family to read by themselves
    (domain.md 3.7): these questions are for professionals.
    """
    return [
        asking.view(f"/{name}", name, summary, answer, ask, PROFESSIONALS)
        for name, summary, answer, ask in _QUESTIONS
    ]
