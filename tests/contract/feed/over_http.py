"""The feed of a record as a service serves it on a real socket, and a source that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace

from shared.eventbase.doing import Actor
from shared.feed.http import Http
from shared.feed.http_connections import Connections
from shared.feed.http_source import HttpSource
from shared.feed.local import LocalSource
from shared.web.app import create_web
from shared.web.internal_feed import internal_feed_view
from shared.web.waiting import WaitingRoom
from tests.parts.web_server import served
from tests.unit.feed.record import ListRecord, publish
from tests.unit.web.sample_app import BASE, Bench, spec


@contextmanager
def over_http(
    record: ListRecord, room: WaitingRoom | None = None, wait: int = 0
) -> Iterator[HttpSource]:
    """The feed of the service ``plans`` with this record, behind the guard of a real app."""
    feed = LocalSource("plans", record.after, record.last, publish)
    view = internal_feed_view(feed, record.last, room or WaitingRoom())
    web = create_web(
        replace(spec(Bench()), views=[view], verifier=lambda token: Actor(token, "service"))
    )
    with served(web) as address, closing(Connections()) as connections:
        http = Http(connections.pool)
        yield HttpSource("plans", address + BASE, lambda: "vangnet", http, wait)
