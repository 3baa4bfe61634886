"""The questions about the rights of people, as routes: for professionals only."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import Asking
from services.plans.api.rights import answers
from services.plans.views.rights.own_statements import own_statements_view
from services.plans.views.rights.requests import rights_view
from shared.access.role import PROFESSIONALS
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """What was asked and answered, and what people have to say themselves."""
    return (
        asking.view(
            "/rechtenverzoeken",
            "rechtenverzoeken",
            "Wie om inzage of correctie vroeg, en wat is geantwoord",
            answers.RightsRequestsAnswer,
            lambda look, _: rights_view(look),
            PROFESSIONALS,
        ),
        asking.view(
            "/eigen-verklaringen",
            "eigen-verklaringen",
            "Wat mensen zelf vinden van wat er over hen staat",
            answers.OwnStatementsAnswer,
            lambda look, _: own_statements_view(look),
            PROFESSIONALS,
        ),
    )
