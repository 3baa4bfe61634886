"""A relay, in a thread, that begins anew when it dies."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from uuid import UUID

from shared.feed.follower import Follower, Status
from shared.feed.kafka.consumer import make_admin
from shared.feed.kafka.places import RelayPlaces
from shared.feed.kafka.publisher import KafkaPublisher
from shared.feed.kafka.record import Record, public_record
from shared.feed.kafka.relay import Relay
from shared.feed.kafka.topic import Topic, internal_topic, public_topic
from shared.feed.kafka.topics import Topics
from shared.feed.message import Message
from shared.feed.source import Source
from tests.faults.broker.alarms import Alarms
from tests.faults.broker.downstream import patient
from tests.faults.broker.dying import Killed, Mortal
from vangnet.world import real_clock

_IDLE = 0.05


class Sending:
    """``make`` makes what it sends with. ``made`` counts producers, ``deaths`` its own."""

    def __init__(
        self,
        name: str,
        source: Source,
        places: RelayPlaces,
        bootstrap: str,
        make: Callable[[], KafkaPublisher],
        alarms: Alarms,
    ) -> None:
        self.deaths = 0
        self.status = Status()
        self.held = threading.Event()
        self._made = 0
        self._name = name
        self._source = source
        self._places = places
        self._bootstrap = bootstrap
        self._make = make
        self._alarms = alarms
        self._stop = threading.Event()
        self._begin()
        self._thread = threading.Thread(target=self._live, name=name)
        self._thread.start()

    @property
    def made(self) -> int:
        """How many producers it has had."""
        return self._made + self._mortal.publisher.made

    def die(self) -> None:
        """After the next batch, before it is noted."""
        self._mortal.dies = True

    def restart(self) -> None:
        """The remedy: everything again from the start, on the topics as they are now."""
        self._relay.restart(self._source.name)

    @property
    def level(self) -> bool:
        """Whether it has sent everything."""
        name = self._source.name
        position = self._places.place(name).position
        return position == self._source.read(position, 1).last

    def close(self) -> None:
        """Ends it."""
        self._stop.set()
        self._thread.join()

    def _begin(self) -> None:
        self._mortal = Mortal(self._make())
        self._relay = Relay(self._mortal, self._places, self._topics, self._public, time.monotonic)

    def _live(self) -> None:
        while not self._stop.is_set():
            try:
                self._send()
            except Killed:
                self.deaths += 1
            self._mortal.publisher.abandon()
            if not self._stop.is_set():
                self._made = self.made
                self._begin()

    def _send(self) -> None:
        follower = Follower(self._source, self._relay, patient(), real_clock)
        while not self._stop.is_set():
            if self.held.is_set():
                self._stop.wait(_IDLE)
                continue
            pause = follower.attempt(_IDLE)
            self.status = follower.status
            self._alarms.note(self._name, follower.status)
            self._stop.wait(pause)

    def _topics(self) -> Sequence[Topic]:
        service = self._source.name
        with closing(make_admin(self._bootstrap)) as admin:
            topics = Topics(admin)
            return [topics.get(name) for name in (internal_topic(service), public_topic(service))]

    def _public(self, after: int, reached: int) -> Sequence[Record]:
        found = self._source.read(after, reached - after).deliveries
        return [_thin(self._source.name, m.plan_id, m.seq) for m in found if isinstance(m, Message)]


def _thin(service: str, plan_id: UUID, seq: int) -> Record:
    return public_record(service, plan_id, seq, b"{}")
