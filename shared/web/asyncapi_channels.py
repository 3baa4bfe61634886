"""Where the messages go: the two Kafka topics, and the feed that is pulled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from shared.web.asyncapi_messages import PAGE
from shared.web.feed import PATH

PUBLIC, INTERNAL, FEED = "openbaar", "intern", "feed"


class TopicShape(msgspec.Struct, frozen=True, kw_only=True):
    """How both topics are made; ``configuration`` is what Kafka is told of them."""

    public: str
    internal: str
    partitions: int
    replicas: int
    configuration: Mapping[str, Any]


def channels(topics: TopicShape, public: Iterable[str], internal: Iterable[str]) -> dict[str, Any]:
    """The channels, each with its messages."""
    return {
        PUBLIC: _topic(topics.public, "Openbare gebeurtenissen, zoals op de feed", topics, public),
        INTERNAL: _topic(topics.internal, "Berichten tussen de diensten", topics, internal),
        FEED: {
            "address": PATH,
            "title": "De feed",
            "description": "Alle gebeurtenissen vanaf de eerste, per bladzijde op te halen.",
            "servers": [{"$ref": "#/servers/web"}],
            "messages": _messages([PAGE]),
        },
    }


def _topic(name: str, title: str, topics: TopicShape, messages: Iterable[str]) -> dict[str, Any]:
    kafka = {
        "topic": name,
        "partitions": topics.partitions,
        "replicas": topics.replicas,
        "topicConfiguration": topics.configuration,
        "bindingVersion": "0.5.0",
    }
    return {
        "address": name,
        "title": title,
        "description": "Sleutel is het plan, dus per plan op volgorde. Minstens één keer.",
        "servers": [{"$ref": "#/servers/kafka"}],
        "messages": _messages(messages),
        "bindings": {"kafka": kafka},
    }


def _messages(names: Iterable[str]) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/messages/{name}"} for name in names}
