"""Making topics, and looking whether they are what they must be."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from kafka import KafkaAdminClient
from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import TopicAlreadyExistsError, UnknownTopicOrPartitionError

from shared.feed.kafka.topic import Topic, Wanted
from shared.record.errors import SettingsError

_CREATE_MS = 20_000
_KNOWN_WITHIN = 20.0
_LOOK_AGAIN = 0.1
# Brokers hear of a new topic one after another, and any of them may be asked.
_SEEN_IN_A_ROW = 5


class Topics:
    """Makes and looks at topics. Any of it raises kafka.errors.KafkaError when brokers are away."""

    def __init__(
        self,
        admin: KafkaAdminClient,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._admin = admin
        self._now = now
        self._sleep = sleep

    def find(self, name: str) -> Topic | None:
        """The topic of that name; None when there is none."""
        try:
            (found,) = self._admin.describe_topics([name])
        except UnknownTopicOrPartitionError:
            return None
        if found["error_code"] or not found["partitions"]:
            return None
        return Topic(name, UUID(str(found["topic_id"])), len(found["partitions"]))

    def get(self, name: str) -> Topic:
        """The same; raises SettingsError when there is none."""
        found = self.find(name)
        if found is None:
            raise SettingsError(f"Topic {name} bestaat niet. Maak het met: vangnet topics")
        return found

    def ensure(self, name: str, wanted: Wanted) -> Topic:
        """Makes the topic unless it is there. Raises SettingsError for one that is unsuitable."""
        if self.find(name) is None:
            self._create(name, wanted)
            self._wait_until_known(name)
        self._check(name, wanted)
        return self.get(name)

    def _create(self, name: str, wanted: Wanted) -> None:
        shape = {
            "num_partitions": wanted.partitions,
            "replication_factor": wanted.replication,
            "configs": wanted.configs,
        }
        try:
            self._admin.create_topics({name: shape}, timeout_ms=_CREATE_MS, wait_for_metadata=True)
        except TopicAlreadyExistsError:
            # Somebody else was just before us; what they made is looked at like any other.
            self._admin.wait_for_topics([name])

    def _wait_until_known(self, name: str) -> None:
        until, seen = self._now() + _KNOWN_WITHIN, 0
        while seen < _SEEN_IN_A_ROW and self._now() < until:
            seen = seen + 1 if self.find(name) is not None else 0
            self._sleep(_LOOK_AGAIN)

    def _check(self, name: str, wanted: Wanted) -> None:
        found = self.get(name)
        if found.partitions != wanted.partitions:
            raise SettingsError(
                f"Topic {name} heeft {found.partitions} partities, geen {wanted.partitions}. Dat "
                "aantal verandert nooit: zet VANGNET_KAFKA_PARTITIONS op wat het topic heeft."
            )
        policy = self._configs(name)["cleanup.policy"]["value"]
        if policy != "delete":
            raise SettingsError(
                f"Topic {name} heeft cleanup.policy={policy}: zo verdwijnen gebeurtenissen uit de "
                "geschiedenis van een plan. Zet het op delete."
            )

    def _configs(self, name: str) -> Mapping[str, Any]:
        resource = ConfigResource(ConfigResourceType.TOPIC, name)
        found: Mapping[str, Any] = self._admin.describe_configs([resource], config_filter="all")
        of_topic: Mapping[str, Any] = found["topic"][name]
        return of_topic
