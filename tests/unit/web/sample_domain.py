"""A tiny catalogue for the web tests: three acts about appointments, no rules worth keeping."""

from __future__ import annotations

import enum
from datetime import date
from typing import ClassVar
from uuid import UUID

from shared.eventbase.act import Act
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.state import State


class Purpose(enum.Enum):
    """Why an appointment is made."""

    SAFETY = "safety"
    RECOVERY = "recovery"


class Begun(Event):
    """A plan was begun."""

    TOPIC = "sample.begun"
    NAME = "plan-begonnen"
    PARAGRAPHS = ("W3.1",)
    item: UUID


class Made(Event):
    """An appointment was made."""

    TOPIC = "sample.made"
    NAME = "afspraak-gemaakt"
    PARAGRAPHS = ("W6.1", "S5.1")
    item: UUID


class Changed(Event):
    """An appointment was changed."""

    TOPIC = "sample.changed"
    NAME = "afspraak-bijgesteld"
    item: UUID


class Begin(Act):
    """Begin a plan."""

    title: str


class Make(Act):
    """Make an appointment; the persons concerned may too."""

    ROLES: ClassVar[tuple[str, ...]] = ("worker", "person")
    text: str
    purpose: Purpose
    until: date | None = None
    steps: tuple[str, ...] = ()


class Change(Act):
    """Change an appointment; guarded."""

    item: UUID
    text: str


SAMPLE = Catalogue("plannen")


@SAMPLE.act(Begin, "Plan beginnen", ("W3.1",), (Begun,))
def begin(state: State, act: Begin, doing: Doing) -> list[Event]:
    """A new plan."""
    return [Begun(doing.new_id())]


@SAMPLE.act(Make, "Afspraak maken", ("W6.1",), (Made,))
def make(state: State, act: Make, doing: Doing) -> list[Event]:
    """A new appointment."""
    return [Made(doing.new_id())]


@SAMPLE.act(Change, "Afspraak bijstellen", ("W8.2",), (Changed,), guarded=True)
def change(state: State, act: Change, doing: Doing) -> list[Event]:
    """Another text."""
    return [Changed(act.item)]
