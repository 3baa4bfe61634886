"""Structured logs that cannot leak: JSON lines with an allow-list of keys (integrity threat 18)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Any, BinaryIO, Protocol

import orjson
import structlog
from structlog.typing import EventDict, Processor

from shared.telemetry.traceparent import current_ids
from shared.web.fields import in_zulu

ALLOWED = frozenset(
    {
        "event", "timestamp", "level", "source", "service", "request_id", "trace_id", "span_id",
        "method", "route", "status", "duration_ms", "error", "where", "part", "count", "seq", "lag",
    }
)  # fmt: skip


class Log(Protocol):
    """What the code writes to: an event's name, and allowed keys."""

    def info(self, event: str, **fields: Any) -> Any:
        """Something that happened."""

    def error(self, event: str, **fields: Any) -> Any:
        """Something that must be looked at."""


def json_log(stream: BinaryIO, source: str, clock: Callable[[], datetime]) -> Log:
    """A log of JSON lines on ``stream``. Keys that nobody allowed are dropped, not trusted."""

    def stamp(_: Any, __: str, fields: EventDict) -> EventDict:
        fields["timestamp"] = in_zulu(clock())
        fields["source"] = source
        return fields

    processors: list[Processor] = [
        structlog.processors.add_log_level,
        stamp,
        _in_its_trace,
        _only_allowed,
        _as_json,
    ]
    log: Log = structlog.wrap_logger(
        structlog.BytesLogger(stream),
        processors=processors,
        wrapper_class=structlog.BoundLogger,
        cache_logger_on_first_use=True,
    )
    return log


def _in_its_trace(_: Any, __: str, fields: EventDict) -> EventDict:
    ids = current_ids()
    if ids is not None:
        fields["trace_id"], fields["span_id"] = ids
    return fields


def _only_allowed(_: Any, __: str, fields: EventDict) -> EventDict:
    return {key: value for key, value in fields.items() if key in ALLOWED}


def _as_json(_: Any, __: str, fields: EventDict) -> bytes:
    return orjson.dumps(fields)


class Changes:
    """What was said last of each part, so that a log tells what changed and not every look."""

    def __init__(self) -> None:
        self._last: dict[str, object] = {}

    def is_new(self, part: str, said: object) -> bool:
        """Whether this is something else than the last time; at first, whether it is anything."""
        before, self._last[part] = self._last.get(part), said
        return before != said


def where(error: BaseException) -> str:
    """Module and line where an exception was raised; never its text, which may hold values."""
    last: TracebackType | None = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return "?"
    return f"{last.tb_frame.f_globals.get('__name__', '?')}:{last.tb_lineno}"
