"""Somebody who follows over Kafka, in a thread, with an inbox of its own."""

from __future__ import annotations

import threading
import time

from shared.feed.backoff import Backoff
from shared.feed.follower import Follower, Status
from shared.feed.kafka.feed import KafkaFeed
from shared.feed.kafka.following import KafkaFollower
from shared.feed.replay import Replay
from shared.feed.source import Source
from shared.feed.tables import inbox as tables
from shared.feed.tables.inbox import SqlInbox
from shared.record.database import Database
from shared.record.migrate import migrate
from tests.contract.feed.conftest import PaperSeal
from tests.faults.broker.alarms import Alarms
from tests.faults.broker.dying import Killed
from tests.faults.broker.effects import Effects
from tests.faults.broker.upstream import CHECKS
from vangnet.world import real_clock

_IDLE = 0.05
_STRAYS = "SELECT position, attempts FROM dead_letter WHERE position < 0 AND plan_id IS NOT NULL"


def patient() -> Backoff:
    """Waits for moments only."""
    return Backoff(lambda: 1.0, first=0.05, most=0.5)


class Downstream:
    """``kind`` is the inbox that it has; ``deaths`` counts how often it began anew."""

    def __init__(
        self,
        name: str,
        database: Database,
        source: Source,
        bootstrap: str,
        alarms: Alarms,
        kind: type[SqlInbox] = SqlInbox,
    ) -> None:
        migrate(database, tables.COMPONENT, tables.MIGRATIONS)
        self.name = name
        self.effects = Effects(database)
        self.inbox = kind(database, PaperSeal(), CHECKS, real_clock, self.effects)
        self.replay = Replay(self.inbox, {source.name: source})
        self.deaths = 0
        self.status = Status()
        self._database = database
        self._source = source
        self._bootstrap = bootstrap
        self._alarms = alarms
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._live, name=name)
        self._thread.start()

    def strays(self) -> dict[int, int]:
        """How often each stray of a known plan was parked, whatever became of it since."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_STRAYS, ())
            return {row[0]: row[1] for row in cursor.fetchall()}

    def close(self) -> None:
        """Ends it."""
        self._stop.set()
        self._thread.join()

    def _live(self) -> None:
        while not self._stop.is_set():
            follower = self._follower()
            try:
                self._follow(follower)
            except Killed:
                self.deaths += 1
            finally:
                follower.close()

    def _follow(self, follower: KafkaFollower) -> None:
        while not self._stop.is_set():
            pause = follower.attempt(_IDLE)
            self.status = follower.status
            self._alarms.note(self.name, follower.status)
            self._stop.wait(pause)

    def _follower(self) -> KafkaFollower:
        feed = KafkaFeed(self._bootstrap, self._source.name, self.inbox.place, time.monotonic)
        itself = self._following(self._source)
        return KafkaFollower(feed, itself, self._following, patient(), time.monotonic, real_clock)

    def _following(self, source: Source) -> Follower:
        return Follower(source, self.inbox, patient(), real_clock)
