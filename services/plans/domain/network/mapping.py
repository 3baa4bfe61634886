"""A genogram or sociogram was made: in which form, when, and together with whom (S3.1)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import PartyKind, People, known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class MapForm(enum.Enum):
    """What was drawn (S3.1)."""

    GENOGRAM = "genogram"
    SOCIOGRAM = "sociogram"
    BOTH = "both"


class MappingWords(msgspec.Struct, frozen=True):
    """What was noticed while drawing."""

    note: str | None = None


class NetworkMapped(Event, frozen=True):
    """The network was drawn; what was drawn are the relations at that moment (S3.1)."""

    TOPIC = "plan.network-mapped"
    NAME = "netwerk-in-kaart-gebracht"
    PARAGRAPHS = ("S3.1",)

    item: UUID
    words: Item[MappingWords]
    form: MapForm
    made_with: tuple[UUID, ...] = ()


class MapNetwork(Act, frozen=True, kw_only=True):
    """Records that the network was drawn, with whom, and what was noticed."""

    form: MapForm
    made_with: tuple[UUID, ...] = ()
    note: str | None = None


class Mapping(msgspec.Struct, frozen=True):
    """One time that the network was drawn."""

    item: UUID
    words: Sealed[MappingWords]
    form: MapForm
    made_with: tuple[UUID, ...]
    at: datetime


class Mappings:
    """Every time that the network was drawn, in order; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Mapping] = []


@catalogue.act(MapNetwork, "Netwerk in kaart brengen", ("S3.1",), (NetworkMapped,))
def map_network(state: State, act: MapNetwork, doing: Doing) -> list[Event]:
    """It is known when the network was last drawn, and with whom."""
    refuse([known_people("made_with")], state, act, doing)
    return [NetworkMapped(doing.new_id(), seal(MappingWords(act.note)), act.form, act.made_with)]


_DUTCH = {
    MapForm.GENOGRAM: "een genogram",
    MapForm.SOCIOGRAM: "een sociogram",
    MapForm.BOTH: "een genogram en een sociogram",
}


@catalogue.sentence(NetworkMapped)
def _tell(event: NetworkMapped, words: Words) -> str:
    together = f" samen met {words.names(event.made_with)}" if event.made_with else ""
    note = words.text(event.words, "note")
    return f"Er is {_DUTCH[event.form]} gemaakt{together}. {note}".strip()


@catalogue.fold.on(NetworkMapped)
def _mapped(state: State, event: NetworkMapped, stamp: Stamp) -> None:
    made = Mapping(event.item, event.words, event.form, event.made_with, stamp.effective_at)
    state[Mappings].all.append(made)
    state[Reaches].put(event.item, ())


def _made_without(state: State, at: datetime) -> list[str]:
    # Together with those involved: a drawing that only professionals made is theirs alone.
    own = (PartyKind.FAMILY, PartyKind.NETWORK)
    people = state[People].all
    involved = {person for person, known in people.items() if known.kind in own}
    return [str(made.item) for made in state[Mappings].all if not involved & set(made.made_with)]


catalogue.flag(
    Flag(
        "netwerk-niet-in-kaart",
        "S3.1",
        "Er is nog geen genogram of sociogram gemaakt.",
        lambda state, at: when(not state[Mappings].all),
    ),
    Flag(
        "netwerk-zonder-betrokkenen",
        "S3.1",
        "Tekening {} van het netwerk is gemaakt zonder het gezin of het netwerk.",
        _made_without,
    ),
)
