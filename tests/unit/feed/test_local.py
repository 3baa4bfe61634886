"""Reading a feed while a database is away: nothing is called damaged that is not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from eventsourcing.persistence import InterfaceError, OperationalError

from shared.eventbase.event import Recorded
from shared.feed.local import LocalSource
from shared.feed.message import Message
from tests.unit.feed.record import ListRecord, Noted, publish, recorded


@pytest.mark.parametrize("away", [OperationalError, InterfaceError])
def test_a_database_that_is_away_makes_no_event_damaged(away: type[Exception]) -> None:
    """It is found out by kill -9 of PostgreSQL; the event is told once the database is back."""
    record = ListRecord([recorded(1, Noted(1)), recorded(2, Noted(2))])
    there = False

    def asking(event: Recorded[Any]) -> Mapping[str, Any] | None:
        if not there and event.stamp.seq == 2:
            raise away("gone")
        return publish(event)

    source = LocalSource("plans", record.after, record.last, asking)
    with pytest.raises(away):
        source.read(0, 10)
    there = True
    assert all(isinstance(delivery, Message) for delivery in source.read(0, 10).deliveries)
