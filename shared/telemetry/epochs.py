"""How long the epoch keys may still be there, as a metric."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from prometheus_client.core import Metric

from shared.service.service import Service
from shared.telemetry.families import gauge


class EpochsLeft:
    """Of each service the days until its epoch key must be gone; below 0 its turn is late."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def __call__(self, services: Sequence[Service]) -> Iterable[Metric]:
        """One look at a file each."""
        meaning = "Days until the epoch key must be gone; below 0 its turn is late."
        left = gauge("epoch_left_days", meaning, ("service",))
        now = self._clock()
        for service in services:
            ends = service.acting.record.keys.epoch_ends()
            left.add_metric((service.name,), (ends - now) / timedelta(days=1))
        return [left]
