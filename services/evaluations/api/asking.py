"""What every question of the evaluations service needs to become a route."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from services.evaluations.views.looking import AskPlans, PlanLook
from shared.access.role import Role
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.revision import Revisions
from shared.web.view import Reading, View
from shared.web.wire import WireSchema

PROFESSIONALS = (Role.WORKER, Role.COLLEAGUE, Role.SUPERVISOR, Role.INSPECTOR)
EVERYBODY = (*PROFESSIONALS, Role.PERSON)
DOSSIER = "/dossiers/{planId}"

Asked = Callable[[PlanLook, Reading], Any]


class Asking(msgspec.Struct, frozen=True):
    """Makes the views of one plan, reading through ``acting`` and asking ``plans``."""

    acting: Acting
    revisions: Revisions
    plans: AskPlans
    terms: Terms

    def view(
        self,
        path: str,
        name: str,
        summary: str,
        answer: type[WireSchema],
        ask: Asked,
        roles: tuple[Role, ...] = EVERYBODY,
    ) -> View:
        """The route under the dossier that answers with what ``ask`` sees."""

        def read(reading: Reading) -> Any:
            return ask(PlanLook(self.acting, self.plans, self.terms, reading), reading)

        return View(
            path=f"{DOSSIER}{path}",
            name=name,
            summary=summary,
            roles=roles,
            answer=answer,
            read=read,
        )

    def revision(self, look: PlanLook) -> str:
        """What a writer who reads this goes on from."""
        return self.revisions.of(look.plan_id, look.heads)
