"""How far a follower is behind on a topic."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, closing

import msgspec

from shared.feed.kafka.consumer import TopicConsumer, make_admin
from shared.feed.kafka.hint import read_hint
from shared.feed.kafka.topic import internal_topic
from shared.feed.kafka.topics import Topics
from shared.feed.place import Place


class TopicLag(msgspec.Struct, frozen=True):
    """The furthest ``position`` of all parts, and how many records there are ``behind`` them."""

    position: int
    behind: int


def lag_on_topic(bootstrap: str, service: str, place_of: Callable[[str], Place]) -> TopicLag:
    """How far whoever keeps these places is on the internal topic of ``service``.

    A part that was never read from this topic counts as level: it catches up over the feed.
    Raises SettingsError when there is no such topic, KafkaError when brokers are away.
    """
    with ExitStack() as opened:
        admin = opened.enter_context(closing(make_admin(bootstrap)))
        topic = Topics(admin).get(internal_topic(service))
        parts = range(topic.partitions)
        consumer = TopicConsumer(bootstrap, topic.name, parts)
        ends = [end for _, end in opened.enter_context(closing(consumer)).bounds()]
    places = [place_of(f"{service}/{part}") for part in parts]
    hints = [read_hint(place.hint) for place in places]
    behind = sum(
        max(0, end - hint.offset)
        for end, hint in zip(ends, hints, strict=True)
        if hint is not None and hint.topic_id == topic.id
    )
    return TopicLag(max(place.position for place in places), behind)
