"""The plans service on a record that is put together differently."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from services.plans.api.views import all_views
from services.plans.app import FACE, recount
from services.plans.domain import catalogue
from services.plans.messages import Messages
from services.plans.views.looking import DossierLook
from shared.feed.local import LocalSource
from shared.record.acting import Acting
from shared.record.database import Database
from shared.record.mapper import SealedMapper
from shared.record.record import Parts, Record
from shared.record.sqlrecorder import SqlRecorder
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.store import Store
from shared.service.web import Inside, service_of
from shared.service.world import World
from shared.web.view import Reading
from tests.faults.serving_faults import serve_instead
from vangnet.alone import opened_alone
from vangnet.settings import Deployment


@dataclass(frozen=True)
class Made:
    """What is made differently."""

    database: Callable[[Database], Database]
    recorder: type[SqlRecorder] = SqlRecorder
    acting: type[Acting] = Acting


def serving(made: Made) -> Callable[[Deployment, str], None]:
    """The way to serve plans so."""

    def serve(deployment: Deployment, name: str) -> None:
        with opened_alone(deployment, name, follow=False) as alone:
            serve_instead(_plans(deployment.settings, alone.world, made), alone, deployment)

    return serve


def _plans(settings: Settings, world: World, made: Made) -> Service:
    store = Store(catalogue.service, catalogue.events, settings, world)
    record = _record(store, made)
    acting = made.acting(record, catalogue.fold, world.clock, world.new_id)
    messages = Messages(acting.history, acting.fold, record.sealer)
    source = LocalSource(
        catalogue.service, record.after, lambda: record.last().seq, messages.data, store.traces
    )

    def views(revisions: object, cursors: object) -> object:
        return all_views(acting, catalogue.terms(), revisions, cursors)

    def looks(reading: Reading) -> DossierLook:
        return DossierLook(acting, catalogue.terms(), reading)

    inside = Inside(
        store=store,
        acting=acting,
        source=source,
        views=views,
        looks=looks,
        recount=recount(catalogue.terms()),
    )
    return service_of(FACE, inside, settings, world)


def _record(store: Store, made: Made) -> Record:
    real = store.record
    database = made.database(store.database)
    parts = Parts(
        database,
        made.recorder(database, real.origin),
        SealedMapper(catalogue.events, real.sealer),
        real.sealer,
        real.keys,
        store.close,
    )
    return Record(parts, real.origin, real.simulated, os.environ)
