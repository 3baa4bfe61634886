"""How long it takes until what one process recorded is followed in the database of another."""

from __future__ import annotations

import http.client
import random
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from math import inf
from typing import Any

import msgspec
import psycopg

from tests.bench.serving import Server

SAMPLES = 180
A_SECOND = 20
PLANS = 20
_LOOK = 0.002
_PATIENCE = 30.0
_HEADS = "SELECT stream_id, version FROM head WHERE source = 'plans' AND stream_id = ANY(%s)"

Act = tuple[str, int]


class Effects(msgspec.Struct, frozen=True):
    """Milliseconds from the answer to an act until it was seen: median and 99th percentile."""

    p50: float
    p99: float


class Lookout(threading.Thread):
    """Asks a follower's database every two milliseconds up to where it follows each plan."""

    def __init__(self, database: str, schema: str, plans: Sequence[str]) -> None:
        super().__init__()
        self._database, self._schema, self._plans = database, schema, list(plans)
        self._stopped = threading.Event()
        self.seen: dict[Act, float] = {}

    def run(self) -> None:
        options = f"-c search_path={self._schema}"
        with psycopg.connect(self._database, autocommit=True, options=options) as connection:
            while not self._stopped.wait(_LOOK):
                found = connection.execute(_HEADS, (self._plans,), prepare=True).fetchall()
                moment = time.perf_counter()
                for plan, version in found:
                    self.seen.setdefault((plan, version), moment)

    def when(self, act: Act) -> float:
        """When this act, or one behind it on the same plan, was first seen; inf if it was not."""
        plan, version = act
        seen = list(self.seen.items())
        return min((at for (p, v), at in seen if p == plan and v >= version), default=inf)

    def wait(self, acts: Sequence[Act]) -> None:
        """Returns when all of them were seen; fails when that takes too long."""
        until = time.monotonic() + _PATIENCE
        while any(self.when(act) == inf for act in acts):
            assert time.monotonic() < until, "not everything was followed"
            time.sleep(0.1)

    def stop(self) -> None:
        """Looks no more."""
        self._stopped.set()
        self.join()


def measured(server: Server, database: str, follower: str, chance: random.Random) -> Effects:
    """Acts at random moments, some twenty a second, on twenty plans in turn.

    They begin once those plans are followed: until then things are starting.
    """
    with closing(server.connected()) as connection:
        plans = dict(server.plan(connection) for _ in range(PLANS))
        lookout = Lookout(database, follower, [_id(path) for path in plans])
        lookout.start()
        try:
            lookout.wait([(_id(path), 2) for path in plans])
            answered = _acts(server, connection, plans, chance)
            lookout.wait(list(answered))
        finally:
            lookout.stop()
    late = sorted(max(0.0, lookout.when(act) - when) * 1e3 for act, when in answered.items())
    return Effects(late[len(late) // 2], late[int(len(late) * 0.99)])


def _acts(
    server: Server,
    connection: http.client.HTTPConnection,
    plans: Mapping[str, Any],
    chance: random.Random,
) -> dict[Act, float]:
    answered = {}
    for number in range(SAMPLES):
        time.sleep(chance.uniform(0, 2 / A_SECOND))
        path = list(plans)[number % PLANS]
        server.post(connection, f"{path}/afspraken", plans[path])
        # Opened and a person added: the first agreement is the third event of its plan.
        answered[_id(path), 3 + number // PLANS] = time.perf_counter()
    return answered


def _id(path: str) -> str:
    return path.rpartition("/")[2]
