"""The plans service as it runs, in process, with everything on: auth, gate, seal, leaf, log."""

from __future__ import annotations

import io
import os
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from services.plans.api.others import Others
from services.plans.api.views import Beside, all_views
from services.plans.app import FACE, recount
from services.plans.domain import catalogue
from services.plans.messages import Messages
from services.plans.views.looking import DossierLook
from shared.access.development import DevelopmentIssuer
from shared.access.role import EVERYBODY, Role
from shared.access.token import Verifier
from shared.feed.local import LocalSource
from shared.record.acting import Acting
from shared.record.sqlite import driver  # noqa: F401  # before anything imports sqlite3
from shared.service.settings import Settings
from shared.service.store import Store, migrate_store
from shared.service.web import Inside, looked_at, web_app
from shared.service.world import World
from shared.web.cursor import Cursors
from shared.web.logs import json_log
from shared.web.revision import Revisions
from shared.web.view import View
from shared.web.wire import WireSchema
from tests.bench.caller import Caller


class Nothing(WireSchema):
    """An answer that says nothing."""


TRIVIAL = View(
    path="/niets",
    name="niets",
    summary="Een leeg antwoord",
    roles=EVERYBODY,
    answer=Nothing,
    read=lambda reading: {},
)


def now() -> datetime:
    """The real clock: what is measured here is real time."""
    return datetime.now(UTC)


class Stage(Caller):
    """A plans service on a folder, and a caller with a worker's token."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(folder=folder)
        issuer = DevelopmentIssuer(
            folder, self.settings.issuer, self.settings.audience, now, uuid4, production=False
        )
        self.world = World(
            clock=now,
            new_id=uuid4,
            random_bytes=os.urandom,
            chance=random.random,
            log=json_log(io.BytesIO(), "bench", now),
            verifier=Verifier(issuer.keys, self.settings.issuer, self.settings.audience, now),
            secret=os.urandom(32),
        )
        migrate_store(self.settings, "plans", os.urandom)
        self.store = Store("plans", catalogue.events, self.settings, self.world)
        record = self.store.record
        self.acting = Acting(record, catalogue.fold, now, uuid4)
        messages = Messages(self.acting.history, catalogue.fold, record.sealer)
        self.source = LocalSource("plans", record.after, lambda: record.last().seq, messages.data)
        inside = Inside(
            store=self.store,
            acting=self.acting,
            source=self.source,
            views=lambda revisions, cursors: (*self._views(revisions, cursors), TRIVIAL),
            looks=lambda reading: DossierLook(self.acting, catalogue.terms(), reading),
            recount=recount(catalogue.terms()),
        )
        app = web_app(FACE, inside, self.settings, self.world)
        super().__init__(app, issuer.issue(Role.WORKER, "bench", None, timedelta(hours=4)))

    def _views(self, revisions: Revisions, cursors: Cursors) -> Sequence[View]:
        beside = Beside(Others({}), looked_at(self.store, cursors).page)
        return all_views(self.acting, catalogue.terms(), revisions, cursors, beside)

    def close(self) -> None:
        """Closes the stores."""
        self.store.close()
