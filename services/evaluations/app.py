"""The evaluations service, wired on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from services.evaluations.api.act_schemas import ACT_SCHEMAS
from services.evaluations.api.asking import Asking
from services.evaluations.api.course.answers import EntryAnswer
from services.evaluations.api.views import all_views
from services.evaluations.domain import catalogue
from services.evaluations.domain.erasing import EvaluationContentErased, EvaluationsDestroyed
from services.evaluations.following import FOLLOWING
from services.evaluations.messages import message_data
from services.evaluations.views.looking import AskPlans, PlanLook
from services.evaluations.views.timeline import NEEDED, TimelineEntries
from shared.erasing.eraser import Telling
from shared.erasing.projection import OrdersProjection
from shared.eventbase.event import Event, Recorded
from shared.eventbase.terms import Terms
from shared.feed.followed_plans import FollowedPlans
from shared.feed.inbox import Inbox
from shared.feed.local import LocalSource
from shared.feed.ports import NoProjection
from shared.record.acting import Acting
from shared.record.record import Record
from shared.service.caught_up import NOBODY, CaughtUp, Upstream
from shared.service.following import Follow
from shared.service.history_lines import Recount
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.store import Store
from shared.service.web import Face, Inside, looked_at, service_of
from shared.service.world import World
from shared.web.paging import Pages

BASE_PATH = "/evaluaties/api/v1"


def create_app(
    settings: Settings,
    world: World,
    follow: Follow,
    plans: AskPlans,
    upstreams: Mapping[str, Upstream] = NOBODY,
) -> Service:
    """The service on the stores in its folder, which must have been migrated. Starts no threads.

    ``follow`` makes what follows plans; ``plans`` asks it what only plans can tell a reader, and
    ``upstreams`` how far it was.
    """
    store = Store(catalogue.service, catalogue.events, settings, world)
    record = store.record
    inbox = store.inbox(FOLLOWING.checks, OrdersProjection(NoProjection()))
    acting = _acting(record, inbox, world)
    telling = Telling(EvaluationContentErased, EvaluationsDestroyed)
    eraser = store.eraser(acting, telling, inbox.forget_plan)
    terms = catalogue.terms(settings.terms.get(catalogue.service))
    followers = follow(catalogue.service, inbox)
    source = LocalSource(
        catalogue.service, record.after, lambda: record.last().seq, message_data, store.traces
    )
    inside = Inside(
        store=store,
        acting=acting,
        source=source,
        views=lambda revisions, cursors: all_views(
            Asking(acting, revisions, plans, terms, Pages(cursors)), looked_at(store, cursors).page
        ),
        looks=lambda reading: PlanLook(acting, plans, terms, reading),
        recount=_recount(plans, terms),
        followers=followers,
        followed=CaughtUp(inbox, upstreams),
    )
    return service_of(FACE, inside, settings, world, inbox=inbox, timers=(eraser.step,))


def _recount(plans: AskPlans, terms: Terms) -> Recount:
    return Recount(
        look_on=lambda acting, reading: PlanLook(acting, plans, terms, reading),
        entries=TimelineEntries,
        answer=EntryAnswer,
        needed=NEEDED,
    )


def _acting(record: Record, inbox: Inbox, world: World) -> Acting:
    followed = FollowedPlans(inbox, FOLLOWING)
    return Acting(record, catalogue.fold, world.clock, world.new_id, followed, inbox.latest)


# Where the things are read that have no page of their own, by a field of their events.
_LISTED = {
    "conversation": "kinderen",
    "children": "kinderen",
    "breach": "niet-nakomen",
    "keeping": "niet-nakomen",
    "observation": "waarnemingen",
    "addressing": "waarnemingen",
    "contact": "waarnemingen",
    "consideration": "afwegingen",
}


def _location(plan_id: UUID, events: Sequence[Event]) -> str:
    event, plan = events[-1], f"/dossiers/{plan_id}"
    for field, place in (("evaluation", "evaluaties"), ("incident", "voorvallen")):
        if hasattr(event, field):
            return f"{plan}/{place}/{getattr(event, field)}"
    listed = next((at for field, at in _LISTED.items() if hasattr(event, field)), "tijdlijn")
    return f"{plan}/{listed}"


def _dataref(recorded: Recorded[Any]) -> str | None:
    # What is read of an evaluation changes as people speak; nothing here is immutable.
    return None


FACE = Face(
    title="Vangnet: evaluaties",
    base_path=BASE_PATH,
    catalogue=catalogue,
    act_schemas=ACT_SCHEMAS,
    location=_location,
    dataref=_dataref,
)
