"""How a relay to a broker is doing, as metrics."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from prometheus_client.core import Metric

from shared.feed.follower import Status
from shared.telemetry.families import counter, gauge
from shared.telemetry.following import FollowerWatch

_LABELS = ("service",)


@dataclass(frozen=True)
class Relaying:
    """One relay: its status, what looks on, and how many producers it has made."""

    status: Callable[[], Status]
    watch: FollowerWatch
    producers: Callable[[], int]


class RelayCollector:
    """The relays of this process."""

    def __init__(self, relays: Sequence[Relaying], clock: Callable[[], datetime]) -> None:
        self._relays = relays
        self._clock = clock

    def collect(self) -> Iterator[Metric]:
        """Every relay, as it is now."""
        position = gauge("relay_position", "How far a feed was published.", _LABELS)
        unsent = gauge("relay_unsent_events", "Events that are not published.", _LABELS)
        oldest = gauge("relay_oldest_seconds", "Age of the oldest event not published.", _LABELS)
        alarm = gauge("relay_alarm", "1 while a relay stands still.", (*_LABELS, "kind"))
        errors = counter("relay_errors", "Rounds of a relay that failed.", _LABELS)
        producers = counter("relay_producers", "Producers that a relay made.", _LABELS)
        now = self._clock()
        for relay in self._relays:
            names = (relay.watch.service,)
            status = relay.status()
            position.add_metric(names, status.position)
            unsent.add_metric(names, status.lag)
            since = relay.watch.waiting_since or now
            oldest.add_metric(names, max(0.0, (now - since).total_seconds()))
            errors.add_metric(names, relay.watch.errors)
            producers.add_metric(names, relay.producers())
            if status.alarm is not None:
                alarm.add_metric((*names, status.error or ""), 1)
        yield from (position, unsent, oldest, alarm, errors, producers)
