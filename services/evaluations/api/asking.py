"""What every question of the evaluations service needs to become a route."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from services.evaluations.views.looking import AskPlans, PlanLook
from shared.access.role import EVERYBODY, Role
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.paging import Pages
from shared.web.revision import Revisions
from shared.web.view import Reading, View
from shared.web.wire import QuerySchema, WireSchema

DOSSIER = "/dossiers/{planId}"

Asked = Callable[[PlanLook, Reading], Any]


class Asking(msgspec.Struct, frozen=True):
    """Makes the views of one plan, reading through ``acting`` and asking ``plans``.

    ``pages``: of long lists.
    """

    acting: Acting
    revisions: Revisions
    plans: AskPlans
    terms: Terms
    pages: Pages

    def view(
        self,
        path: str,
        name: str,
        summary: str,
        answer: type[WireSchema],
        ask: Asked,
        roles: tuple[Role, ...] = EVERYBODY,
        query: type[QuerySchema] | None = None,
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
            query=query,
        )

    def revision(self, look: PlanLook) -> str:
        """What a writer who reads this goes on from."""
        return self.revisions.of(look.plan_id, look.heads)
