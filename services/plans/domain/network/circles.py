"""The network circles: who stands how close, and who named them (S5.1)."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class CircleWords(msgspec.Struct, frozen=True):
    """Why this person: what they see of the family, what they could do."""

    why: str | None = None


class PlacedInNetworkCircle(Event, frozen=True):
    """Somebody was placed in a circle around the family: 1 is the innermost (S5.1)."""

    TOPIC = "plan.placed-in-network-circle"
    NAME = "in-netwerkcirkel-geplaatst"
    PARAGRAPHS = ("S5.1",)

    item: UUID
    words: Item[CircleWords]
    person: UUID
    circle: int
    named_by: tuple[UUID, ...] = ()


class PlaceInNetworkCircle(Act, frozen=True, kw_only=True):
    """Places somebody in a circle, or in another one, as somebody named them."""

    person: UUID
    circle: int
    named_by: tuple[UUID, ...] = ()
    why: str | None = None


class Placing(msgspec.Struct, frozen=True):
    """Where somebody stands, who named them and since when that is known."""

    person: UUID
    circle: int
    named_by: tuple[UUID, ...]
    words: Sealed[CircleWords]
    at: datetime


class NetworkCircles:
    """The last place of each person, and by whoever named them; a part of the state.

    Two parents who live apart each have circles of their own, and somebody may be in both.
    """

    def __init__(self) -> None:
        self.of: dict[UUID, Placing] = {}
        self.named: defaultdict[UUID, dict[UUID, Placing]] = defaultdict(dict)


_FROM_ONE = Rule(
    "netwerkcirkel-nummer",
    "S5.1",
    "De binnenste netwerkcirkel heeft nummer 1.",
    lambda state, act, doing: when(act.circle < 1),
)


@catalogue.act(
    PlaceInNetworkCircle, "In netwerkcirkel plaatsen", ("S5.1",), (PlacedInNetworkCircle,)
)
def place_in_network_circle(state: State, act: PlaceInNetworkCircle, doing: Doing) -> list[Event]:
    """This person stands in that circle; an earlier place no longer counts."""
    refuse([known_people("person", "named_by"), _FROM_ONE], state, act, doing)
    words = seal(CircleWords(act.why))
    return [PlacedInNetworkCircle(doing.new_id(), words, act.person, act.circle, act.named_by)]


@catalogue.sentence(PlacedInNetworkCircle)
def _tell(event: PlacedInNetworkCircle, words: Words) -> str:
    named = f", genoemd door {words.names(event.named_by)}" if event.named_by else ""
    why = words.text(event.words, "why")
    return f"{words.name(event.person)} staat in netwerkcirkel {event.circle}{named}. {why}".strip()


@catalogue.fold.on(PlacedInNetworkCircle)
def _placed(state: State, event: PlacedInNetworkCircle, stamp: Stamp) -> None:
    placing = Placing(event.person, event.circle, event.named_by, event.words, stamp.effective_at)
    state[NetworkCircles].of[event.person] = placing
    state[NetworkCircles].named[event.person] |= dict.fromkeys(event.named_by, placing)
    state[Reaches].put(event.item, ())
