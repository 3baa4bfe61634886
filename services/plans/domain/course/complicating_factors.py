"""Complicating factors: what helps to bring about the unsafety, or keeps it going (W5.3)."""

from __future__ import annotations

import enum
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.risk_factors import FactorWords
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Effect(enum.Enum):
    """What it does to the unsafety."""

    CREATES = "creates"
    MAINTAINS = "maintains"
    BOTH = "both"


class ComplicatingFactorIdentified(Event, frozen=True):
    """A complicating factor was found (W5.3)."""

    TOPIC = "plan.complicating-factor-identified"
    NAME = "complicerende-factor-vastgelegd"
    PARAGRAPHS = ("W5.3",)

    item: UUID
    words: Item[FactorWords]
    effect: Effect
    about: tuple[UUID, ...] = ()


class IdentifyComplicatingFactor(Act, frozen=True, kw_only=True):
    """Records a complicating factor: what, what it does, whom it is about, how it is known."""

    text: str
    source: str
    effect: Effect
    about: tuple[UUID, ...] = ()


class ComplicatingFactor(msgspec.Struct, frozen=True):
    """One complicating factor."""

    item: UUID
    words: Sealed[FactorWords]
    effect: Effect
    about: tuple[UUID, ...]
    mark: Mark


class ComplicatingFactors:
    """All complicating factors, by id: a list apart from the risk factors; part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, ComplicatingFactor] = {}


@catalogue.act(
    IdentifyComplicatingFactor,
    "Complicerende factor vastleggen",
    ("W5.3",),
    (ComplicatingFactorIdentified,),
)
def identify_complicating_factor(
    state: State, act: IdentifyComplicatingFactor, doing: Doing
) -> list[Event]:
    """The factor is in sight."""
    refuse([known_people("about")], state, act, doing)
    words = seal(FactorWords(act.text, act.source))
    return [ComplicatingFactorIdentified(doing.new_id(), words, act.effect, act.about)]


_DUTCH = {
    Effect.CREATES: "helpt de onveiligheid ontstaan",
    Effect.MAINTAINS: "houdt de onveiligheid in stand",
    Effect.BOTH: "helpt de onveiligheid ontstaan en houdt haar in stand",
}


@catalogue.sentence(ComplicatingFactorIdentified)
def _tell(event: ComplicatingFactorIdentified, words: Words) -> str:
    return f"Dit {_DUTCH[event.effect]}: {words.text(event.words, 'text')}"


@catalogue.fold.on(ComplicatingFactorIdentified)
def _identified(state: State, event: ComplicatingFactorIdentified, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[ComplicatingFactors].all[event.item] = ComplicatingFactor(
        event.item, event.words, event.effect, event.about, mark
    )
    state[Reaches].put(event.item, ())
