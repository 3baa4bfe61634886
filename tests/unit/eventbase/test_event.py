"""Events: ids, kinds and moments in the open, all that was said in a compartment (design 4)."""

from __future__ import annotations

import enum
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
import pytest

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import CoreValue, Event, shape
from shared.eventbase.sealed import Address, Compartment, Item, Kind, Party, seal
from tests.unit.eventbase.happenings import PLAN, Said

ITEM, PERSON = UUID(int=21, version=4), UUID(int=22, version=4)


class Words(msgspec.Struct, frozen=True):
    """What was said."""

    text: str


class Colour(enum.Enum):
    """A kind."""

    RED = "red"


class Span(CoreValue, frozen=True):
    """A small value of moments."""

    begin: date
    colour: Colour | None = None


class Whole(Event, frozen=True):
    """An event with everything that a core may hold."""

    TOPIC = "test.whole"
    NAME = "geheel"

    item: UUID
    words: Item[Words]
    colours: tuple[Colour, ...]
    span: Span | None = None
    pairs: tuple[tuple[UUID, int], ...] = ()


def test_an_event_divides_in_a_core_and_its_compartments() -> None:
    """The compartment is computed from the instance."""
    divided = shape(Whole)
    assert divided.core == ("item", "colours", "span", "pairs")
    assert divided.sealed["words"].content_type is Words
    event = Whole(ITEM, seal(Words("x")), (Colour.RED,))
    assert event.compartment("words") == Compartment(Kind.ITEM, ITEM)
    assert event.compartment("words").name == f"item:{ITEM}"
    assert event.stream_id(PLAN) == PLAN


def test_a_persons_details_and_address_are_theirs() -> None:
    """``party:`` and ``addr:`` carry the subject's id."""

    class Moved(Event, frozen=True):
        TOPIC = "test.moved"
        NAME = "verhuisd"
        SUBJECT = "person"
        STREAM = "stream"

        person: UUID
        stream: UUID
        who: Party[Words]
        where: Address[Words]

    event = Moved(PERSON, ITEM, seal(Words("a")), seal(Words("b")))
    assert event.compartment("who").name == f"party:{PERSON}"
    assert event.compartment("where").name == f"addr:{PERSON}"
    assert event.stream_id(PLAN) == ITEM


class SmallTalk(CoreValue, frozen=True):
    """A value with text in it."""

    said: str


@pytest.mark.parametrize(
    "kind", [str, bytes, Words, dict[str, UUID], tuple[str, ...], str | None, SmallTalk, Any]
)
def test_text_that_nobody_placed_is_refused(kind: Any) -> None:
    """It could otherwise never be withheld or erased."""
    loose = type(
        "Loose",
        (Event,),
        {"__annotations__": {"item": UUID, "loose": kind}, "TOPIC": "t.l", "NAME": "los"},
        frozen=True,
    )
    with pytest.raises(TypeError, match=r"Loose\.loose"):
        shape(loose)


def test_an_event_has_a_topic_of_its_own_and_a_name() -> None:
    """A topic is what a stored row is recognised by, for ever."""

    class Other(Event, frozen=True):
        TOPIC = "test.said"
        NAME = "anders"

    class Nameless(Event, frozen=True):
        TOPIC = "test.nameless"

    for wrong in (Other, Nameless):
        catalogue = Catalogue("test")
        catalogue.event(Said)
        with pytest.raises(TypeError, match="topic"):
            catalogue.event(wrong)
