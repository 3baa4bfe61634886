"""A message that somebody is not given, after asking a colleague: a person weighs that (W2.2)."""

from __future__ import annotations

import enum
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.groundwork.transparency import Message
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Why(enum.Enum):
    """The kinds of reason for not giving somebody a message."""

    DANGER = "danger"
    UNREACHABLE = "unreachable"
    OTHER = "other"


class WithheldWords(msgspec.Struct, frozen=True):
    """The reason."""

    reason: str


class TransparencyMessageWithheld(Event, frozen=True):
    """It was decided not to give somebody one of the two messages (W2.2).

    Its topic and name stand in the clear, on the feed too, and do not tell what was decided.
    """

    TOPIC = "plan.message-weighed"
    NAME = "boodschap-afgewogen"
    PARAGRAPHS = ("W2.2",)

    item: UUID
    words: Item[WithheldWords]
    message: Message
    person: UUID
    why: Why
    decided_by: UUID
    consulted: UUID


class WithholdTransparencyMessage(Act, frozen=True, kw_only=True):
    """Records that somebody is not given a message: why, who decided, and after asking whom."""

    message: Message
    person: UUID
    why: Why
    reason: str
    decided_by: UUID
    consulted: UUID


class Withheld(msgspec.Struct, frozen=True):
    """The last decision about one message to one person."""

    item: UUID
    words: Sealed[WithheldWords]
    why: Why
    decided_by: UUID
    consulted: UUID
    mark: Mark


class Withholding:
    """The decisions, by person and message; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[tuple[UUID, Message], Withheld] = {}


_SOMEBODY_ELSE = Rule(
    "boodschap-andere-collega",
    "W2.2",
    "Raadpleeg een andere collega dan wie besluit om de boodschap niet te geven.",
    lambda state, act, doing: when(act.decided_by == act.consulted),
)


@catalogue.act(
    WithholdTransparencyMessage,
    "Boodschap niet geven",
    ("W2.2",),
    (TransparencyMessageWithheld,),
)
def withhold_transparency_message(
    state: State, act: WithholdTransparencyMessage, doing: Doing
) -> list[Event]:
    """The message is not owed to this person any more; giving it later remains possible."""
    refuse([known_people("person", "decided_by", "consulted"), _SOMEBODY_ELSE], state, act, doing)
    words = seal(WithheldWords(act.reason))
    return [
        TransparencyMessageWithheld(
            doing.new_id(), words, act.message, act.person, act.why, act.decided_by, act.consulted
        )
    ]


@catalogue.sentence(TransparencyMessageWithheld)
def _tell(event: TransparencyMessageWithheld, words: Words) -> str:
    decided = f"{words.name(event.decided_by)}, na overleg met {words.name(event.consulted)}"
    return (
        f"Boodschap {event.message.value} is niet gegeven aan {words.name(event.person)}."
        f" Besloten door {decided}. Reden: {words.text(event.words, 'reason')}"
    )


@catalogue.fold.on(TransparencyMessageWithheld)
def _withheld(state: State, event: TransparencyMessageWithheld, stamp: Stamp) -> None:
    state[Withholding].of[event.person, event.message] = Withheld(
        event.item,
        event.words,
        event.why,
        event.decided_by,
        event.consulted,
        Mark(stamp.event_id, stamp.effective_at),
    )
    state[Reaches].put(event.item, ())
