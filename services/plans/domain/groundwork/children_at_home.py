"""Whether there are children in the house, asked and answered (W0.10)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.dossier import Ground
from services.plans.domain.family.people import known_people
from services.plans.domain.groundwork.suspicions import Suspicions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class ChildrenWords(msgspec.Struct, frozen=True):
    """How it is known."""

    how: str


class ChildrenAtHomeAnswered(Event, frozen=True):
    """Somebody asked whether there are children in the house, and got an answer (W0.10)."""

    TOPIC = "plan.children-at-home-answered"
    NAME = "kinderen-in-huis-nagegaan"
    PARAGRAPHS = ("W0.10",)

    item: UUID
    words: Item[ChildrenWords]
    children: bool
    by: UUID


class AnswerChildrenAtHome(Act, frozen=True, kw_only=True):
    """Records whether there are children in the house: yes or no, who asked, how it is known."""

    children: bool
    how: str
    by: UUID


class ChildrenAnswer(msgspec.Struct, frozen=True):
    """One answer."""

    item: UUID
    words: Sealed[ChildrenWords]
    children: bool
    by: UUID
    at: datetime


class ChildrenAtHome:
    """The answers, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[ChildrenAnswer] = []

    @property
    def current(self) -> ChildrenAnswer | None:
        """The last answer."""
        return self.all[-1] if self.all else None


@catalogue.act(
    AnswerChildrenAtHome, "Kinderen in huis nagaan", ("W0.10",), (ChildrenAtHomeAnswered,)
)
def answer_children_at_home(state: State, act: AnswerChildrenAtHome, doing: Doing) -> list[Event]:
    """The answer is explicit, and a later one is a new fact."""
    refuse([known_people("by")], state, act, doing)
    words = seal(ChildrenWords(act.how))
    return [ChildrenAtHomeAnswered(doing.new_id(), words, act.children, act.by)]


@catalogue.sentence(ChildrenAtHomeAnswered)
def _tell(event: ChildrenAtHomeAnswered, words: Words) -> str:
    answer = "die zijn er" if event.children else "die zijn er niet"
    how = words.text(event.words, "how")
    return f"{words.name(event.by)} ging na of er kinderen in huis zijn: {answer}. {how}".strip()


@catalogue.fold.on(ChildrenAtHomeAnswered)
def _answered(state: State, event: ChildrenAtHomeAnswered, stamp: Stamp) -> None:
    answer = ChildrenAnswer(event.item, event.words, event.children, event.by, stamp.effective_at)
    state[ChildrenAtHome].all.append(answer)
    state[Reaches].put(event.item, ())


def _unasked(state: State, at: datetime) -> tuple[str, ...]:
    adults = Ground.ADULT_DOMESTIC_VIOLENCE in state[Suspicions].grounds
    return when(adults and state[ChildrenAtHome].current is None)


catalogue.flag(
    Flag(
        "kinderen-in-huis-onbekend", "W0.10", "Niet nagegaan of er kinderen in huis zijn.", _unasked
    )
)
