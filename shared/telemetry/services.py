"""The metrics of the services of this process, read from them when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from prometheus_client.core import GaugeMetricFamily, Metric

from shared.service.service import Service
from shared.telemetry.families import gauge

# Metrics of all services together: a metric is told once, with a row for each service.
Part = Callable[[Sequence[Service]], Iterable[Metric]]


class ServiceCollector:
    """Asks every part, each for all services. One that fails takes no other along.

    ``leads`` says whether this process follows and keeps time for the service of that name; what
    only the leader knows is told by the leader alone (``leading``).
    """

    def __init__(
        self,
        services: Sequence[Service],
        leads: Callable[[str], bool],
        always: Sequence[Part],
        leading: Sequence[Part],
    ) -> None:
        self._services = services
        self._leads = leads
        self._always = always
        self._leading = leading

    def collect(self) -> Iterator[Metric]:
        """Every metric of every service, as it is now."""
        led = [service for service in self._services if self._leads(service.name)]
        yield self._leader(led)
        failed = gauge("unmeasured", "Groups of metrics that could not be made.", ())
        wrong = 0
        for parts, services in ((self._always, self._services), (self._leading, led)):
            for part in parts:
                try:
                    yield from list(part(services))
                # A database that cannot be reached is exactly when the rest must be seen.
                except Exception:
                    wrong += 1
        failed.add_metric((), wrong)
        yield failed

    def _leader(self, led: Sequence[Service]) -> GaugeMetricFamily:
        leader = gauge("leader", "1 in the process that follows and keeps time.", ("service",))
        for service in self._services:
            leader.add_metric((service.name,), float(service in led))
        return leader
