"""What goes wrong with brokers, networks, topics and relays; each time something is under way."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Mapping, Set
from contextlib import closing

from shared.feed.delivery import Delivery
from shared.feed.kafka.consumer import make_admin
from shared.feed.kafka.record import internal_record
from shared.feed.kafka.topics import Topics
from shared.feed.message import Message
from tests.faults.broker.trial import DELIVERY_MS, Trial
from tests.faults.broker.upstream import Plan
from tests.faults.broker.waiting import wait_for
from tests.parts.kafka import KafkaBroker
from tests.parts.proxy import ChaosProxy

_RECOVERS_WITHIN = 60.0
# The longer the run, the more there is to send again.
_WHOLE_TOPIC_WITHIN = 300.0
_ALARMED_WITHIN = 20.0
_CUT_BYTES = 20_000


class Striker:
    """``hole`` is how many seconds a black hole lasts: longer than a producer waits."""

    def __init__(self, trial: Trial, broker: KafkaBroker, chaos: ChaosProxy, hole: float) -> None:
        assert hole * 1000 > DELIVERY_MS
        self.done: Counter[str] = Counter()
        self.least_under_way = 10**9
        self.slowest = 0.0
        self._trial = trial
        self._broker = broker
        self._chaos = chaos
        self._hole = hole
        self._chance = random.Random(trial.seed)
        self.kinds: Mapping[str, Callable[[], None]] = {
            "broker killed": self._kill,
            "broker paused": self._pause,
            "black hole": self._black_hole,
            "cut": self._cut,
            "refused": self._refuse,
            "put back": trial.relay.restart,
            "late relay": self._late_relay,
            "second relay": self._second_relay,
            "reordered": self._reorder,
            "follower dies": self._follower_dies,
            "relay dies": trial.relay.die,
            "recreated": self._recreate,
        }

    def all(self, times: int) -> None:
        """Every kind so many times, in an order that the seed chooses."""
        order = [kind for kind in self.kinds for _ in range(times)]
        self._chance.shuffle(order)
        for kind in order:
            self.once(kind)

    def once(self, kind: str) -> None:
        """One fault; returns when everybody follows again what is recorded after it."""
        time.sleep(self._chance.uniform(0.1, 0.6))
        assert wait_for(lambda: self._trial.under_way > 0, _RECOVERS_WITHIN)
        self.least_under_way = min(self.least_under_way, self._trial.under_way)
        began = time.monotonic()
        self.kinds[kind]()
        self.done[kind] += 1
        took = self._trial.moved_on(_RECOVERS_WITHIN)
        self.slowest = max(self.slowest, took)
        print(f"{kind}: {time.monotonic() - began:.1f} s, the last {took:.1f} s of it to recover")

    def _kill(self) -> None:
        self._broker.kill9()
        time.sleep(self._chance.uniform(0, 1))
        self._broker.start()

    def _pause(self) -> None:
        self._broker.pause()
        time.sleep(self._chance.uniform(1, DELIVERY_MS / 1000 + 1))
        self._broker.resume()

    def _black_hole(self) -> None:
        self._chaos.blackhole()
        time.sleep(self._hole)
        self._chaos.heal()

    def _cut(self) -> None:
        self._chaos.cut(_CUT_BYTES)
        time.sleep(3)
        self._chaos.heal()

    def _refuse(self) -> None:
        self._chaos.refuse()
        time.sleep(self._chance.uniform(1, 3))
        self._chaos.heal()

    def _late_relay(self) -> None:
        """One that knows nothing of what was sent since: the whole topic again."""
        with closing(self._trial.sending("late", self._trial.stale_places())) as late:
            assert wait_for(lambda: late.level, _WHOLE_TOPIC_WITHIN)

    def _second_relay(self) -> None:
        """Both fence one another off, and some of everything is sent twice."""
        with closing(self._trial.sending("second relay", self._trial.places)):
            time.sleep(3)

    def _reorder(self) -> None:
        """Somebody sends the third version of a stream first: an alarm, until the relay comes."""
        trial, plan = self._trial, Plan()
        trial.relay.held.set()
        time.sleep(0.5)
        for _ in range(3):
            trial.upstream.add(*plan.next(1))
        own = self._own(plan)
        publisher = trial.publisher()
        with trial.alarms.promised("Gap"):
            for each in (own[2], own[1]):
                publisher.publish([internal_record(trial.upstream.service, each)])
            assert wait_for(lambda: trial.alarms.stands("Gap"), _ALARMED_WITHIN)
            trial.relay.held.clear()
            assert wait_for(lambda: not trial.alarms.stands("Gap"), _RECOVERS_WITHIN)
        publisher.abandon()

    def _own(self, plan: Plan) -> list[Delivery]:
        upstream = self._trial.upstream
        late = upstream.source.read(max(0, upstream.last - 1_000), 1_000).deliveries
        return [d for d in late if isinstance(d, Message) and d.stream_id == plan.id]

    def _follower_dies(self) -> None:
        """In the midst of taking a batch; or whoever just then replays what was parked."""
        unlucky = self._chance.choice(self._trial.downstream)
        unlucky.effects.dies = True
        assert wait_for(lambda: not unlucky.effects.dies, _RECOVERS_WITHIN)

    def _recreate(self) -> None:
        """Nothing passes what nobody can read, and a new topic lacks what the old one had."""
        trial = self._trial
        with trial.poisoner.held(), trial.alarms.promised("Keyless"):
            there = trial.scanned()
            assert wait_for(lambda: self._all_parked(there.strays), _RECOVERS_WITHIN)
            trial.poisoner.keyless()
            assert wait_for(self._all_stopped, _ALARMED_WITHIN)
            with trial.alarms.promised("Recreated"):
                trial.past = trial.scanned()
                self._remove_topics()
                trial.make_topics()
                assert wait_for(lambda: trial.alarms.stands("Recreated"), _ALARMED_WITHIN)
                trial.relay.restart()
                assert wait_for(lambda: not trial.alarms.standing, _RECOVERS_WITHIN)
            trial.by_topic_alone(_RECOVERS_WITHIN)

    def _all_parked(self, there: Set[int]) -> bool:
        return all(there <= each.strays().keys() for each in self._trial.downstream)

    def _all_stopped(self) -> bool:
        standing = self._trial.alarms.standing
        return all(standing.get(each.name) == "Keyless" for each in self._trial.downstream)

    def _remove_topics(self) -> None:
        with closing(make_admin(self._trial.bootstrap)) as admin:
            admin.delete_topics(self._trial.topic_names)
            topics = Topics(admin)
            gone = wait_for(
                lambda: not any(topics.find(name) for name in self._trial.topic_names), 20
            )
            assert gone
