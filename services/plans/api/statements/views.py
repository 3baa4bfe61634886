"""The questions about what people fear and want, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import Asking
from services.plans.api.statements.answers import PicturesAnswer, StatementsAnswer
from services.plans.views.good_enough import good_enough_view
from services.plans.views.statements import statements_view
from shared.access.role import PROFESSIONALS
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """The statements, and when it is good enough."""
    return (
        asking.view(
            "/risico-uitspraken",
            "risico-uitspraken",
            "De risico-uitspraken en gewenste situaties, naast elkaar",
            StatementsAnswer,
            lambda look, _: statements_view(look),
        ),
        asking.view(
            "/goed-genoeg",
            "goed-genoeg",
            "Wanneer het goed genoeg is, per kind",
            PicturesAnswer,
            lambda look, _: good_enough_view(look),
            PROFESSIONALS,
        ),
    )
