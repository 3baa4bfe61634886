"""What is measured and traced in one process: passed in with the world, never global."""

from __future__ import annotations

import time
from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from shared.telemetry.appends import Appends
from shared.telemetry.families import PREFIX
from shared.telemetry.following import FOLLOW, RELAY, FollowerWatch
from shared.telemetry.pulses import Pulses
from shared.telemetry.requests import Requests
from shared.telemetry.tracetable import TraceTable
from shared.telemetry.tracing import Tracing

# An append is one commit to disk: 2 ms on a good disk, seconds behind a lock.
_APPEND = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
_REQUEST = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Telemetry:
    """Measures always, which costs microseconds; traces when ``tracing`` is on."""

    def __init__(
        self, tracing: Tracing | None = None, stopwatch: Callable[[], float] = time.monotonic
    ) -> None:
        self.tracing = tracing or Tracing()
        self.registry = CollectorRegistry(auto_describe=False)
        self.pulses = Pulses(stopwatch)
        self.followers: dict[tuple[str, str], FollowerWatch] = {}
        self._stopwatch = stopwatch
        self._appends = Histogram(
            f"{PREFIX}append_seconds",
            "Seconds that recording an act took, by what came of it.",
            ("service", "outcome"),
            registry=self.registry,
            buckets=_APPEND,
        )
        self._rounds = Counter(
            f"{PREFIX}timer_rounds",
            "Times that everything that was due was done.",
            ("service",),
            registry=self.registry,
        )
        self._done = Counter(
            f"{PREFIX}timer_done",
            "Things that were done because they were due.",
            ("service",),
            registry=self.registry,
        )
        self._refused = Gauge(
            f"{PREFIX}signer_alarm",
            "1 while a log may not be signed: it is not what was signed of it.",
            ("service", "log"),
            registry=self.registry,
        )
        self._requests = Histogram(
            f"{PREFIX}http_request_seconds",
            "Seconds that answering a request took.",
            ("service", "route", "method", "status"),
            registry=self.registry,
            buckets=_REQUEST,
        )

    def requests(self, service: str) -> Requests:
        """What looks on while a service answers."""
        return Requests(service, self.tracing, self._requests)

    def appends(self, service: str, table: TraceTable) -> Appends:
        """What looks on while a service records."""
        return Appends(service, self.tracing, self._appends, self._stopwatch, table)

    def following(self, service: str, source: str) -> FollowerWatch:
        """What looks on while a service follows a source."""
        watch = self._watch(service, source, FOLLOW)
        self.followers[service, source] = watch
        return watch

    def rings(self, service: str) -> None:
        """A service keeps time from now on."""
        self._rounds.labels(service)

    def rang(self, service: str, done: int) -> None:
        """Every timer of a service rang, and so many things were done."""
        self._done.labels(service).inc(done)
        self._rounds.labels(service).inc()

    def signing(self, service: str, log: str, *, refused: bool) -> None:
        """The signer came by a log of a service, and whether it refused to sign it."""
        self._refused.labels(service, log).set(refused)

    def relaying(self, service: str) -> FollowerWatch:
        """What looks on while a service's feed is relayed to a broker."""
        return self._watch(service, service, RELAY)

    def _watch(self, service: str, source: str, verb: str) -> FollowerWatch:
        tracer = self.tracing.tracer
        return FollowerWatch(service, source, tracer, self.pulses, self._stopwatch, verb)
