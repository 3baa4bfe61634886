"""How one follower is doing, beyond its status, and a span for what it followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from opentelemetry.trace import Span, SpanKind, Tracer

from shared.feed.delivery import Batch
from shared.feed.message import Message
from shared.feed.source import service_of
from shared.telemetry.pulses import Pulses
from shared.telemetry.traceparent import context_of

FOLLOW = "follow"
RELAY = "relay"


class FollowerWatch:
    """Looks on while ``service`` follows ``source``, or relays its own feed: the ``verb``.

    ``errors`` counts the steps that failed. ``waiting_since`` is when the oldest message that is
    not handled was recorded, None when there is none: of a source that was last read with more
    to come it is when the last one that was handled was recorded, which is hardly earlier.
    """

    def __init__(
        self,
        service: str,
        source: str,
        tracer: Tracer,
        pulses: Pulses,
        stopwatch: Callable[[], float],
        verb: str = FOLLOW,
    ) -> None:
        self.service = service
        self.source = source
        self.errors = 0
        self.waiting_since: datetime | None = None
        self._heard: float | None = None
        self._tracer = tracer
        self._pulses = pulses
        self._stopwatch = stopwatch
        self._verb = verb
        # The parts of a feed share a thread.
        self._thread = f"{verb} {service_of(source)}"

    def silent_for(self) -> float | None:
        """Seconds since the source last answered; None when it never did."""
        return None if self._heard is None else self._stopwatch() - self._heard

    def stepped(self) -> None:
        """The thread lives."""
        self._pulses.beat(self.service, self._thread)

    def heard(self) -> None:
        """The source lives."""
        self._heard = self._stopwatch()

    def failed(self) -> None:
        """One more that went wrong."""
        self.errors += 1

    def stopped(self) -> None:
        """Nobody has to miss it."""
        self._pulses.end(self.service, self._thread)

    @contextmanager
    def taking(self, batch: Batch) -> Iterator[None]:
        """Sees what is waiting before, and what is still waiting after."""
        messages = [each for each in batch.deliveries if isinstance(each, Message)]
        if messages:
            self.waiting_since = messages[0].recorded_at
        spans = list(self._spans(messages))
        # What was not taken ends no span, so nothing is told of it: it will come again.
        yield
        for span in spans:
            span.end()
        if batch.reached >= batch.last:
            self.waiting_since = None
        elif messages:
            self.waiting_since = messages[-1].recorded_at

    def _spans(self, messages: list[Message]) -> Iterator[Span]:
        """One per message of which the act was traced, in the trace of that act."""
        for message in messages:
            context = context_of(message.traceparent)
            if context is not None:
                attributes = {"vangnet.service": self.service, "vangnet.source": self.source}
                name = f"{self._verb} {message.type}"
                yield self._tracer.start_span(name, context, SpanKind.CONSUMER, attributes)
