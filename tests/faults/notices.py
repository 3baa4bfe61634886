"""What notifications did by itself because of what it followed: once for every cause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from services.notifications.domain.attempts import NoticeIntended, NoticeWithdrawn
from shared.record.record import Record
from tests.faults.recorded import everything


def repeated(record: Record) -> Iterator[str]:
    """Notices to one person about one thing besides one that stands, and attempts made twice."""
    attempts: Counter[str] = Counter()
    causes: dict[str, set[str]] = {}
    withdrawn: set[str] = set()
    for recorded in everything(record):
        event = recorded.event
        if isinstance(event, NoticeWithdrawn):
            withdrawn.add(str(event.notice))
        if isinstance(event, NoticeIntended):
            attempts[f"{event.notice}/{event.attempt}"] += 1
            cause = f"{recorded.stamp.plan_id} {event.person} {event.occasion}"
            causes.setdefault(cause, set()).add(str(event.notice))
    yield from (attempt for attempt, count in attempts.items() if count > 1)
    yield from (cause for cause, notices in causes.items() if len(notices - withdrawn) > 1)


def intended(record: Record) -> int:
    """How many notices were intended."""
    return len({e.event.notice for e in everything(record) if isinstance(e.event, NoticeIntended)})
