"""The questions about erasing, as routes: for professionals only."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import Asking
from services.plans.api.erasing import answers
from services.plans.views.erasing.keeping import keeping_view
from services.plans.views.erasing.mentions import mentions_view
from services.plans.views.erasing.requests import requests_view
from shared.access.role import PROFESSIONALS
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """What was asked, how long the file is kept, and what mentions somebody."""
    return (
        asking.view(
            "/wisverzoeken",
            "wisverzoeken",
            "Wat gewist moet worden, en hoe ver dat is",
            answers.ErasureRequestsAnswer,
            lambda look, _: requests_view(look),
            PROFESSIONALS,
        ),
        asking.view(
            "/bewaartermijn",
            "bewaartermijn",
            "Tot wanneer het dossier bewaard wordt, en waarom",
            answers.KeepingAnswer,
            lambda look, _: keeping_view(look),
            PROFESSIONALS,
        ),
        asking.view(
            "/vermeldingen/{persoonId}",
            "vermeldingen",
            "Alles wat iemand noemt, om te kiezen wat gewist wordt",
            answers.MentionsAnswer,
            lambda look, reading: mentions_view(look, reading.path["persoonId"]),
            PROFESSIONALS,
        ),
    )
