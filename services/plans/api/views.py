"""The questions of the plans service, as routes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from services.plans.api.content_answers import VersionAnswer, VersionsAnswer
from services.plans.api.plan_answers import (
    DossiersAnswer,
    HistoryAnswer,
    PageQuery,
    PeopleAnswer,
    PlanAnswer,
    SafeContactAnswer,
)
from services.plans.views.dossiers import dossiers_view
from services.plans.views.history import history_view
from services.plans.views.looking import DossierLook
from services.plans.views.people import people_view
from services.plans.views.plan import plan_view
from services.plans.views.safe_contact import safe_contact_view
from services.plans.views.versions import version_view, versions_view
from shared.access.role import Role
from shared.record.acting import Acting
from shared.web.cursor import Cursors
from shared.web.paging import asked_place
from shared.web.revision import Revisions
from shared.web.view import Reading, View
from shared.web.wire import WireSchema

PROFESSIONALS = (Role.WORKER, Role.COLLEAGUE, Role.SUPERVISOR, Role.INSPECTOR)
EVERYBODY = (*PROFESSIONALS, Role.PERSON)
_DOSSIER = "/dossiers/{planId}"
_PLAN = f"{_DOSSIER}/veiligheidsplan"

Asked = Callable[[DossierLook, Reading], Any]


class PlanViews:
    """All views of the service, reading through ``acting``."""

    def __init__(self, acting: Acting, revisions: Revisions, cursors: Cursors) -> None:
        self._acting = acting
        self._revisions = revisions
        self._cursors = cursors

    def all(self) -> Sequence[View]:
        """Every route that reads."""
        return (self._dossiers(), *self._of_the_plan(), *self._of_the_dossier())

    def _of_the_plan(self) -> Sequence[View]:
        now, listed = "Het veiligheidsplan zoals het is of was", "De versies van het plan"
        one = "Eén versie, zoals zij op papier stond"
        return (
            self._view(_PLAN, "veiligheidsplan", now, PlanAnswer, self._plan),
            self._view(f"{_PLAN}/versies", "versies", listed, VersionsAnswer, _versions),
            self._view(f"{_PLAN}/versies/{{versie:int}}", "versie", one, VersionAnswer, _version),
        )

    def _of_the_dossier(self) -> Sequence[View]:
        people, told = "Wie bij dit dossier horen", "Wat er gebeurde, in zinnen"
        reach = "Hoe iemand veilig te bereiken is"
        path = f"{_DOSSIER}/personen"
        return (
            self._view(path, "personen", people, PeopleAnswer, lambda look, _: people_view(look)),
            self._view(
                f"{path}/{{persoonId}}/veilig-contact",
                "veilig-contact",
                reach,
                SafeContactAnswer,
                lambda look, reading: safe_contact_view(look, reading.path["persoonId"]),
                (Role.WORKER, Role.SERVICE, Role.PERSON),
            ),
            self._view(
                f"{_DOSSIER}/geschiedenis",
                "geschiedenis",
                told,
                HistoryAnswer,
                lambda look, _: history_view(look),
                PROFESSIONALS,
            ),
        )

    def _dossiers(self) -> View:
        return View(
            path="/dossiers",
            name="dossiers",
            summary="De dossiers, een bladzijde per keer",
            roles=PROFESSIONALS,
            answer=DossiersAnswer,
            query=PageQuery,
            read=self._page,
        )

    def _view(
        self,
        path: str,
        name: str,
        summary: str,
        answer: type[WireSchema],
        ask: Asked,
        roles: tuple[Role, ...] = EVERYBODY,
    ) -> View:
        def read(reading: Reading) -> Any:
            return ask(DossierLook(self._acting, reading), reading)

        return View(path=path, name=name, summary=summary, roles=roles, answer=answer, read=read)

    def _plan(self, look: DossierLook, reading: Reading) -> Any:
        return plan_view(look, self._revisions.of(look.plan_id, look.now.versions))

    def _page(self, reading: Reading) -> Any:
        after = asked_place(self._cursors, reading.query.get("after"))
        limit = reading.query.get("limit", 25)
        page = dossiers_view(self._acting, reading.moment, after, limit)
        following = page["next"]
        return page | {"following": self._cursors.at(following) if following else None}


def _versions(look: DossierLook, reading: Reading) -> Any:
    return versions_view(look)


def _version(look: DossierLook, reading: Reading) -> Any:
    return version_view(look, reading.path["versie"])
