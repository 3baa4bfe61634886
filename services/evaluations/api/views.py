"""The questions of the evaluations service, as routes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from services.evaluations.api.course_answers import (
    DueDatesAnswer,
    ObligationsAnswer,
    TimelineAnswer,
)
from services.evaluations.api.evaluation_answers import EvaluationAnswer, EvaluationsAnswer
from services.evaluations.api.incident_answers import IncidentAnswer, IncidentsAnswer
from services.evaluations.views.evaluation import evaluation_view, evaluations_view
from services.evaluations.views.incident import incident_view, incidents_view
from services.evaluations.views.looking import PlanLook
from services.evaluations.views.obligations import due_dates_view, obligations_view
from services.evaluations.views.timeline import timeline_view
from shared.access.role import Role
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.look import NamesOf
from shared.web.revision import Revisions
from shared.web.view import Reading, View
from shared.web.wire import WireSchema

PROFESSIONALS = (Role.WORKER, Role.COLLEAGUE, Role.SUPERVISOR, Role.INSPECTOR)
EVERYBODY = (*PROFESSIONALS, Role.PERSON)
_DOSSIER = "/dossiers/{planId}"

Asked = Callable[[PlanLook, Reading], Any]


class EvaluationViews:
    """All views of the service, reading through ``acting``; ``names_of`` asks plans for names."""

    def __init__(
        self, acting: Acting, revisions: Revisions, names_of: NamesOf, terms: Terms
    ) -> None:
        self._acting = acting
        self._revisions = revisions
        self._names_of = names_of
        self._terms = terms

    def all(self) -> Sequence[View]:
        """Every route that reads."""
        return (*self._evaluations(), *self._incidents(), *self._course())

    def _evaluations(self) -> Sequence[View]:
        path, listed = f"{_DOSSIER}/evaluaties", "De evaluaties van het plan"
        one = "Eén evaluatie met alles wat erin werd gezegd"
        return (
            self._view(path, "evaluaties", listed, EvaluationsAnswer, _evaluations),
            self._view(
                f"{path}/{{evaluatieId}}", "evaluatie", one, EvaluationAnswer, self._evaluation
            ),
        )

    def _incidents(self) -> Sequence[View]:
        path, listed = f"{_DOSSIER}/voorvallen", "De voorvallen"
        one = "Eén voorval en hoe het is beoordeeld"
        return (
            self._view(path, "voorvallen", listed, IncidentsAnswer, _incidents),
            self._view(f"{path}/{{voorvalId}}", "voorval", one, IncidentAnswer, self._incident),
        )

    def _course(self) -> Sequence[View]:
        told, asked = "Hoe het ging, in zinnen", "Wat er moet gebeuren, en wat te laat is"
        due = "Wanneer er wordt geëvalueerd"
        return (
            self._view(f"{_DOSSIER}/tijdlijn", "tijdlijn", told, TimelineAnswer, self._timeline),
            self._view(
                f"{_DOSSIER}/verplichtingen",
                "verplichtingen",
                asked,
                ObligationsAnswer,
                lambda look, _: obligations_view(look),
                PROFESSIONALS,
            ),
            self._view(
                f"{_DOSSIER}/evaluatiemomenten",
                "evaluatiemomenten",
                due,
                DueDatesAnswer,
                lambda look, _: due_dates_view(look),
                PROFESSIONALS,
            ),
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
            return ask(PlanLook(self._acting, self._names_of, self._terms, reading), reading)

        return View(path=path, name=name, summary=summary, roles=roles, answer=answer, read=read)

    def _revision(self, look: PlanLook) -> str:
        return self._revisions.of(look.plan_id, look.now.versions)

    def _evaluation(self, look: PlanLook, reading: Reading) -> Any:
        return evaluation_view(look, reading.path["evaluatieId"], self._revision(look))

    def _incident(self, look: PlanLook, reading: Reading) -> Any:
        return incident_view(look, reading.path["voorvalId"], self._revision(look))

    def _timeline(self, look: PlanLook, reading: Reading) -> Any:
        return timeline_view(look, self._revision(look))


def _evaluations(look: PlanLook, reading: Reading) -> Any:
    return evaluations_view(look)


def _incidents(look: PlanLook, reading: Reading) -> Any:
    return incidents_view(look)
