"""The two messages to the family: together (2a), and that we may report (2b) (W2.2)."""

from __future__ import annotations

import enum
from collections import defaultdict
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Message(enum.Enum):
    """The two messages of the work instruction (W2.2)."""

    TOGETHER_2A = "2a"
    MAY_REPORT_2B = "2b"


class Manner(enum.Enum):
    """How something was told to somebody."""

    IN_PERSON = "in-person"
    PHONE = "phone"
    LETTER = "letter"


class Reaction(msgspec.Struct, frozen=True):
    """What the people who heard it said."""

    reaction: str | None = None


class TransparencyMessageGiven(Event, frozen=True):
    """One of the two messages was given to these people (W2.2)."""

    TOPIC = "plan.transparency-message-given"
    NAME = "boodschap-gegeven"
    PARAGRAPHS = ("W2.2",)

    item: UUID
    words: Item[Reaction]
    message: Message
    to: tuple[UUID, ...]
    manner: Manner


class GiveTransparencyMessage(Act, frozen=True, kw_only=True):
    """Records that message 2a or 2b was given, to whom, how, and what they said."""

    message: Message
    to: tuple[UUID, ...]
    manner: Manner
    reaction: str | None = None


class Transparency:
    """Per person which messages were given, and when first; a part of the state."""

    def __init__(self) -> None:
        self.given: defaultdict[UUID, set[Message]] = defaultdict(set)
        self.first: dict[tuple[UUID, Message], Mark] = {}


@catalogue.act(
    GiveTransparencyMessage, "Boodschap 2a of 2b geven", ("W2.2",), (TransparencyMessageGiven,)
)
def give_transparency_message(
    state: State, act: GiveTransparencyMessage, doing: Doing
) -> list[Event]:
    """The message is recorded for each of these people."""
    refuse([known_people("to")], state, act, doing)
    return [
        TransparencyMessageGiven(
            doing.new_id(), seal(Reaction(act.reaction)), act.message, act.to, act.manner
        )
    ]


_DUTCH = {
    Message.TOGETHER_2A: "dat wij de problemen samen willen aanpakken (2a)",
    Message.MAY_REPORT_2B: "dat wij zo nodig melden, en intussen samen willen werken (2b)",
}


@catalogue.sentence(TransparencyMessageGiven)
def _tell(event: TransparencyMessageGiven, words: Words) -> str:
    reaction = words.text(event.words, "reaction")
    return f"Aan {words.names(event.to)} is gezegd {_DUTCH[event.message]}. {reaction}".strip()


@catalogue.fold.on(TransparencyMessageGiven)
def _given(state: State, event: TransparencyMessageGiven, stamp: Stamp) -> None:
    for person in event.to:
        state[Transparency].given[person].add(event.message)
        mark = Mark(stamp.event_id, stamp.effective_at)
        state[Transparency].first.setdefault((person, event.message), mark)
