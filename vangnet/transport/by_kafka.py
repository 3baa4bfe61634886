"""How a service follows others over Kafka."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from shared.feed.backoff import Backoff
from shared.feed.follower import Following
from shared.feed.inbox import Inbox
from shared.feed.kafka.feed import KafkaFeed
from shared.feed.kafka.following import KafkaFollower
from shared.feed.source import Source
from shared.service.following import Follow, follower_of
from shared.service.world import World


def by_kafka(bootstrap: str, feeds: Sequence[Source], world: World) -> Follow:
    """The topic of each of these ``feeds`` is followed, and the feed for what is not on it.

    The feeds must not hold a question until there is news.
    """

    def follow(service: str, inbox: Inbox) -> Mapping[str, Following]:
        return {feed.name: _follower(service, inbox, bootstrap, feed, world) for feed in feeds}

    return follow


def _follower(
    service: str, inbox: Inbox, bootstrap: str, feed: Source, world: World
) -> KafkaFollower:
    return KafkaFollower(
        KafkaFeed(bootstrap, feed.name, inbox.place, time.monotonic),
        follower_of(service, feed, inbox, world),
        lambda part: follower_of(service, part, inbox, world),
        Backoff(world.chance),
        time.monotonic,
        world.clock,
        world.telemetry.following(service, feed.name),
    )
