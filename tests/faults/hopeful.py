"""The planted fault: a record that takes a commit without an answer for one that succeeded."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from eventsourcing.persistence import Cursor

from services.plans.api.views import PlanViews
from services.plans.app import BASE_PATH, FACE
from services.plans.domain import catalogue
from services.plans.messages import Messages
from shared.feed.local import LocalSource
from shared.record.acting import Acting
from shared.record.database import Database
from shared.record.mapper import SealedMapper
from shared.record.record import Parts, Record
from shared.record.recorder import CommitUnclearError
from shared.record.sqlrecorder import SqlRecorder
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.store import Store
from shared.service.web import public_events, web_app
from shared.service.world import World
from tests.faults.serving_faults import serve_instead
from vangnet.alone import opened_alone
from vangnet.settings import Deployment


@dataclass(frozen=True)
class Hopeful:
    """A database of which no commit ever ends unclearly."""

    real: Database

    @contextmanager
    def transaction(self, *, commit: bool, alone: str | None = None) -> Iterator[Cursor]:
        """A transaction of the real one."""
        with (
            suppress(CommitUnclearError),
            self.real.transaction(commit=commit, alone=alone) as cursor,
        ):
            yield cursor

    def __getattr__(self, name: str) -> object:
        return getattr(self.real, name)


def serve_hopefully(deployment: Deployment, name: str) -> None:
    """Plans, on such a database."""
    with opened_alone(deployment, name, follow=False) as alone:
        serve_instead(_plans(deployment.settings, alone.world), alone, deployment)


def _plans(settings: Settings, world: World) -> Service:
    store = Store(catalogue.service, catalogue.events, settings, world)
    record = _hopeful(store)
    acting = Acting(record, catalogue.fold, world.clock, world.new_id)
    messages = Messages(acting.history, acting.fold, record.sealer)
    source = LocalSource(
        catalogue.service, record.after, lambda: record.last().seq, messages.data, store.traces
    )

    def views(revisions: object, cursors: object) -> object:
        return PlanViews(acting, revisions, cursors).all()

    return Service(
        name=catalogue.service,
        base_path=BASE_PATH,
        app=web_app(FACE, acting, source, views, store, settings, world, {}),
        acting=acting,
        source=source,
        public=public_events(FACE, store, settings),
        close=store.close,
    )


def _hopeful(store: Store) -> Record:
    real = store.record
    database = Hopeful(store.database)
    parts = Parts(
        database,
        SqlRecorder(database, real.origin),
        SealedMapper(catalogue.events, real.sealer),
        real.sealer,
        real.keys,
        store.close,
    )
    return Record(parts, real.origin, real.simulated, os.environ)
