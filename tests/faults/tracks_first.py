"""The planted fault: an inbox that notes how far it came in a transaction before the work."""

from __future__ import annotations

import time
from collections.abc import Iterable

from services.evaluations.following import CHECKS
from shared.feed.backoff import Backoff
from shared.feed.delivery import Batch
from shared.feed.follower import Follower
from shared.feed.inbox import Taken
from shared.feed.ports import NoProjection
from shared.feed.sqlite.inbox import SqliteInbox
from shared.feed.taking import Taking
from shared.service.sealing import PlanSealing
from shared.service.world import World
from vangnet.town import Town

# Wide enough to be hit by a kill now and then; a real fault would have it narrower.
_BETWEEN = 0.02


class TracksFirst(SqliteInbox):
    """Right in everything but this: tracking commits first, and what was followed after it."""

    def take(self, source: str, batch: Batch) -> Taken:
        """Takes a batch in two transactions."""
        with self.rows(commit=True) as rows:
            rows.enter(source)
            rows.move(source, batch.reached)
        time.sleep(_BETWEEN)
        with self.rows(commit=True) as rows:
            rows.move(source, batch.after)
            taken, alarm = Taking(rows, source, CHECKS).take(batch)
        if alarm is not None:
            raise alarm
        return taken


def planted(town: Town, world: World) -> Iterable[Follower]:
    """The town's followers, but that evaluations follows plans with the fault in it."""
    evaluations = town.by_name["evaluations"]
    record = evaluations.acting.record
    inbox = TracksFirst(
        record.database,  # type: ignore[attr-defined]  # a SqliteRecord, as every one here
        PlanSealing(record.sealer),
        CHECKS,
        world.clock,
        NoProjection(),
    )
    plans = town.by_name["plans"].source
    yield Follower(plans, inbox, Backoff(world.chance))
    yield from town.by_name["notifications"].followers.values()
