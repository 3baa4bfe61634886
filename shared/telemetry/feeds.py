"""How far every follower is and what is wrong with it, as metrics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from prometheus_client.core import Metric

from shared.feed.follower import Following
from shared.feed.source import service_of
from shared.service.service import Service
from shared.telemetry.families import counter, gauge
from shared.telemetry.following import FollowerWatch

_LABELS = ("service", "source")


class Feeds:
    """The followers of all services, by what looks on while they follow."""

    def __init__(
        self, watches: Mapping[tuple[str, str], FollowerWatch], clock: Callable[[], datetime]
    ) -> None:
        self._watches = watches
        self._clock = clock

    def __call__(self, services: Sequence[Service]) -> Iterable[Metric]:
        """From their status: nothing is read for it."""
        position = gauge("feed_position", "How far a source was followed.", _LABELS)
        lag = gauge("feed_lag_events", "Events of a source that are not handled.", _LABELS)
        alarm = gauge("feed_alarm", "1 while a follower stands still.", (*_LABELS, "kind"))
        for names, follower in _followers(services):
            status = follower.status
            position.add_metric(names, status.position)
            lag.add_metric(names, status.lag)
            if status.alarm is not None:
                alarm.add_metric((*names, status.error or ""), 1)
        return [position, lag, alarm, *self._watched(services)]

    def _watched(self, services: Sequence[Service]) -> Iterable[Metric]:
        waiting = gauge("feed_lag_seconds", "Age of the oldest event not handled.", _LABELS)
        silent = gauge("feed_silent_seconds", "Since a source last answered.", _LABELS)
        errors = counter("feed_errors", "Steps of a follower that failed.", _LABELS)
        now = self._clock()
        for names, _ in _followers(services):
            watches = self._of(*names)
            since = min((w.waiting_since for w in watches if w.waiting_since), default=now)
            waiting.add_metric(names, max(0.0, (now - since).total_seconds()))
            errors.add_metric(names, sum(watch.errors for watch in watches))
            quiet = [seconds for w in watches if (seconds := w.silent_for()) is not None]
            if quiet:
                silent.add_metric(names, min(quiet))
        return [waiting, silent, errors]

    def _of(self, service: str, source: str) -> list[FollowerWatch]:
        """Those of a source and of its parts, such as the partitions of a topic."""
        return [
            watch
            for (by, of), watch in list(self._watches.items())
            if by == service and (of == source or of.startswith(f"{source}/"))
        ]


def parked(services: Sequence[Service]) -> Iterable[Metric]:
    """The dead letters: one query per inbox, without what they hold."""
    letters = gauge("feed_parked", "Dead letters that are parked.", (*_LABELS, "reason"))
    for service in services:
        if service.inbox is None:
            continue
        found = Counter((x.source, x.reason.value) for x in service.inbox.dead_letters())
        # A source without any says so: an alert on a missing row never ends.
        for source in {service_of(name) for name in service.followers} - {s for s, _ in found}:
            letters.add_metric((service.name, source, "none"), 0)
        for (source, reason), count in found.items():
            letters.add_metric((service.name, source, reason), count)
    return [letters]


def _followers(services: Sequence[Service]) -> Iterator[tuple[tuple[str, str], Following]]:
    for service in services:
        for source, follower in service.followers.items():
            yield (service.name, source), follower
