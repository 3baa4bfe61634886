"""How far the records are, and what is still to be sent, as metrics."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from prometheus_client.core import Metric

from shared.service.service import Service
from shared.telemetry.families import gauge


def last_seqs(services: Sequence[Service]) -> Iterable[Metric]:
    """The last place in every record: one query each."""
    seqs = gauge("record_last_seq", "The last place in the record.", ("service",))
    for service in services:
        seqs.add_metric((service.name,), service.acting.record.last().seq)
    return [seqs]


class Outboxes:
    """What was intended and is not sent. The sender keeps count, so that asking costs nothing."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def __call__(self, services: Sequence[Service]) -> Iterable[Metric]:
        """Per state how many, and how old the oldest is."""
        labels = ("service", "state")
        count = gauge("outbox_unsent", "Notices that are not sent, by state.", labels)
        age = gauge("outbox_oldest_seconds", "Age of the oldest notice that is not sent.", labels)
        now = self._clock()
        for service in services:
            for unsent in service.unsent():
                names = service.name, unsent.state
                count.add_metric(names, unsent.count)
                since = unsent.oldest or now
                age.add_metric(names, max(0.0, (now - since).total_seconds()))
        return [count, age]
