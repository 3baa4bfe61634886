"""How the core of an event is written and read, across versions of its class."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, ClassVar
from uuid import UUID

import msgspec
import pytest

from shared.eventbase.event import CoreValue, Event, Stamp
from shared.eventbase.sealed import Item, Sealed
from shared.record.core import CoreForm
from shared.record.errors import NewerEventError, UnreadableEventError

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ID = UUID(int=7)
STAMP = Stamp(ID, ID, ID, 1, ID, "worker-1", "worker", NOW, source="plans")


class Span(CoreValue, frozen=True):
    first: datetime
    last: datetime | None


class First(Event, frozen=True):
    TOPIC: ClassVar[str] = "test.changed"

    item: UUID
    days: int


class Second(Event, frozen=True):
    TOPIC: ClassVar[str] = "test.changed"
    CLASS_VERSION: ClassVar[int] = 3

    item: UUID
    hours: int
    words: Item[str]
    span: Span | None = None

    @staticmethod
    def upcast_v1_v2(core: dict[str, Any]) -> None:
        core["hours"] = core.pop("days") * 24

    @staticmethod
    def upcast_v2_v3(core: dict[str, Any]) -> None:
        core["span"] = {"first": "2026-01-01T00:00:00Z", "last": None}


def test_what_is_written_is_read_back_with_what_the_row_does_not_show():
    """The stamp's own fields, the event's core, nested values and all."""
    form = CoreForm(Second)
    event = Second(ID, 5, Sealed(), Span(NOW, None))
    core = form.read(form.write(event, STAMP))
    assert form.fields(core) == {"item": ID, "hours": 5, "span": Span(NOW, None), "words": Sealed()}
    assert (core.actor, core.role, core.effective_at, core.source) == (
        "worker-1",
        "worker",
        NOW,
        "plans",
    )


def test_an_event_of_an_older_class_is_brought_up_step_by_step():
    """Written by version 1, read by version 3: every step in between is taken."""
    old = CoreForm(First).write(First(ID, 2), STAMP)
    form = CoreForm(Second)
    assert form.fields(form.read(old)) == {
        "item": ID,
        "hours": 48,
        "span": Span(NOW, None),
        "words": Sealed(),
    }


def test_an_event_of_a_newer_class_is_refused_by_name():
    """Reading it with an older class would lose what was added."""
    new = CoreForm(Second).write(Second(ID, 5, Sealed()), STAMP)
    with pytest.raises(NewerEventError, match=r"test\.changed"):
        CoreForm(First).read(new)


def test_a_core_that_could_not_be_read_back_is_not_written():
    """A wrong type, or a moment without a zone."""
    with pytest.raises(UnreadableEventError):
        CoreForm(First).write(First(ID, "two"), STAMP)  # type: ignore[arg-type]
    naive = msgspec.structs.replace(STAMP, learned_at=NOW.replace(tzinfo=None))
    with pytest.raises(UnreadableEventError):
        CoreForm(First).write(First(ID, 2), naive)
