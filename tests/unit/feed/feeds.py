"""Feeds for tests: messages of three invented plans, and a source that holds them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import msgspec

from shared.feed.delivery import Batch, Delivery
from shared.feed.message import Message

START = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PLANS = tuple(UUID(int=n, version=4) for n in (1, 2, 3))
NOTED = "plan.agreement-made"
BORING = "plan.label-chosen"


def message(seq: int, plan: int = 0, version: int | None = None, **changes: object) -> Message:
    """One message of the invented service ``plans``; its stream is its plan's own."""
    made = Message(
        source="plans",
        type=NOTED,
        plan_id=PLANS[plan],
        stream_id=PLANS[plan],
        version=seq if version is None else version,
        seq=seq,
        effective_at=START + timedelta(minutes=seq),
        recorded_at=START + timedelta(hours=1, minutes=seq),
        data={"item": str(UUID(int=seq, version=4)), "nummer": seq},
        event_id=UUID(int=1000 + seq, version=4),
    )
    return msgspec.structs.replace(made, **changes)


def feed(plans: Sequence[int]) -> list[Message]:
    """A whole feed: the n-th message is the next version of the n-th plan's stream."""
    seen = dict.fromkeys(plans, 0)
    made = []
    for seq, plan in enumerate(plans, start=1):
        seen[plan] += 1
        made.append(message(seq, plan, seen[plan]))
    return made


def batch(
    deliveries: Sequence[Delivery],
    after: int = 0,
    reached: int | None = None,
    mark: UUID | None = None,
    before: UUID | None = None,
    hint: str | None = None,
) -> Batch:
    """These deliveries as a source would hand them over."""
    highest = max((d.position for d in deliveries), default=after)
    reached = max(highest, after) if reached is None else reached
    return Batch(after, reached, reached, deliveries, mark, before, hint)


class ListSource:
    """A source of what it was given; ``deliveries`` may be changed, as a repair upstream does."""

    def __init__(self, deliveries: Sequence[Delivery], name: str = "plans") -> None:
        self.name = name
        self.deliveries = list(deliveries)

    def read(self, after: int, limit: int) -> Batch:
        """The next ``limit`` of them."""
        last = max((d.position for d in self.deliveries), default=0)
        new = [d for d in self.deliveries if d.position > after][:limit]
        reached = new[-1].position if new else after
        return Batch(after, reached, last, new, self._event(reached), self._event(after))

    def _event(self, position: int) -> UUID | None:
        messages = (d for d in self.deliveries if isinstance(d, Message))
        return next((m.event_id for m in messages if m.seq == position), None)


def understands(message: Message) -> None:
    """The schema of NOTED: it has a number."""
    if not isinstance(message.data["nummer"], int):
        raise TypeError("nummer")


CHECKS = {NOTED: understands}
