"""The planted fault: an inbox that notes how far it came in a transaction before the work."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from services.evaluations.following import FOLLOWING
from shared.feed.delivery import Batch
from shared.feed.inbox import Taken
from shared.feed.place import Place
from shared.feed.ports import NoProjection
from shared.feed.tables.inbox import SqlInbox
from shared.feed.taking import Taking
from shared.service.following import follower_of
from shared.service.sealing import PlanSealing
from shared.service.service import Service
from shared.service.world import World
from vangnet.town import Town

# Wide enough to be hit by a kill now and then; a real fault would have it narrower.
_BETWEEN = 0.02


class TracksFirst(SqlInbox):
    """Right in everything but this: tracking commits first, and what was followed after it."""

    def take(self, source: str, batch: Batch) -> Taken:
        """Takes a batch in two transactions."""
        with self.rows(commit=True) as rows:
            before = rows.enter(source)
            rows.move(source, Place(batch.reached, batch.mark))
        time.sleep(_BETWEEN)
        with self.rows(commit=True) as rows:
            rows.move(source, before)
            taken, alarm = Taking(rows, source, FOLLOWING.checks).take(batch)
        if alarm is not None:
            raise alarm
        return taken


@contextmanager
def planted(town: Town, world: World) -> Iterator[None]:
    """Lets every follower run; that of evaluations on plans has the fault in it."""
    evaluations = town.by_name["evaluations"]
    plans = town.by_name["plans"].source
    faulty = follower_of("evaluations", plans, tracking_first(evaluations, world), world)
    running = faulty, *town.by_name["notifications"].followers.values()
    stop = threading.Event()
    threads = [threading.Thread(target=f.run, args=(stop, stop.wait)) for f in running]
    for thread in threads:
        thread.start()
    yield
    stop.set()
    for thread in threads:
        thread.join()


def tracking_first(evaluations: Service, world: World) -> TracksFirst:
    """The inbox of evaluations with the fault in it."""
    record = evaluations.acting.record
    return TracksFirst(
        record.database,
        PlanSealing(record.sealer),
        FOLLOWING.checks,
        world.clock,
        NoProjection(),
    )
