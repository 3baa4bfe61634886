"""The plans service, wired on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

from services.plans.api.act_schemas import ACT_SCHEMAS
from services.plans.api.asking import BASE_PATH as BASE_PATH
from services.plans.api.others import Others
from services.plans.api.plan.answers import HistoryEntryAnswer
from services.plans.api.views import Beside, all_views
from services.plans.domain import catalogue
from services.plans.domain.erasing.erased import PlanContentErased, PlanDestroyed
from services.plans.domain.family.dossier import OpenDossier
from services.plans.domain.plan.activation import PlanActivated
from services.plans.domain.plan.adjustment import PlanAdjusted
from services.plans.messages import Messages
from services.plans.orders import ordered
from services.plans.views.history import NEEDED, DossierEntries
from services.plans.views.looking import DossierLook
from shared.erasing.eraser import Telling
from shared.eventbase.event import Event, Recorded
from shared.eventbase.terms import Terms
from shared.feed.local import LocalSource
from shared.record.acting import Acting
from shared.service.history_lines import Recount
from shared.service.neighbour import Ask
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.store import Store
from shared.service.web import Face, Inside, looked_at, service_of
from shared.service.world import World

_NOBODY_KNOWN: Mapping[str, Ask] = MappingProxyType({})


def create_app(
    settings: Settings, world: World, others: Mapping[str, Ask] = _NOBODY_KNOWN
) -> Service:
    """The service on the stores in its folder, which must have been migrated. Starts no threads.

    ``others``: how the other services are asked in the name of whoever reads, by their names.
    """
    store = Store(catalogue.service, catalogue.events, settings, world)
    terms = catalogue.terms(settings.terms.get(catalogue.service))
    record = store.record
    acting = Acting(record, catalogue.fold, world.clock, world.new_id, beside=ordered, terms=terms)
    eraser = store.eraser(acting, Telling(PlanContentErased, PlanDestroyed))
    messages = Messages(acting.history, catalogue.fold, record.sealer)
    source = LocalSource(
        catalogue.service, record.after, lambda: record.last().seq, messages.data, store.traces
    )
    inside = Inside(
        store=store,
        acting=acting,
        source=source,
        views=lambda revisions, cursors: all_views(
            acting,
            terms,
            revisions,
            cursors,
            Beside(Others(others), looked_at(store, cursors).page),
        ),
        looks=lambda reading: DossierLook(acting, terms, reading),
        recount=recount(terms),
    )
    return service_of(FACE, inside, settings, world, timers=(eraser.step,))


def recount(terms: Terms) -> Recount:
    """How this service tells the history of a dossier."""
    return Recount(
        look_on=lambda acting, reading: DossierLook(acting, terms, reading),
        entries=DossierEntries,
        answer=HistoryEntryAnswer,
        needed=NEEDED,
    )


def _location(plan_id: UUID, events: Sequence[Event]) -> str:
    plan = f"/dossiers/{plan_id}/veiligheidsplan"
    made = [event for event in events if isinstance(event, PlanActivated | PlanAdjusted)]
    return f"{plan}/versies/{made[-1].version}" if made else plan


def _dataref(recorded: Recorded[Any]) -> str | None:
    event = recorded.event
    if not isinstance(event, PlanActivated | PlanAdjusted):
        return None
    return f"/dossiers/{recorded.stamp.plan_id}/veiligheidsplan/versies/{event.version}"


FACE = Face(
    title="Vangnet: plannen",
    base_path=BASE_PATH,
    catalogue=catalogue,
    act_schemas=ACT_SCHEMAS,
    location=_location,
    dataref=_dataref,
    opening=OpenDossier,
)
