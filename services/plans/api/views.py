"""The questions of the plans service, as routes: one list per room, and what is over dossiers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from services.plans.api.asking import Asking
from services.plans.api.course import views as course
from services.plans.api.course.running_answers import RunningPlansAnswer
from services.plans.api.erasing import views as erasing
from services.plans.api.family import views as family
from services.plans.api.family_version import views as family_version
from services.plans.api.groundwork import views as groundwork
from services.plans.api.groundwork.choice_answers import ChoicesAnswer
from services.plans.api.network import views as network
from services.plans.api.others import Others
from services.plans.api.picture import views as picture
from services.plans.api.plan import views as plan
from services.plans.api.plan.answers import DossiersAnswer, PageQuery
from services.plans.api.questions import views as questions
from services.plans.api.rights import views as rights
from services.plans.api.statements import views as statements
from services.plans.api.together import views as together
from services.plans.views.choices import choices_view
from services.plans.views.dossiers import dossiers_view
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from services.plans.views.running import running_view
from shared.access.role import PROFESSIONALS
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.cursor import Cursors
from shared.web.paging import Pages, asked_place
from shared.web.revision import Revisions
from shared.web.view import Reading, View
from shared.web.wire import WireSchema


class Beside(NamedTuple):
    """What views tell besides the record: what other services say, and who looked."""

    others: Others
    looked_at: Callable[[DossierLook], Any]


def all_views(
    acting: Acting, terms: Terms, revisions: Revisions, cursors: Cursors, beside: Beside
) -> Sequence[View]:
    """Every route that reads, through ``acting``."""
    asking = Asking(acting, terms, Pages(cursors))
    return (
        _paged(acting, cursors, _DOSSIERS, dossiers_view),
        _paged(acting, cursors, _RUNNING, partial(running_view, terms=terms)),
        _choices(terms),
        *plan.views(asking, revisions, beside.others),
        *family.views(asking),
        *family_version.views(asking),
        *groundwork.views(asking),
        *picture.views(asking),
        *statements.views(asking),
        *network.views(asking),
        *together.views(asking),
        *course.views(asking),
        *rights.views(asking),
        *erasing.views(asking),
        *questions.views(asking, *beside),
    )


def _choices(terms: Terms) -> View:
    return View(
        path="/keuzelijsten",
        name="keuzelijsten",
        summary="Waaruit een team kiest: instrumenten en vormen van onveiligheid",
        roles=PROFESSIONALS,
        answer=ChoicesAnswer,
        read=lambda reading: choices_view(terms, reading.moment.valid),
    )


_DOSSIERS = ("dossiers", "De dossiers, een bladzijde per keer", DossiersAnswer)
_RUNNING = (
    "lopende-plannen",
    "De lopende plannen naar leeftijd, met wat stilstaat en wat bij de leidinggevende ligt",
    RunningPlansAnswer,
)


def _paged(
    acting: Acting,
    cursors: Cursors,
    named: tuple[str, str, type[WireSchema]],
    view: Callable[..., Data],
) -> View:
    name, summary, answer = named

    def page(reading: Reading) -> Any:
        after = asked_place(cursors, reading.query.get("after"))
        limit = reading.query.get("limit", 25)
        found = view(acting, moment=reading.moment, after=after, limit=limit)
        following = found["next"]
        return found | {"following": cursors.at(following) if following else None}

    return View(
        path=f"/{name}",
        name=name,
        summary=summary,
        roles=PROFESSIONALS,
        answer=answer,
        query=PageQuery,
        read=page,
    )
