"""The Kafka that a deployment names, and the topics of its services there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from kafka.errors import KafkaError

from shared.feed.kafka.address import options_of, shown
from shared.feed.kafka.consumer import make_admin
from shared.feed.kafka.topic import Topic, Wanted, internal_topic, public_topic
from shared.feed.kafka.topics import Topics
from shared.record.errors import SettingsError
from vangnet.settings import Running


def bootstrap_of(running: Running) -> str:
    """Where clients begin. Raises SettingsError when no Kafka was set, or not a sound address."""
    if running.kafka is None:
        raise SettingsError(
            "Er is geen Kafka ingesteld. Stel VANGNET_KAFKA in, zoals VANGNET_KAFKA=kafka:9092."
        )
    options_of(running.kafka)
    return running.kafka


def ensure_topics(running: Running, services: Sequence[str]) -> list[Topic]:
    """The topics of these services, made where they were not there. Raises SettingsError."""
    wanted = Wanted(running.kafka_partitions, running.kafka_replication)
    bootstrap = bootstrap_of(running)
    try:
        with closing(make_admin(bootstrap)) as admin:
            topics = Topics(admin)
            names = [make(each) for each in services for make in (internal_topic, public_topic)]
            return [topics.ensure(name, wanted) for name in names]
    except KafkaError as error:
        raise SettingsError(
            f"Kafka op {shown(bootstrap)} doet niet wat gevraagd is ({type(error).__name__}). "
            "Controleer VANGNET_KAFKA, en of er zoveel brokers zijn als VANGNET_KAFKA_REPLICATION "
            "zegt."
        ) from None
