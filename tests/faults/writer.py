"""The process that is killed: a whole town with its threads, and writers on it."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from shared.service.settings import Settings
from tests.faults.lines import OPENED, Line, Order, Request, tell
from tests.faults.opening import Opened
from tests.faults.scribe import Scribe
from tests.faults.tracks_first import planted
from vangnet.hosting.lock import locked
from vangnet.journey.client import LocalClient

WRITERS = 4


def write(order: Order) -> None:
    """Opens the town, sends again what was in flight, and writes until killed or out of time."""
    folder = Path(order.folder)
    # The lock of a process that was killed must be free again.
    with locked(folder):
        opened = Opened(Settings(folder=folder))
        with opened.town, _following(opened, order.tracks_first):
            tell(Line(what=OPENED))
            _all(_writers(opened, order))


def _following(opened: Opened, tracks_first: bool) -> AbstractContextManager[None]:
    if tracks_first:
        return planted(opened.town, opened.world)
    opened.town.start()
    return nullcontext()


def _writers(opened: Opened, order: Order) -> list[threading.Thread]:
    until = time.monotonic() + order.seconds

    def over() -> bool:
        return time.monotonic() > until

    def work(number: int) -> None:
        client = LocalClient(opened.town.wsgi)
        scribe = Scribe(client, opened.token, f"{order.seed}/{number}", over)
        for request in _share(order.again, number):
            scribe.send(request)
        plans = order.plans
        scribe.write(plans[number % len(plans)] if plans else None)

    return [threading.Thread(target=work, args=(number,)) for number in range(WRITERS)]


def _share(again: Sequence[Request], number: int) -> Sequence[Request]:
    return again[number::WRITERS]


def _all(threads: Sequence[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
