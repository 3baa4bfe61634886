"""How far what is signed is behind what is written, as metrics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from prometheus_client.core import Metric

from shared.service.service import Service
from shared.telemetry.families import gauge

_LABELS = ("service", "log")


class Proofs:
    """The logs of all services: what the service itself can see of a signer, wherever that is."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def __call__(self, services: Sequence[Service]) -> Iterable[Metric]:
        """Per log what is not signed, and since when; a few rows are read for it."""
        rows = gauge("unsigned_events", "Rows of a log that are not signed.", _LABELS)
        oldest = gauge("unsigned_oldest_seconds", "Age of the oldest row not signed.", _LABELS)
        last = gauge("checkpoint_seconds", "Since the last checkpoint of a log.", _LABELS)
        now = self._clock()
        for service in services:
            for log, behind in service.proving.behind().items():
                names = service.name, log
                rows.add_metric(names, behind.rows)
                oldest.add_metric(names, behind.seconds(now))
                if behind.signed is not None:
                    last.add_metric(names, max(0.0, (now - behind.signed).total_seconds()))
        return [rows, oldest, last]
