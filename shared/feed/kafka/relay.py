"""Publishing a service's feed: a follower of it whose only effect is that Kafka has it too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from shared.feed.continuity import check_continuity
from shared.feed.delivery import Batch
from shared.feed.inbox import Taken
from shared.feed.kafka.alarms import Recreated
from shared.feed.kafka.places import RelayPlaces
from shared.feed.kafka.record import Record, internal_record
from shared.feed.kafka.topic import Topic
from shared.feed.place import Place

# What the outside world may know of the events after one position, up to and including another.
PublicRecords = Callable[[int, int], Sequence[Record]]
_LOOK_EVERY = 5.0


class Publisher(Protocol):
    """Where records go."""

    def publish(self, records: Sequence[Record]) -> None:
        """Returns once all of them arrived; raises when that is not certain."""
        ...


class Relay:
    """Takes batches for a follower (shared/feed/follower.py) by sending them to both topics.

    The position moves once everything was acknowledged, so that a relay that dies in between
    sends some of it twice and never skips any. ``find`` looks a topic up; every five seconds of
    ``clock`` (monotonic, in seconds) it is checked that the topics are still the same ones.
    """

    def __init__(
        self,
        publisher: Publisher,
        places: RelayPlaces,
        find: Callable[[], Sequence[Topic]],
        public: PublicRecords,
        clock: Callable[[], float],
    ) -> None:
        self._publisher = publisher
        self._places = places
        self._find = find
        self._public = public
        self._clock = clock
        self._looked: float | None = None

    def begin(self, source: str) -> None:
        """Nothing: whatever it took, it sent on as it was."""

    def place(self, source: str) -> Place:
        """Up to where everything was acknowledged."""
        return self._places.place(source)

    def take(self, source: str, batch: Batch) -> Taken:
        """Sends a batch. Raises Recreated, Fenced, and whatever the publisher raises."""
        place = self._places.place(source)
        check_continuity(source, place, batch)
        self._check_topics(source, place.position)
        internal = [internal_record(source, delivery) for delivery in batch.deliveries]
        self._publisher.publish([*internal, *self._public(batch.after, batch.reached)])
        self._places.move(source, batch.after, Place(batch.reached, batch.mark))
        return Taken(followed=len(internal))

    def restart(self, source: str) -> None:
        """Begins again at the start of the feed, on the topics as they are now."""
        self._places.restart(source, {topic.name: topic.id for topic in self._find()})

    def _check_topics(self, source: str, position: int) -> None:
        now = self._clock()
        if self._looked is not None and now - self._looked < _LOOK_EVERY:
            return
        for topic in self._find():
            known = self._places.topic_id(topic.name)
            if known is None:
                self._places.keep_topic(topic.name, topic.id)
            elif known != topic.id:
                raise Recreated(source, position)
        self._looked = now
