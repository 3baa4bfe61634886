"""The questions about the plan and its versions, as routes."""

from __future__ import annotations

from collections.abc import Sequence

from services.plans.api.asking import PROFESSIONALS, Asking
from services.plans.api.plan import around_views
from services.plans.api.plan.answers import ObligationsAnswer, PlanAnswer
from services.plans.api.plan.content_answers import VersionAnswer, VersionsAnswer
from services.plans.views.obligations import obligations_view
from services.plans.views.plan import plan_view
from services.plans.views.versions import version_view, versions_view
from shared.web.revision import Revisions
from shared.web.view import View

_PLAN = "/veiligheidsplan"


def views(asking: Asking, revisions: Revisions) -> Sequence[View]:
    """The plan as it is, and each of its versions."""
    return (
        asking.view(
            _PLAN,
            "veiligheidsplan",
            "Het veiligheidsplan zoals het is of was",
            PlanAnswer,
            lambda look, _: plan_view(look, revisions.of(look.plan_id, look.heads)),
        ),
        asking.view(
            f"{_PLAN}/versies",
            "versies",
            "De versies van het plan",
            VersionsAnswer,
            lambda look, _: versions_view(look),
        ),
        asking.view(
            f"{_PLAN}/versies/{{versie:int}}",
            "versie",
            "Eén versie, zoals zij op papier stond",
            VersionAnswer,
            lambda look, reading: version_view(look, reading.path["versie"]),
        ),
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
