"""Whether threads still move: each says so at every step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prometheus_client.core import Metric

from shared.telemetry.families import gauge


class Pulses:
    """When each thread of this process last began a step, as a metric."""

    def __init__(self, stopwatch: Callable[[], float]) -> None:
        self._stopwatch = stopwatch
        self._last: dict[tuple[str, str], float] = {}

    def beat(self, service: str, thread: str) -> None:
        """The thread began a step."""
        self._last[service, thread] = self._stopwatch()

    def end(self, service: str, thread: str) -> None:
        """The thread ended as it should: nobody has to miss it."""
        self._last.pop((service, thread), None)

    @property
    def running(self) -> list[tuple[str, str]]:
        """The threads that run, by service and name."""
        return list(self._last)

    def collect(self) -> Iterator[Metric]:
        """Seconds since the last step, for every thread that runs."""
        ages = gauge(
            "thread_last_step_seconds",
            "Seconds since a thread last began a step; one that hangs goes on growing.",
            ("service", "thread"),
        )
        now = self._stopwatch()
        for names, last in dict(self._last).items():
            ages.add_metric(names, max(0.0, now - last))
        yield ages
