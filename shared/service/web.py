"""A service's web app, from what it has of its own and what all services share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask import Flask

from shared.eventbase.act import Act
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import Event, Recorded
from shared.feed.follower import Following
from shared.feed.source import Source
from shared.record.acting import Acting
from shared.service.difference_view import Clocks, DifferenceViews
from shared.service.dossier_view import Looks, dossier_view
from shared.service.history_lines import HistoryLines, Recount
from shared.service.looked_at import LookedAt, looked_at_view
from shared.service.readiness import Part, Readiness
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.store import Store
from shared.service.streams_view import streams_view
from shared.service.turning import Timer, turning
from shared.service.world import World
from shared.web.app import create_web
from shared.web.cloud_event import PublicEvent, Publisher, cloud_event
from shared.web.cursor import Cursors
from shared.web.feed import feed_view
from shared.web.internal_feed import internal_feed_view
from shared.web.paging import Pages
from shared.web.performing import Performer
from shared.web.revision import Revisions
from shared.web.spec import Contact, WebSpec
from shared.web.view import Reached, View
from shared.web.wire import ActSchema

VERSION = "0.1.0"
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


class Face:
    """What one service shows on the web. ``location`` says where an act's outcome is read,

    ``dataref`` where an event's immutable version is, for the public feed.
    """

    def __init__(
        self,
        *,
        title: str,
        base_path: str,
        catalogue: Catalogue,
        act_schemas: Sequence[type[ActSchema]],
        location: Callable[[UUID, Sequence[Event]], str],
        dataref: Callable[[Recorded[Any]], str | None],
        opening: type[Act] | None = None,
    ) -> None:
        self.title = title
        self.base_path = base_path
        self.catalogue = catalogue
        self.act_schemas = act_schemas
        self.location = location
        self.dataref = dataref
        self.opening = opening


@dataclass(frozen=True, kw_only=True)
class Inside:
    """What a service has behind its face. ``views`` are made with its revisions and cursors;

    ``looks`` makes its look at a plan, ``recount`` is how it tells its history; ``followed`` tells
    how far others were followed.
    """

    store: Store
    acting: Acting
    source: Source
    views: Callable[[Revisions, Cursors], Sequence[View]]
    looks: Looks
    recount: Recount
    followers: Mapping[str, Following] = field(default_factory=dict)
    followed: Callable[[UUID, datetime], tuple[Reached, ...]] = lambda plan_id, known: ()


def service_of(
    face: Face,
    inside: Inside,
    settings: Settings,
    world: World,
    timers: Sequence[Timer] = (),
    **own: Any,
) -> Service:
    """The service; ``own`` is what only this one has: an inbox, a tally of the unsent.

    So are ``timers``, beside the one of its epoch keys.
    """
    store = inside.store
    return Service(
        name=face.catalogue.service,
        base_path=face.base_path,
        app=web_app(face, inside, settings, world),
        acting=inside.acting,
        source=inside.source,
        public=public_events(face, store, settings),
        close=store.close,
        proving=store.proving,
        access_log=store.access_log,
        followers=inside.followers,
        timers=(turning(store.record.keys, world.log), *timers),
        **own,
    )


def web_app(face: Face, inside: Inside, settings: Settings, world: World) -> Flask:
    """The Flask app of one service with its feed; ready while no follower of it stands still."""
    store, acting = inside.store, inside.acting
    revisions, cursors = Revisions(world.secret), Cursors(world.secret)
    receipt = store.proving.receipts.of
    performer = Performer(
        acting, face.catalogue, revisions, world.new_id, face.location, receipt, face.opening
    )
    feeds = (_feed(face, store, settings, cursors), _internal_feed(inside.source, store, world))
    clocks = Clocks(world.clock, lambda: acting.last_recorded() or _BEGINNING)
    common = _common(face, inside, world, clocks, cursors)
    spec = WebSpec(
        title=face.title,
        service=face.catalogue.service,
        base_path=face.base_path,
        version=VERSION,
        contact=_contact(settings),
        catalogue=face.catalogue,
        act_schemas=face.act_schemas,
        views=(*inside.views(revisions, cursors), *feeds, *common),
        perform=performer.perform,
        kept_answer=performer.kept,
        verifier=world.verifier,
        access_log=store.access_log,
        clock=world.clock,
        new_id=world.new_id,
        ready=Readiness(_parts(store, inside.followers)),
        last_recorded=clocks.last_recorded,
        simulated=lambda: store.record.simulated,
        followed=inside.followed,
        secret=world.secret,
        log=world.log,
        telemetry=world.telemetry,
    )
    return create_web(spec)


def looked_at(store: Store, cursors: Cursors) -> LookedAt:
    """Who looked at the plans of this service."""
    return LookedAt(store.access_log, store.sealing.open_reason, cursors)


def _common(
    face: Face, inside: Inside, world: World, clocks: Clocks, cursors: Cursors
) -> Sequence[View]:
    """What is asked of every service about a plan, whatever it keeps of it."""
    store, looks = inside.store, inside.looks
    return (
        dossier_view(face.catalogue, store.proving, looks, world.clock),
        *DifferenceViews(face.catalogue, looks, clocks, Pages(cursors)).all(),
        HistoryLines(face.catalogue, inside.acting, inside.recount).view(),
        looked_at_view(looked_at(store, cursors), looks),
        streams_view(looks),
    )


def _parts(store: Store, followers: Mapping[str, Following]) -> dict[str, Part]:
    def goes_on(follower: Following) -> Part:
        return lambda: follower.status.alarm is None

    following = {f"volgt {name}": goes_on(each) for name, each in followers.items()}
    return {
        "register": lambda: store.record.last().seq >= 0,
        "sleutels": store.reaches_keys,
        "tabellen": store.is_current,
        **following,
    }


def _contact(settings: Settings) -> Contact:
    return Contact(
        name=settings.contact_name, email=settings.contact_email, url=settings.contact_url
    )


def _internal_feed(source: Source, store: Store, world: World) -> View:
    return internal_feed_view(source, lambda: store.record.last().seq, world.waiting)


def _feed(face: Face, store: Store, settings: Settings, cursors: Cursors) -> View:
    def events_after(seq: int, limit: int) -> list[PublicEvent]:
        return [_public(recorded, face.dataref) for recorded in store.record.after(seq, limit)]

    return feed_view(events_after, _publisher(face, settings), cursors, face.base_path)


def public_events(
    face: Face, store: Store, settings: Settings
) -> Callable[[int, int], Sequence[dict[str, Any]]]:
    """What anybody may know of at most so many events after a position, as in the public feed."""
    publisher = _publisher(face, settings)
    return lambda after, limit: [
        cloud_event(_public(recorded, face.dataref), publisher)
        for recorded in store.record.after(after, limit)
    ]


def _publisher(face: Face, settings: Settings) -> Publisher:
    source = f"urn:nld:oin:{settings.oin}:systeem:vangnet-{face.catalogue.service}"
    return Publisher(source, settings.url + face.base_path)


def _public(recorded: Recorded[Any], dataref: Callable[[Recorded[Any]], str | None]) -> PublicEvent:
    stamp = recorded.stamp
    return PublicEvent(
        seq=stamp.seq or 0,
        stream_id=stamp.stream_id,
        version=stamp.version,
        plan_id=stamp.plan_id,
        name=recorded.event.NAME,
        effective_at=stamp.effective_at,
        recorded_at=stamp.recorded_at or _BEGINNING,
        dataref=dataref(recorded),
    )
