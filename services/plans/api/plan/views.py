"""The questions about the plan and its versions, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import Asking
from services.plans.api.others import Others
from services.plans.api.plan import around_views, version_views
from services.plans.api.plan.answers import ObligationsAnswer, PlanAnswer
from services.plans.views.obligations import obligations_view
from services.plans.views.plan import plan_view
from shared.access.role import PROFESSIONALS
from shared.web.revision import Revisions
from shared.web.view import View

_PLAN = "/veiligheidsplan"


def views(asking: Asking, revisions: Revisions, others: Others) -> Sequence[View]:
    """The plan as it is, and each of its versions."""
    return (
        asking.view(
            _PLAN,
            "veiligheidsplan",
            "Het veiligheidsplan zoals het is of was",
            PlanAnswer,
            lambda look, _: plan_view(look, revisions.of(look.plan_id, look.heads)),
        ),
        *version_views.views(asking, others),
        asking.view(
            "/verplichtingen",
            "verplichtingen",
            "Wat er in dit dossier moet gebeuren, en wat te laat is",
            ObligationsAnswer,
            lambda look, _: obligations_view(look),
            PROFESSIONALS,
        ),
        *around_views.views(asking),
    )
