"""Plans and evaluations in this process, the one following the other, with threads for neither."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta

import msgspec

from shared.access.role import Role
from shared.feed.follower import Following
from shared.feed.inbox import Inbox
from shared.feed.source import Source
from shared.service.following import Follow
from shared.service.neighbour import LocalNeighbour
from shared.service.service import Service
from shared.service.world import World
from shared.web.logs import json_log
from tests.bench.caller import Caller
from vangnet.assembly import Around, make
from vangnet.identity import identity_of
from vangnet.settings import read_settings
from vangnet.world import make_world, real_clock

EVENTS = 5000
_EVENTS_OF_A_PLAN = 25


class Pair(msgspec.Struct, frozen=True):
    """Both, and the world that they are in. ``token`` is what evaluations shows to plans."""

    plans: Service
    evaluations: Service
    world: World
    caller: Caller
    token: Callable[[], str]

    @property
    def inbox(self) -> Inbox:
        """What evaluations followed."""
        assert self.evaluations.inbox is not None
        return self.evaluations.inbox

    @property
    def follower(self) -> Following:
        """What follows plans."""
        return self.evaluations.followers["plans"]

    @property
    def last(self) -> int:
        """The last position in the feed of plans."""
        return self.plans.acting.record.last().seq

    def fill(self) -> None:
        """Records that many events, in plans of ordinary size: three versions each."""
        while self.last < EVENTS:
            self.caller.plan(_EVENTS_OF_A_PLAN)


@contextmanager
def opened_pair(
    settings: dict[str, str], following: Callable[[Source, World], Follow]
) -> Iterator[Pair]:
    """The pair on migrated stores; ``following`` makes the way in which plans is followed."""
    deployment = read_settings(settings)
    identity = identity_of(deployment, real_clock)
    log = json_log(io.BytesIO(), "bench", real_clock)
    world = make_world(deployment.settings, identity.keys, log)
    nobody = Around(
        follow=lambda *_: {},
        neighbours={"plans": LocalNeighbour(lambda: plans.app)},
        token=identity.service_token,
    )
    with closing(make("plans", deployment.settings, world, nobody)) as plans:
        around = Around(
            follow=following(plans.source, world), neighbours=nobody.neighbours, token=nobody.token
        )
        with closing(make("evaluations", deployment.settings, world, around)) as evaluations:
            token = identity.token(Role.WORKER, "bench", None, timedelta(hours=1))
            yield Pair(plans, evaluations, world, Caller(plans.app, token), nobody.token)


def rate(count: int, work: Callable[[], object]) -> float:
    """So many of something, done by ``work``, a second."""
    began = time.perf_counter()
    work()
    return count / (time.perf_counter() - began)


def read_all(source: Source, batch: int = 200) -> None:
    """Reads a feed from its start to its end."""
    found = source.read(0, batch)
    while found.reached > found.after:
        found = source.read(found.reached, batch)
