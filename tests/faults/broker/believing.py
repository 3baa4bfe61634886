"""The planted fault of a relay: it takes for sent whatever it began to send."""

from __future__ import annotations

from typing import Any

from shared.feed.kafka.publisher import Sender


class Arrived:
    """A future that has come true, whatever happened."""

    def get(self, timeout: float) -> None:
        """Nothing went wrong."""


class Believing:
    """A producer of which every record arrives at once, as far as it says."""

    def __init__(self, real: Sender) -> None:
        self._real = real

    def send(self, topic: str, **record: Any) -> Arrived:
        """Begins to send, and does not look back."""
        self._real.send(topic, **record)
        return Arrived()

    def flush(self, timeout: float) -> None:
        """Waits for nothing."""

    def close(self, timeout: float) -> None:
        """Stops it."""
        self._real.close(timeout)
