"""A service's feed as it comes over Kafka."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing

from kafka.errors import CorruptRecordError

from shared.feed.kafka.alarms import Shortened
from shared.feed.kafka.consumer import TopicConsumer, illegible, make_admin
from shared.feed.kafka.hint import read_hint
from shared.feed.kafka.opened import Open
from shared.feed.kafka.source import KafkaSource
from shared.feed.kafka.topic import Topic, internal_topic
from shared.feed.kafka.topics import Topics
from shared.feed.place import Place

_LOOK_EVERY = 5.0


class TopicChanged(Exception):
    """The topic is not the one that was opened: it has to be opened again."""


class KafkaFeed:
    """The internal topic of ``service``, one source per partition. For one thread.

    Where reading goes on stands in the follower's own tracking rows, which ``place_of`` gives.
    A row without a hint, or with one of another topic or of records that are gone by retention,
    has missed something: ``missing`` is then true, and the feed itself has to be followed until
    it has no more before these sources are. They then begin where the topic ended when it was
    opened, and that is early enough: whatever stood on it was in the feed before.
    """

    def __init__(
        self,
        bootstrap: str,
        service: str,
        place_of: Callable[[str], Place],
        clock: Callable[[], float],
    ) -> None:
        self.service = service
        self._bootstrap = bootstrap
        self._place_of = place_of
        self._clock = clock
        self._open: Open | None = None

    @property
    def sources(self) -> Sequence[KafkaSource]:
        """One per partition; none while the topic is not open."""
        return self._open.sources if self._open else ()

    @property
    def missing(self) -> bool:
        """Whether something has to be fetched from the feed itself before going on."""
        return self._open is not None and self._open.missing

    def connect(self) -> None:
        """Opens the topic unless it is open.

        Raises SettingsError when there is none, KafkaError when brokers are away, and Shortened
        when the topic ends before what was read from it.
        """
        if self._open is not None:
            return
        with ExitStack() as opening:
            admin = opening.enter_context(closing(make_admin(self._bootstrap)))
            topic = Topics(admin).get(internal_topic(self.service))
            consumer = opening.enter_context(closing(self._consumer(topic)))
            starts = self._starts(topic, consumer.bounds())
            consumer.seek([offset for offset, _ in starts])
            opening.pop_all()
        self._open = Open(
            topic=topic,
            admin=admin,
            consumer=consumer,
            sources=[self._source(topic, n, start) for n, (start, _) in enumerate(starts)],
            looked=self._clock(),
            missing=any(missed for _, missed in starts),
        )

    def caught_up(self) -> None:
        """What was missing has been fetched from the feed itself."""
        if self._open is not None:
            self._open.missing = False

    def poll(self, seconds: float) -> None:
        """Fills the sources. Raises TopicChanged, or KafkaError; after either it is closed."""
        if self._open is None:
            return
        try:
            self._check_topic(self._open)
            self._fill(self._open, seconds)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Closes its connections and forgets what it holds; it can be opened again."""
        found, self._open = self._open, None
        if found is not None:
            found.close()

    def _fill(self, found: Open, seconds: float) -> None:
        full = [source.part for source in found.sources if source.full]
        try:
            for part, (records, end) in found.consumer.poll(seconds, full).items():
                found.sources[part].arrived(records, end)
        except CorruptRecordError:
            self._go_round(found)

    def _go_round(self, found: Open) -> None:
        """Leaves partitions where they cannot be read, and goes on with the others."""
        found.consumer.close()
        offsets = [source.expected for source in found.sources]
        parts = illegible(self._bootstrap, found.topic.name, offsets)
        for part in parts:
            found.sources[part].ends_illegibly()
        found.consumer = self._consumer(found.topic)
        found.consumer.seek([source.expected for source in found.sources])

    def _consumer(self, topic: Topic) -> TopicConsumer:
        return TopicConsumer(self._bootstrap, topic.name, range(topic.partitions))

    def _starts(self, topic: Topic, bounds: Sequence[tuple[int, int]]) -> list[tuple[int, bool]]:
        return [self._start(topic, part, *bound) for part, bound in enumerate(bounds)]

    def _start(self, topic: Topic, part: int, first: int, end: int) -> tuple[int, bool]:
        name = f"{self.service}/{part}"
        place = self._place_of(name)
        hint = read_hint(place.hint)
        if hint is None or hint.topic_id != topic.id or hint.offset < first:
            return end, True
        if hint.offset > end:
            raise Shortened(name, place.position)
        return hint.offset, False

    def _source(self, topic: Topic, part: int, start: int) -> KafkaSource:
        return KafkaSource(self.service, topic, part, start, lambda name: self._place_of(name).hint)

    def _check_topic(self, found: Open) -> None:
        if self._clock() - found.looked < _LOOK_EVERY:
            return
        now = Topics(found.admin).find(found.topic.name)
        if now != found.topic:
            raise TopicChanged(found.topic.name)
        found.looked = self._clock()
