"""What every question of the plans service needs to become a route."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from services.plans.views.looking import DossierLook
from shared.access.role import EVERYBODY, Role
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.paging import Pages
from shared.web.view import Reading, View
from shared.web.wire import QuerySchema, WireSchema

DOSSIER = "/dossiers/{planId}"
BASE_PATH = "/plannen/api/v1"

Asked = Callable[[DossierLook, Reading], Any]


class Asking(msgspec.Struct, frozen=True):
    """Makes the views of one dossier, reading through ``acting``; ``pages``: of long lists."""

    acting: Acting
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
            return ask(DossierLook(self.acting, self.terms, reading), reading)

        return View(
            path=f"{DOSSIER}{path}",
            name=name,
            summary=summary,
            roles=roles,
            answer=answer,
            read=read,
            query=query,
        )
