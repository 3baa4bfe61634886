"""The turn of a service's epoch keys, on time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from shared.record.keys import KeyStore
from shared.web.logs import Log

Timer = Callable[[datetime], int]


def turning(keys: KeyStore, log: Log) -> Timer:
    """A timer that turns the epoch when it nears its end; to be rung by one process at a time.

    A look at the file with the epoch keys, until it is due.
    """

    def turn(now: datetime) -> int:
        late = (now - keys.epoch_ends()).days
        turned = keys.rotate_when_due(now)
        if turned and late >= 0:
            log.error("epoch", part="te laat gewisseld", lag=late)
        elif turned:
            log.info("epoch", part="gewisseld")
        return turned

    return turn
