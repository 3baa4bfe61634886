"""The questions about the dossier and its people, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import Asking
from services.plans.api.family.custody_answers import CustodiesAnswer
from services.plans.api.plan.answers import HistoryAnswer, PeopleAnswer, SafeContactAnswer
from services.plans.views.custody import custody_view
from services.plans.views.history import history_view
from services.plans.views.people import people_view
from services.plans.views.safe_contact import safe_contact_view
from shared.access.role import PROFESSIONALS, Role
from shared.web.paging import LongQuery
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """Who belong to it, how they are reached, and what happened."""
    return (
        asking.view(
            "/personen",
            "personen",
            "Wie bij dit dossier horen",
            PeopleAnswer,
            lambda look, _: people_view(look),
        ),
        asking.view(
            "/personen/{persoonId}/veilig-contact",
            "veilig-contact",
            "Hoe iemand veilig te bereiken is",
            SafeContactAnswer,
            lambda look, reading: safe_contact_view(look, reading.path["persoonId"]),
            (Role.WORKER, Role.SERVICE, Role.PERSON),
        ),
        asking.view(
            "/geschiedenis",
            "geschiedenis",
            "Wat er gebeurde, in zinnen",
            HistoryAnswer,
            lambda look, reading: history_view(look, asking.pages.asked(reading)),
            PROFESSIONALS,
            LongQuery,
        ),
        asking.view(
            "/gezag",
            "gezag",
            "Wie gezag heeft over welk kind, en wanneer rechten vanzelf veranderen",
            CustodiesAnswer,
            lambda look, _: custody_view(look),
            PROFESSIONALS,
        ),
    )
