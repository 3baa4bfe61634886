"""One partition of a topic as a source: what was polled of it, until an inbox has taken it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice
from uuid import UUID

from shared.feed.delivery import Batch, Damaged, Delivery, Reason
from shared.feed.kafka.hint import Hint, read_hint
from shared.feed.kafka.reading import Found, delivery_of, stray_position
from shared.feed.kafka.topic import Topic
from shared.feed.message import Message

# As many records of one partition are held; after that it is not polled for a while.
MOST_HELD = 2_000


class KafkaSource:
    """Partition ``part`` of ``topic``, under the name ``<service>/<part>``.

    Records are handed over in the order of the topic, also those that were followed before: only
    the inbox knows whether one of them says something else than it did then. ``expected`` is the
    offset of the next record. What the inbox took
    is read from its own ``hint_of`` this source, so a batch that failed is handed over again.
    """

    def __init__(
        self,
        service: str,
        topic: Topic,
        part: int,
        start: int,
        hint_of: Callable[[str], str | None],
    ) -> None:
        self.name = f"{service}/{part}"
        self.part = part
        self._topic = topic
        self._start = start
        self._hint_of = hint_of
        self._held: deque[tuple[int, Delivery]] = deque()
        self._end = start
        self._stuck = False
        self.expected = start

    @property
    def full(self) -> bool:
        """Whether there is no room for more records, or no way past the last one."""
        return self._stuck or len(self._held) >= MOST_HELD

    @property
    def waiting(self) -> int:
        """How many records it holds."""
        return len(self._held)

    def arrived(self, records: Sequence[Found], end: int) -> None:
        """Takes in what was polled, of a partition that now ends before offset ``end``."""
        self._held.extend((r.offset, delivery_of(r, self._topic.id)) for r in records)
        self.expected = records[-1].offset + 1
        self._end = max(self._end, end)

    def ends_illegibly(self) -> None:
        """The client cannot take apart what comes next: a stray of nobody, that nothing passes."""
        at = self.expected
        stray = Damaged(stray_position(self._topic.id, self.part, at), Reason.NOT_A_MESSAGE)
        self._held.append((at, stray))
        self.expected = self._end = at + 1
        self._stuck = True

    def read(self, after: int, limit: int) -> Batch:
        """The records that the inbox does not have, at most ``limit``."""
        following = self._forget_taken()
        handed = list(islice(self._held, limit))
        deliveries = [delivery for _, delivery in handed]
        reached = max([after, *(delivery.position for delivery in deliveries)])
        following = handed[-1][0] + 1 if handed else following
        return Batch(
            after,
            reached,
            last=reached + max(0, self._end - following),
            deliveries=deliveries,
            mark=_event_at(deliveries, reached),
            hint=str(Hint(self._topic.id, following)) if handed else None,
        )

    def _forget_taken(self) -> int:
        hint = read_hint(self._hint_of(self.name))
        ours = hint is not None and hint.topic_id == self._topic.id
        following = max(self._start, hint.offset) if hint and ours else self._start
        while self._held and self._held[0][0] < following:
            self._held.popleft()
        return following


def _event_at(deliveries: Sequence[Delivery], position: int) -> UUID | None:
    messages = (d for d in deliveries if isinstance(d, Message))
    return next((m.event_id for m in messages if m.seq == position), None)
