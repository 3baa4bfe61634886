"""Network deliberations (beraden): who met, and whether enough is known by now (S6.1, S6.2)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.picture.gaps import GapWords, InformationGapNoted
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class DeliberationWords(msgspec.Struct, frozen=True):
    """Where they met, and what was said of how complete the picture is."""

    where: str | None = None
    remark: str | None = None


class DeliberationHeld(Event, frozen=True):
    """Family, network and professionals met (S6.1).

    ``sufficient``: whether they judged that enough is known to make a plan. ``sitting_of``: the
    deliberation of which this is another sitting, as when two parents are not in one room.
    """

    TOPIC = "plan.deliberation-held"
    NAME = "beraad-gehouden"
    PARAGRAPHS = ("S6.1",)

    item: UUID
    words: Item[DeliberationWords]
    participants: tuple[UUID, ...]
    sufficient: bool
    sitting_of: UUID | None = None


class HoldDeliberation(Act, frozen=True, kw_only=True):
    """Records a deliberation: who were there, whether enough is known, and what is ``missing``."""

    participants: tuple[UUID, ...]
    sufficient: bool
    missing: tuple[str, ...] = ()
    where: str | None = None
    remark: str | None = None
    sitting_of: UUID | None = None


class Deliberation(msgspec.Struct, frozen=True):
    """One deliberation."""

    item: UUID
    words: Sealed[DeliberationWords]
    participants: tuple[UUID, ...]
    sufficient: bool
    at: datetime
    sitting_of: UUID | None = None


class Deliberations:
    """All deliberations, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Deliberation] = {}

    def whole(self, item: UUID) -> UUID:
        """The deliberation that a sitting belongs to: itself, unless it is another's."""
        held = self.all.get(item)
        return item if held is None or held.sitting_of is None else held.sitting_of


def _no_first_sitting(state: State, act: HoldDeliberation, doing: Doing) -> tuple[str, ...]:
    first = state[Deliberations].all.get(act.sitting_of) if act.sitting_of else None
    return when(act.sitting_of and (first is None or first.sitting_of is not None))


_RULES = (
    known_people("participants"),
    Rule(
        "beraad-zonder-deelnemers",
        "S6.1",
        "Noem wie bij het beraad waren.",
        lambda state, act, doing: when(not act.participants),
    ),
    Rule(
        "beraad-wat-ontbreekt",
        "S6.1",
        "Noem wat er nog ontbreekt als de situatie niet voldoende in kaart is.",
        lambda state, act, doing: when(not act.sufficient and not act.missing),
    ),
    Rule(
        "beraad-zitting-onbekend",
        "S6.1",
        "Noem de eerste zitting van het beraad waar deze zitting bij hoort.",
        _no_first_sitting,
    ),
)


@catalogue.act(
    HoldDeliberation,
    "Netwerkberaad vastleggen",
    ("S6.1", "S6.2"),
    (DeliberationHeld, InformationGapNoted),
)
def hold_deliberation(state: State, act: HoldDeliberation, doing: Doing) -> list[Event]:
    """It is in the dossier, and all that is missing stays in sight until it is known."""
    refuse(_RULES, state, act, doing)
    words = seal(DeliberationWords(act.where, act.remark))
    more = (act.participants, act.sufficient, act.sitting_of)
    held = DeliberationHeld(doing.new_id(), words, *more)
    gaps = [
        InformationGapNoted(doing.new_id(), seal(GapWords(what)), origin=held.item)
        for what in act.missing
    ]
    return [held, *gaps]


@catalogue.sentence(DeliberationHeld)
def _tell(event: DeliberationHeld, words: Words) -> str:
    enough = "voldoende" if event.sufficient else "nog niet voldoende"
    people = words.names(event.participants)
    return f"Er was een beraad met {people}. De situatie is {enough} in kaart."


@catalogue.fold.on(DeliberationHeld)
def _held(state: State, event: DeliberationHeld, stamp: Stamp) -> None:
    state[Deliberations].all[event.item] = Deliberation(
        event.item,
        event.words,
        event.participants,
        event.sufficient,
        stamp.effective_at,
        event.sitting_of,
    )
    state[Reaches].put(event.item, ())
