"""The questions about the picture of the family, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import Asking
from services.plans.api.picture.conversation_answers import ConversationsAnswer
from services.plans.api.picture.framework_answers import (
    ConcernsAnswer,
    DeliberationsAnswer,
    FrameworkAnswer,
)
from services.plans.views.concerns import concerns_view
from services.plans.views.conversations import conversations_view
from services.plans.views.deliberations import deliberations_view
from services.plans.views.framework import framework_view
from shared.access.role import PROFESSIONALS
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """What is known, whose concerns there are, and who speaks to whom."""
    return (
        asking.view(
            "/raamwerk",
            "raamwerk",
            "Alles wat bekend is, geordend, met bron en datum",
            FrameworkAnswer,
            lambda look, _: framework_view(look),
            PROFESSIONALS,
        ),
        asking.view(
            "/zorgen",
            "zorgen",
            "De zorgen, gegroepeerd naar van wie ze zijn",
            ConcernsAnswer,
            lambda look, _: concerns_view(look),
        ),
        asking.view(
            "/gesprekken",
            "gesprekken",
            "Wie wanneer te spreken, en wat nog ontbreekt",
            ConversationsAnswer,
            lambda look, _: conversations_view(look),
            PROFESSIONALS,
        ),
        asking.view(
            "/beraden",
            "beraden",
            "De netwerkberaden",
            DeliberationsAnswer,
            lambda look, _: deliberations_view(look),
            PROFESSIONALS,
        ),
    )
