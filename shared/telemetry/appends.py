"""Appends of one service: how long each took, what came of it, and a span of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import msgspec
from eventsourcing.persistence import Cursor
from opentelemetry.trace import Tracer
from prometheus_client import Histogram

from shared.record.appending import Append, AppendAll, Conflict, Outcomes
from shared.record.errors import CommitUnclearError
from shared.telemetry.traceparent import current
from shared.telemetry.tracetable import TraceTable
from shared.telemetry.tracing import Tracing


class Appends:
    """Stands around a record's append. While traces go anywhere, each act keeps its own."""

    def __init__(
        self,
        service: str,
        tracing: Tracing,
        histogram: Histogram,
        stopwatch: Callable[[], float],
        traces: TraceTable,
    ) -> None:
        self._service = service
        self._tracing = tracing
        self._histogram = histogram
        self._stopwatch = stopwatch
        self._traces = traces

    def __call__(self, acts: Sequence[Append], append: AppendAll) -> Outcomes:
        """Appends, and looks on."""
        begun = self._stopwatch()
        outcome = "failed"
        try:
            with _span(self._tracing.tracer, self._service):
                outcomes = append([self._traced(act) for act in acts])
            conflicts = any(isinstance(each, Conflict) for each in outcomes)
            outcome = "conflict" if conflicts else "stored"
        except CommitUnclearError:
            outcome = "unclear"
            raise
        finally:
            seconds = self._stopwatch() - begun
            self._histogram.labels(self._service, outcome).observe(seconds)
        return outcomes

    def _traced(self, act: Append) -> Append:
        traceparent = current() if self._tracing.on else None
        if traceparent is None:
            return act
        # In the order of the events: an act that is tried again writes the same rows.
        acts = list(dict.fromkeys(recorded.stamp.act_id for recorded in act.events))
        beside = _both(act.beside, lambda cursor: self._traces.keep(cursor, acts, traceparent))
        return msgspec.structs.replace(act, beside=beside)


def _both(
    first: Callable[[Cursor], None] | None, second: Callable[[Cursor], None]
) -> Callable[[Cursor], None]:
    def write(cursor: Cursor) -> None:
        if first is not None:
            first(cursor)
        second(cursor)

    return write


@contextmanager
def _span(tracer: Tracer, service: str) -> Iterator[None]:
    # The text of an exception may hold what somebody wrote, so it never becomes an event.
    with tracer.start_as_current_span(
        "append",
        attributes={"vangnet.service": service},
        record_exception=False,
        set_status_on_exception=False,
    ):
        yield
