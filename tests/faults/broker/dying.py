"""A process that dies, without one: whoever catches this begins anew from what was stored."""

from __future__ import annotations

from collections.abc import Sequence

from shared.feed.kafka.publisher import KafkaPublisher
from shared.feed.kafka.record import Record


class Killed(BaseException):
    """The process is gone. Not an Exception: nothing of ours may catch it and go on."""


class Mortal:
    """Sends, and when it was told to, dies after that: acknowledged, and not yet noted."""

    def __init__(self, publisher: KafkaPublisher) -> None:
        self.publisher = publisher
        self.dies = False

    def publish(self, records: Sequence[Record]) -> None:
        """Sends them."""
        self.publisher.publish(records)
        if self.dies:
            self.dies = False
            raise Killed
