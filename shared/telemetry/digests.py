"""Fingerprints of what was followed, to compare replicas and rebuilds with (design section 5)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence

from prometheus_client.core import Metric

from shared.feed.digest import Digest
from shared.feed.source import service_of
from shared.service.service import Service
from shared.telemetry.families import gauge, info

# A fingerprint reads and opens every message that was ever followed: some 30 µs each, so half a
# minute for a million. That is why it has a page of its own and is made this seldom.
SECONDS_KEPT = 15 * 60.0


class DigestCollector:
    """Makes fingerprints when asked, and keeps them for a quarter of an hour."""

    def __init__(
        self,
        services: Sequence[Service],
        stopwatch: Callable[[], float],
        kept: float = SECONDS_KEPT,
    ) -> None:
        self._services = services
        self._stopwatch = stopwatch
        self._kept = kept
        self._made: float | None = None
        self._found: dict[tuple[str, str], Digest] = {}
        self._turn = threading.Lock()

    def collect(self) -> Iterator[Metric]:
        """Per service and source how many messages were followed, and their SHA-256."""
        labels = ("service", "source")
        digests = info("projection_digest", "SHA-256 of what was followed.", labels)
        rows = gauge("projection_messages", "Messages that were followed.", labels)
        for names, digest in self._digests().items():
            digests.add_metric(names, {"sha256": digest.sha256})
            rows.add_metric(names, digest.rows)
        yield from (digests, rows)

    def _digests(self) -> dict[tuple[str, str], Digest]:
        # Who asks while it is made waits for it: two at once would read everything twice.
        with self._turn:
            if self._made is None or self._stopwatch() - self._made > self._kept:
                self._found = dict(_all(self._services))
                self._made = self._stopwatch()
            return self._found


def _all(services: Sequence[Service]) -> Iterator[tuple[tuple[str, str], Digest]]:
    for service in services:
        if service.inbox is not None:
            for source in sorted({service_of(name) for name in service.followers}):
                yield (service.name, source), service.inbox.digest(source)
