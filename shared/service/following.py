"""How the followers of a service are made, once its inbox is there; whatever the transport."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from shared.feed.backoff import Backoff
from shared.feed.follower import Follower, Following
from shared.feed.inbox import Inbox
from shared.feed.source import Source
from shared.service.world import World

# Gives the followers that keep an inbox of the service up, by the name of what is followed.
Follow = Callable[[str, Inbox], Mapping[str, Following]]


def by_reading(sources: Sequence[Source], world: World) -> Follow:
    """Each feed is read by a follower of its own."""
    return lambda service, inbox: {
        source.name: follower_of(service, source, inbox, world) for source in sources
    }


def follower_of(service: str, source: Source, inbox: Inbox, world: World) -> Follower:
    """The follower that keeps the inbox of ``service`` up with one feed, or one part of it."""
    watch = world.telemetry.following(service, source.name)
    return Follower(source, inbox, Backoff(world.chance), world.clock, watch=watch)
