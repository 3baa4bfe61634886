"""Acute or structural: a judgement with a rationale, never computed (W0.4, W3.1, W3.4)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Unsafety(enum.Enum):
    """The kinds of unsafety that decide how fast a plan must come (W3)."""

    ACUTE = "acute"
    STRUCTURAL = "structural"
    BOTH = "both"
    NONE_FOUND = "none-found"

    @property
    def is_acute(self) -> bool:
        """Whether a first plan must be made at once (W3.1)."""
        return self in (Unsafety.ACUTE, Unsafety.BOTH)


class Rationale(msgspec.Struct, frozen=True):
    """Why a professional judges so."""

    rationale: str


class UnsafetyClassified(Event, frozen=True):
    """A professional judged which kind of unsafety there is, and who is endangered (W3.1)."""

    TOPIC = "plan.unsafety-classified"
    NAME = "onveiligheid-beoordeeld"
    PARAGRAPHS = ("W0.4", "W3.1", "W3.4")

    item: UUID
    words: Item[Rationale]
    kind: Unsafety
    endangered: tuple[UUID, ...] = ()


class ClassifyUnsafety(Act, frozen=True, kw_only=True):
    """Records the judgement. A later one is a new event, never an edit (W3.4)."""

    kind: Unsafety
    rationale: str
    endangered: tuple[UUID, ...] = ()


class Classification(msgspec.Struct, frozen=True):
    """The judgement that holds, and the event that says so."""

    item: UUID
    kind: Unsafety
    words: Sealed[Rationale]
    endangered: tuple[UUID, ...]
    mark: Mark

    @property
    def since(self) -> datetime:
        """When it was judged so."""
        return self.mark.at


class Classifications:
    """The judgements in the order in which they were made; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Classification] = []

    @property
    def current(self) -> Classification | None:
        """The judgement that holds now."""
        return self.all[-1] if self.all else None

    @property
    def turned_acute(self) -> list[Classification]:
        """Those that made it acute, and not those that said so again (W3.4)."""
        before = [None, *self.all]
        both = zip(before, self.all, strict=False)
        return [new for old, new in both if new.kind.is_acute and not (old and old.kind.is_acute)]

    @property
    def is_acute(self) -> bool:
        """Whether the judgement that holds says acute."""
        return self.current is not None and self.current.kind.is_acute


@catalogue.act(
    ClassifyUnsafety,
    "Onveiligheid beoordelen",
    ("W0.4", "W3.1", "W3.4"),
    (UnsafetyClassified,),
)
def classify_unsafety(state: State, act: ClassifyUnsafety, doing: Doing) -> list[Event]:
    """The judgement is recorded with its rationale."""
    refuse([known_people("endangered")], state, act, doing)
    return [
        UnsafetyClassified(doing.new_id(), seal(Rationale(act.rationale)), act.kind, act.endangered)
    ]


_DUTCH = {
    Unsafety.ACUTE: "acuut onveilig",
    Unsafety.STRUCTURAL: "structureel onveilig",
    Unsafety.BOTH: "acuut en structureel onveilig",
    Unsafety.NONE_FOUND: "niet onveilig",
}


@catalogue.sentence(UnsafetyClassified)
def _tell(event: UnsafetyClassified, words: Words) -> str:
    rationale = words.text(event.words, "rationale")
    return f"De situatie is beoordeeld als {_DUTCH[event.kind]}. {rationale}".strip()


@catalogue.fold.on(UnsafetyClassified)
def _classified(state: State, event: UnsafetyClassified, stamp: Stamp) -> None:
    judged = Classification(
        event.item,
        event.kind,
        event.words,
        event.endangered,
        Mark(stamp.event_id, stamp.effective_at),
    )
    state[Classifications].all.append(judged)
