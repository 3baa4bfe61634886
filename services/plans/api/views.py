"""The questions of the plans service, as routes: one list per room, and the list of dossiers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from services.plans.api.asking import PROFESSIONALS, Asking
from services.plans.api.course import views as course
from services.plans.api.family import views as family
from services.plans.api.family_version import views as family_version
from services.plans.api.groundwork import views as groundwork
from services.plans.api.network import views as network
from services.plans.api.picture import views as picture
from services.plans.api.plan import views as plan
from services.plans.api.plan.answers import DossiersAnswer, PageQuery
from services.plans.api.statements import views as statements
from services.plans.api.together import views as together
from services.plans.views.dossiers import dossiers_view
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.cursor import Cursors
from shared.web.paging import asked_place
from shared.web.revision import Revisions
from shared.web.view import Reading, View


def all_views(
    acting: Acting, terms: Terms, revisions: Revisions, cursors: Cursors
) -> Sequence[View]:
    """Every route that reads, through ``acting``."""
    asking = Asking(acting, terms)
    return (
        _dossiers(acting, cursors),
        *plan.views(asking, revisions),
        *family.views(asking),
        *family_version.views(asking),
        *groundwork.views(asking),
        *picture.views(asking),
        *statements.views(asking),
        *network.views(asking),
        *together.views(asking),
        *course.views(asking),
    )


def _dossiers(acting: Acting, cursors: Cursors) -> View:
    def page(reading: Reading) -> Any:
        after = asked_place(cursors, reading.query.get("after"))
        limit = reading.query.get("limit", 25)
        found = dossiers_view(acting, reading.moment, after, limit)
        following = found["next"]
        return found | {"following": cursors.at(following) if following else None}

    return View(
        path="/dossiers",
        name="dossiers",
        summary="De dossiers, een bladzijde per keer",
        roles=PROFESSIONALS,
        answer=DossiersAnswer,
        query=PageQuery,
        read=page,
    )
