"""One partition among those of a follower."""

from __future__ import annotations

from shared.feed.follower import Follower
from shared.feed.kafka.source import KafkaSource


class Part:
    """One partition: after something went wrong in it, it rests while the others go on."""

    def __init__(self, source: KafkaSource, follower: Follower) -> None:
        self.source = source
        self.follower = follower
        self._rests_until = 0.0

    def attempt(self, now: float, idle: float) -> bool:
        """One step if it is time for one; whether there may be more. Raises nothing."""
        if not self.source.waiting or now < self._rests_until:
            return False
        pause = self.follower.attempt(idle)
        if self.follower.status.error is not None:
            self._rests_until = now + pause
        return not pause
