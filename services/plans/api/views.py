"""The questions of the plans service, as routes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from services.plans.api.content_answers import VersionAnswer, VersionsAnswer
from services.plans.api.plan_answers import (
    DossiersAnswer,
    HistoryAnswer,
    PageQuery,
    PlanAnswer,
    SafeContactAnswer,
)
from services.plans.views.dossiers import dossiers_view
from services.plans.views.history import history_view
from services.plans.views.looking import Look
from services.plans.views.plan import plan_view
from services.plans.views.safe_contact import safe_contact_view
from services.plans.views.versions import version_view, versions_view
from shared.access.role import Role
from shared.record.acting import Acting
from shared.web.cursor import Cursors
from shared.web.revision import Revisions
from shared.web.view import Reading, View

PROFESSIONALS = (Role.WORKER, Role.COLLEAGUE, Role.SUPERVISOR, Role.INSPECTOR)
EVERYBODY = (*PROFESSIONALS, Role.PERSON)
_PLAN = "/dossiers/{planId}/veiligheidsplan"


def plan_views(acting: Acting, revisions: Revisions, cursors: Cursors) -> Sequence[View]:
    """All views, reading through ``acting``."""

    def looked(view: Callable[[Look, Reading], Any]) -> Callable[[Reading], Any]:
        return lambda reading: view(Look(acting, acting.record.sealer, reading), reading)

    def plan(look: Look, reading: Reading) -> Any:
        return plan_view(look, revisions.of(look.plan_id, look.now.versions))

    def dossiers(reading: Reading) -> Any:
        after, limit = reading.query.get("after"), reading.query.get("limit", 25)
        page = dossiers_view(acting, reading.moment, cursors.seq(after) if after else 0, limit)
        following = page["next"]
        return page | {"following": cursors.at(following) if following else None}

    return (
        View(
            path="/dossiers",
            name="dossiers",
            summary="De dossiers, een bladzijde per keer",
            roles=PROFESSIONALS,
            answer=DossiersAnswer,
            query=PageQuery,
            read=dossiers,
        ),
        View(
            path=_PLAN,
            name="veiligheidsplan",
            summary="Het veiligheidsplan zoals het is, of zoals het was",
            roles=EVERYBODY,
            answer=PlanAnswer,
            read=looked(plan),
            paragraphs=("W0.11",),
        ),
        View(
            path=f"{_PLAN}/versies",
            name="versies",
            summary="De versies van het plan",
            roles=EVERYBODY,
            answer=VersionsAnswer,
            read=looked(lambda look, reading: versions_view(look)),
            paragraphs=("W0.11",),
        ),
        View(
            path=f"{_PLAN}/versies/{{versie:int}}",
            name="versie",
            summary="Eén versie, zoals zij op papier stond",
            roles=EVERYBODY,
            answer=VersionAnswer,
            read=looked(lambda look, reading: version_view(look, reading.path["versie"])),
            paragraphs=("W0.11",),
        ),
        View(
            path="/dossiers/{planId}/geschiedenis",
            name="geschiedenis",
            summary="Wat er gebeurde, in zinnen",
            roles=PROFESSIONALS,
            answer=HistoryAnswer,
            read=looked(lambda look, reading: history_view(look)),
        ),
        View(
            path="/dossiers/{planId}/personen/{persoonId}/veilig-contact",
            name="veilig-contact",
            summary="Hoe iemand veilig te bereiken is",
            roles=(Role.WORKER, Role.SERVICE, Role.PERSON),
            answer=SafeContactAnswer,
            read=looked(lambda look, reading: safe_contact_view(look, reading.path["persoonId"])),
            paragraphs=("W8.4",),
        ),
    )
