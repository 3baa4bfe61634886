"""A record with writers, a relay, a broker behind a proxy, and followers: and what came of it."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from itertools import count, pairwise

from shared.feed.kafka.consumer import make_admin
from shared.feed.kafka.hint import read_hint
from shared.feed.kafka.places import RelayPlaces
from shared.feed.kafka.publisher import KafkaPublisher, Sender, make_producer
from shared.feed.kafka.topic import Wanted, internal_topic, public_topic
from shared.feed.kafka.topics import Topics
from shared.feed.tables.inbox import SqlInbox
from tests.faults.broker.alarms import Alarms
from tests.faults.broker.checking import Found, found
from tests.faults.broker.downstream import Downstream
from tests.faults.broker.dying import Killed
from tests.faults.broker.poison import Poisoner
from tests.faults.broker.scanned import Scanned, scan
from tests.faults.broker.sending import Sending
from tests.faults.broker.stores import Stores
from tests.faults.broker.upstream import Upstream
from tests.faults.broker.waiting import wait_for

PARTITIONS = 3
DELIVERY_MS = 4_000
FOLLOWERS = "first", "second"
_REPLAY_EVERY = 2.0
_SETTLING = 90.0


class Trial:
    """``bootstrap`` is straight to the broker, ``proxied`` is how relay and followers go.

    ``pause``: how many seconds a writer waits between two acts, on average.
    """

    def __init__(
        self,
        stores: Stores,
        service: str,
        bootstrap: str,
        proxied: str,
        seed: int,
        sender: Callable[[Sender], Sender] = lambda real: real,
        inbox: type[SqlInbox] = SqlInbox,
        pause: float = 0.04,
        replication: int = 1,
    ) -> None:
        self.seed = seed
        self.bootstrap, self.proxied = bootstrap, proxied
        self.stores = stores
        self.alarms = Alarms()
        self.upstream = Upstream(stores.record, service, seed, pause)
        self.past = Scanned()
        self.on_topics = Scanned()
        self._sender = sender
        self._wanted = Wanted(PARTITIONS, replication)
        self._numbers = count()
        self.make_topics()
        self.places = stores.places("relay")
        self.relay = self.sending("relay", self.places)
        self.poisoner = Poisoner(bootstrap, service, PARTITIONS, self.upstream.plans, seed + 1)
        self.downstream = [
            Downstream(n, stores.database(n), self.upstream.source, proxied, self.alarms, inbox)
            for n in FOLLOWERS
        ]
        self._operator = threading.Thread(target=self._operate, name="operator")
        self._over = threading.Event()
        self._operator.start()
        self.began = time.monotonic()

    def sending(self, name: str, to: RelayPlaces) -> Sending:
        """One more relay."""
        source, proxied = self.upstream.source, self.proxied
        return Sending(name, source, to, proxied, self.publisher, self.alarms)

    def stale_places(self) -> RelayPlaces:
        """Those of a relay that knows nothing of what the others did."""
        return self.stores.places(f"stale-{next(self._numbers)}")

    def publisher(self) -> KafkaPublisher:
        """What sends to the broker, by the proxy."""
        return KafkaPublisher(
            lambda: self._sender(make_producer(self.proxied, DELIVERY_MS)),
            PARTITIONS,
            DELIVERY_MS / 1000 + 1,
        )

    def make_topics(self) -> None:
        """Both, unless they are there."""
        with closing(make_admin(self.bootstrap)) as admin:
            for name in self.topic_names:
                Topics(admin).ensure(name, self._wanted)

    @property
    def topic_names(self) -> list[str]:
        """Of the internal and the public one."""
        return [internal_topic(self.upstream.service), public_topic(self.upstream.service)]

    @property
    def under_way(self) -> int:
        """How many events were begun and are not yet followed by everybody."""
        return len(self.upstream.begun) - min(each.effects.count() for each in self.downstream)

    def by_topic_alone(self, seconds: float) -> None:
        """Returns once everybody reads on in every partition, and asks the feed itself no more.

        Before that a follower begins where a partition ends, and passes what nobody upstream sent.
        """
        with closing(make_admin(self.bootstrap)) as admin:
            topic = Topics(admin).get(internal_topic(self.upstream.service))
        names = [f"{self.upstream.service}/{part}" for part in range(PARTITIONS)]

        def alone(inbox: SqlInbox, name: str) -> bool:
            hint = read_hint(inbox.place(name).hint)
            return hint is not None and hint.topic_id == topic.id

        inboxes = [each.inbox for each in self.downstream]
        found = wait_for(lambda: all(alone(i, n) for i in inboxes for n in names), seconds)
        assert found, f"after {seconds} s not every partition was read"

    def moved_on(self, seconds: float) -> float:
        """How long it takes until everybody follows what is recorded from now on."""
        began, last = time.monotonic(), self.upstream.last
        moved = wait_for(lambda: all(d.effects.beyond(last) for d in self.downstream), seconds)
        assert moved, f"after {seconds} s nothing new was followed: {self._standing(last)}"
        return time.monotonic() - began

    def _standing(self, last: int) -> str:
        """How far everybody is, for who has to find out why nothing moves."""
        relayed = self.places.place(self.upstream.service).position
        return "; ".join(
            [f"relay at {relayed} of {last}: {self.relay.status}"]
            + [f"{d.name} has {d.effects.count()}: {d.status}" for d in self.downstream]
        )

    def scanned(self) -> Scanned:
        """What stands on the topic, and stood on the ones before it."""
        now, past = scan(self.bootstrap, self.upstream.service), self.past
        return Scanned(
            past.strays | now.strays,
            past.keyless | now.keyless,
            past.messages | now.messages,
            past.records + now.records,
        )

    def settled(self, within: float = _SETTLING) -> Found:
        """What is wrong once everybody is level, or so many seconds did not suffice.

        Poisoning ends here: what stands on the topic now is all that there is of it.
        """
        self.poisoner.close()
        self.on_topics = self.scanned()
        until = time.monotonic() + within
        while True:
            wrong = self._look()
            if wrong.clean or time.monotonic() > until:
                return wrong
            time.sleep(0.5)

    def _look(self) -> Found:
        self.replay_all()
        standing = [f"{who}: {kind} still stands" for who, kind in self.alarms.standing.items()]
        alarms = [*self.alarms.unpromised, *standing]
        strays, wrong = self.on_topics.strays, self.on_topics.wrong
        return found(self.upstream, self.downstream, strays, wrong, alarms)

    def replay_all(self, share: float = 1.0, chance: random.Random | None = None) -> None:
        """What an operator does with parked letters, with all plans or with some of them."""
        for each in self.downstream:
            for plan_id in {letter.plan_id for letter in each.inbox.dead_letters()} - {None}:
                if chance is None or chance.random() < share:
                    # Who replays can die of it as well as who follows.
                    with suppress(Killed):
                        each.replay(plan_id)

    def silence(self) -> float:
        """The longest time in seconds in which a follower followed nothing."""
        moments = [[effect.at for effect in each.effects.all()] for each in self.downstream]
        return max((b - a for own in moments for a, b in pairwise(own)), default=0) / 1e9

    def close(self) -> None:
        """Ends everything."""
        self._over.set()
        self._operator.join()
        for each in (self.relay, self.poisoner, *self.downstream):
            each.close()
        with closing(make_admin(self.bootstrap)) as admin:
            admin.delete_topics(self.topic_names)

    def _operate(self) -> None:
        chance = random.Random(self.seed + 2)
        while not self._over.wait(_REPLAY_EVERY):
            self.replay_all(0.5, chance)
