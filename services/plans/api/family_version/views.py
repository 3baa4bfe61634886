"""The question for somebody's family version, as a route (W0.9, W0.11)."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from services.plans.api.asking import Asking
from services.plans.api.family_version.answers import FamilyVersionAnswer, OwnVersionQuery
from services.plans.api.family_version.page import family_version_page
from services.plans.views.family_version.view import family_version_view
from services.plans.views.looking import DossierLook
from shared.web.view import Reading, View

_DESCRIPTION = (
    "De eigen versie van één persoon, op hoogstens twee bladen: als pagina om te printen, of als "
    "JSON met dezelfde inhoud. Een betrokkene leest alleen die van zichzelf."
)


def views(asking: Asking) -> Sequence[View]:
    """Everybody's own page: to print and hand over, or to read oneself."""
    view = asking.view(
        "/personen/{persoonId}/gezinsversie",
        "gezinsversie",
        "Het plan voor één persoon, om te printen",
        FamilyVersionAnswer,
        _read,
    )
    return (
        dataclasses.replace(
            view,
            query=OwnVersionQuery,
            page=family_version_page,
            paragraphs=("W0.9", "W0.11"),
            description=_DESCRIPTION,
        ),
    )


def _read(look: DossierLook, reading: Reading) -> object:
    person, number = reading.path["persoonId"], reading.query.get("version")
    return family_version_view(look, person, number)
