"""The questions about who does what, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import Asking
from services.plans.api.together.answers import CaseLeadAnswer, TasksAnswer
from services.plans.views.case_lead import case_lead_view
from services.plans.views.tasks import tasks_view
from shared.access.role import PROFESSIONALS
from shared.web.view import View


def views(asking: Asking) -> Sequence[View]:
    """Tasks, and the lead."""
    return (
        asking.view(
            "/taken",
            "taken",
            "Wie wat doet, en wat daarvan is toegezegd",
            TasksAnswer,
            lambda look, _: tasks_view(look),
        ),
        asking.view(
            "/casusregie",
            "casusregie",
            "Wie de casusregie heeft, en wie vervangt",
            CaseLeadAnswer,
            lambda look, _: case_lead_view(look),
            PROFESSIONALS,
        ),
    )
