"""Where messages come from, whatever the transport."""

from __future__ import annotations

from typing import Protocol

from shared.feed.delivery import Batch


class Source(Protocol):
    """One upstream feed. Reading changes nothing: the same position gives the same deliveries.

    ``name`` is what the reader's progress is kept under: the service, or ``<service>/<part>``
    for one part of a transport that divides the feed, such as a Kafka partition.
    """

    @property
    def name(self) -> str: ...

    def read(self, after: int, limit: int) -> Batch:
        """What comes after a position, oldest first. Nothing new gives ``reached == after``."""
        ...


def service_of(name: str) -> str:
    """The service whose feed a source (or part of one) carries."""
    return name.partition("/")[0]
