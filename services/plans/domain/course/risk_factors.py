"""Risk factors: what makes it likely that it becomes unsafe again (W5.2)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
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


class FactorWords(msgspec.Struct, frozen=True):
    """What it is, and how it is known."""

    text: str
    source: str


class RiskFactorIdentified(Event, frozen=True):
    """A risk factor was found (W5.2)."""

    TOPIC = "plan.risk-factor-identified"
    NAME = "risicofactor-vastgelegd"
    PARAGRAPHS = ("W5.2",)

    item: UUID
    words: Item[FactorWords]
    about: tuple[UUID, ...] = ()


class IdentifyRiskFactor(Act, frozen=True, kw_only=True):
    """Records a risk factor: what, whom it is about, and how it is known."""

    text: str
    source: str
    about: tuple[UUID, ...] = ()


class RiskFactor(msgspec.Struct, frozen=True):
    """One risk factor."""

    item: UUID
    words: Sealed[FactorWords]
    about: tuple[UUID, ...]
    mark: Mark


class RiskFactors:
    """All risk factors, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, RiskFactor] = {}


@catalogue.act(IdentifyRiskFactor, "Risicofactor vastleggen", ("W5.2",), (RiskFactorIdentified,))
def identify_risk_factor(state: State, act: IdentifyRiskFactor, doing: Doing) -> list[Event]:
    """The factor is known; what makes it smaller is still to be planned."""
    refuse([known_people("about")], state, act, doing)
    words = seal(FactorWords(act.text, act.source))
    return [RiskFactorIdentified(doing.new_id(), words, act.about)]


@catalogue.sentence(RiskFactorIdentified)
def _tell(event: RiskFactorIdentified, words: Words) -> str:
    return f"Een risicofactor: {words.text(event.words, 'text')}"


@catalogue.fold.on(RiskFactorIdentified)
def _identified(state: State, event: RiskFactorIdentified, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[RiskFactors].all[event.item] = RiskFactor(event.item, event.words, event.about, mark)
    state[Reaches].put(event.item, ())
