"""The planted fault: a relay that goes on before it is certain that anything arrived."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Sequence
from contextlib import closing

from shared.feed.kafka.places import RelayPlaces
from shared.feed.kafka.record import Record
from shared.feed.kafka.relay import Publisher
from shared.service.databases import events_database
from vangnet.alone import opened_alone
from vangnet.settings import Deployment
from vangnet.transport.brokers import bootstrap_of, ensure_topics
from vangnet.transport.relaying import publisher_to, relay_of, relay_until

# Wide enough to be hit by a kill now and then.
_LATER = 0.1


class SendsLater:
    """Right in everything but this: it says that records arrived before they were sent."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher
        self._waiting: queue.SimpleQueue[Sequence[Record]] = queue.SimpleQueue()
        threading.Thread(target=self._send, daemon=True).start()

    def publish(self, records: Sequence[Record]) -> None:
        """Takes them, and that is all."""
        self._waiting.put(records)

    def _send(self) -> None:
        while True:
            records = self._waiting.get()
            time.sleep(_LATER)
            self._publisher.publish(records)


def relay_later(deployment: Deployment, name: str) -> None:
    """``vangnet relay`` with that in it, until it is killed."""
    bootstrap = bootstrap_of(deployment.running)
    ensure_topics(deployment.running, [name])
    with (
        opened_alone(deployment, name, follow=False) as alone,
        closing(events_database(deployment.settings, name)) as database,
    ):
        publisher = publisher_to(bootstrap, deployment.running.kafka_partitions)
        places = RelayPlaces(database)
        relay = relay_of(alone.service, SendsLater(publisher), places, bootstrap)
        relay_until(threading.Event(), deployment, alone, relay, publisher)
