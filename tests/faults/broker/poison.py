"""What somebody puts on a topic that does not belong there."""

from __future__ import annotations

import random
import threading
from collections import Counter
from collections.abc import Mapping
from uuid import UUID, uuid4

from kafka.errors import KafkaError

from shared.feed.cloudevents import MOST_BYTES, to_wire
from shared.feed.kafka.publisher import KafkaPublisher, make_producer
from shared.feed.kafka.record import Headers, Record, key_of
from shared.feed.kafka.topic import internal_topic
from shared.feed.message import Message
from tests.contract.record.family import Agreed
from vangnet.world import real_clock

# Positions that the feed itself does not come to.
BEYOND = 10_000_000
_DELIVERY_MS = 4_000
_SECONDS_BETWEEN = 0.8
_HEADERS: Headers = (("content-type", b"application/cloudevents+json"),)
_UNKNOWN = (
    b'{"specversion":"1.0","id":"x","source":"/elders","type":"nl.elders.onbekend.v1",'
    b'"datacontenttype":"application/json","data":{}}'
)
_LATIN = b"\xff\xfe"
Value = tuple[bytes | None, Headers]

STRAYS: Mapping[str, Value] = {
    "not JSON": (b"geen json {", _HEADERS),
    "huge": (b'"' + b"x" * (MOST_BYTES - 2_000) + b'"' + b" " * 1_500, _HEADERS),
    "null value": (None, _HEADERS),
    "unknown type": (_UNKNOWN, _HEADERS),
    "bad UTF-8 header": (b"{}", (("seq", _LATIN), ("ce_specversion", _LATIN), *_HEADERS)),
}
WRONG_SCHEMA = "wrong schema"


def wrong_schema(service: str, position: int) -> Message:
    """A message in good form of a type that is understood, with other data than that type has."""
    plan_id = uuid4()
    return Message(
        source=service,
        type=Agreed.TOPIC,
        plan_id=plan_id,
        stream_id=plan_id,
        version=1,
        seq=position,
        effective_at=real_clock(),
        recorded_at=real_clock(),
        data={},
        event_id=uuid4(),
    )


class Poisoner:
    """Poisons at moments that a seed chooses, plans that are written on and plans of its own.

    What became of a record that was not acknowledged, only the topic knows.
    """

    def __init__(
        self, bootstrap: str, service: str, partitions: int, plans: list[UUID], seed: int
    ) -> None:
        self.sent: Counter[str] = Counter()
        self._service = service
        self._plans = plans
        self._chance = random.Random(seed)
        self._publisher = KafkaPublisher(
            lambda: make_producer(bootstrap, _DELIVERY_MS), partitions, _DELIVERY_MS / 1000 + 1
        )
        self._stop = threading.Event()
        self._alone = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="poison")

    def begin(self) -> None:
        """Poisons from now on."""
        self._thread.start()

    def held(self) -> threading.Lock:
        """Whoever holds this keeps it from poisoning."""
        return self._alone

    def keyless(self, partition_key: bytes = b"") -> None:
        """Something illegible of which nobody can tell whose it is. Only while it is held."""
        self._send("keyless", Record(internal_topic(self._service), partition_key, b"niets"))

    def close(self) -> None:
        """Stops."""
        self._stop.set()
        if self._thread.ident is not None:
            self._thread.join()
        self._publisher.abandon()

    def _work(self) -> None:
        kinds = [*STRAYS, WRONG_SCHEMA]
        while not self._stop.wait(self._chance.uniform(0, 2 * _SECONDS_BETWEEN)):
            with self._alone:
                kind = kinds[sum(self.sent.values()) % len(kinds)]
                self._send(kind, self._record(kind))

    def _record(self, kind: str) -> Record:
        topic = internal_topic(self._service)
        if kind == WRONG_SCHEMA:
            message = wrong_schema(self._service, BEYOND + self.sent[kind])
            value = to_wire(message, self._service)
            return Record(topic, key_of(message.plan_id), value, _HEADERS)
        value, headers = STRAYS[kind]
        return Record(topic, key_of(self._plan()), value, headers)  # type: ignore[arg-type]

    def _plan(self) -> UUID:
        recent = self._plans[-20:]
        return self._chance.choice(recent) if recent and self._chance.random() < 0.5 else uuid4()

    def _send(self, kind: str, record: Record) -> None:
        self.sent[kind] += 1
        try:
            self._publisher.publish([record])
        except KafkaError:
            self.sent["unclear"] += 1
