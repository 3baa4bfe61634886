"""How far those who follow others are behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from shared.feed.alarm import Alarm, Keyless
from shared.feed.continuity import check_continuity
from shared.feed.delivery import Batch
from shared.feed.inbox import Inbox
from shared.feed.kafka.lag import lag_on_topic
from shared.feed.message import Message
from shared.feed.source import Source, service_of
from vangnet.keeping import Kept


class Lag(msgspec.Struct, frozen=True):
    """How one service follows another: up to ``position`` of ``last``, with so much ``behind``.

    ``since`` is when the oldest event was recorded that it has yet to follow, ``parked`` counts
    its dead letters, and ``alarm`` says why it may go no further. Over Kafka ``position`` is that
    of the part which is furthest, and ``since`` is not known.
    """

    service: str
    source: str
    position: int
    last: int
    behind: int
    since: datetime | None
    parked: int
    alarm: str | None


def lags(services: Sequence[Kept], bootstrap: str | None = None) -> Iterator[Lag]:
    """Of every service and each that it follows, as it is now; over Kafka if brokers are named.

    Raises Unreachable.
    """
    for each in services:
        for source in each.feeds:
            lag = _lag(each.service, each.inbox, source)
            yield lag if bootstrap is None else _on_topic(lag, bootstrap, each.inbox)


def _lag(service: str, inbox: Inbox, source: Source) -> Lag:
    place = inbox.place(source.name)
    batch = source.read(place.position, 1)
    parked = [x for x in inbox.dead_letters() if service_of(x.source) == source.name]
    try:
        check_continuity(source.name, place, batch)
        alarm = _keyless(source.name, place.position, [x.plan_id is None for x in parked])
    except Alarm as found:
        alarm = found
    said = None if alarm is None else str(alarm)
    return Lag(
        service,
        source.name,
        place.position,
        batch.last,
        max(0, batch.last - place.position),
        _since(batch),
        len(parked),
        said,
    )


def _on_topic(lag: Lag, bootstrap: str, inbox: Inbox) -> Lag:
    found = lag_on_topic(bootstrap, lag.source, inbox.place)
    # What stood in the feed when the parts began was taken from there.
    since = lag.since if found.position <= lag.position else None
    return msgspec.structs.replace(
        lag, position=max(found.position, lag.position), behind=found.behind, since=since
    )


def _keyless(source: str, position: int, unknown: Sequence[bool]) -> Alarm | None:
    return Keyless(source, position) if any(unknown) else None


def _since(batch: Batch) -> datetime | None:
    return next((d.recorded_at for d in batch.deliveries if isinstance(d, Message)), None)
