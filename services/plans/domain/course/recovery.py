"""What each of those involved needs to recover from the unsafety (W6.1)."""

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
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Need(enum.Enum):
    """Whether somebody needs care or help to recover; "unknown" is an answer that stays open."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class NeedWords(msgspec.Struct, frozen=True):
    """Which care or help, and how that was found."""

    explanation: str
    kind: str | None = None


class RecoveryNeedMapped(Event, frozen=True):
    """It was mapped what somebody needs to recover (W6.1). ``asked``: who were asked."""

    TOPIC = "plan.recovery-need-mapped"
    NAME = "herstelbehoefte-in-kaart"
    PARAGRAPHS = ("W6.1",)

    item: UUID
    words: Item[NeedWords]
    person: UUID
    need: Need
    asked: tuple[UUID, ...] = ()


class MapRecoveryNeed(Act, frozen=True, kw_only=True):
    """Records what somebody needs, child or adult; mapped again, the later answer counts."""

    person: UUID
    need: Need
    explanation: str
    kind: str | None = None
    asked: tuple[UUID, ...] = ()


class RecoveryNeed(msgspec.Struct, frozen=True):
    """One answer. Of one person all answers are about the same item."""

    item: UUID
    person: UUID
    need: Need
    words: Sealed[NeedWords]
    asked: tuple[UUID, ...]
    mark: Mark


class RecoveryNeeds:
    """All answers in the order in which they were given; a part of the state."""

    def __init__(self) -> None:
        self.all: list[RecoveryNeed] = []

    @property
    def current(self) -> dict[UUID, RecoveryNeed]:
        """Of each person the last answer."""
        return {need.person: need for need in self.all}

    @property
    def first(self) -> Mark | None:
        """When recovery came into sight."""
        return self.all[0].mark if self.all else None


def family(state: State) -> list[UUID]:
    """Those of the family: children and adults."""
    return [p.person for p in state[People].all.values() if p.kind is PartyKind.FAMILY]


def unmapped(state: State) -> list[UUID]:
    """Of whom of the family nobody mapped yet what they need."""
    mapped = state[RecoveryNeeds].current
    return [person for person in family(state) if person not in mapped]


def is_complete(state: State) -> bool:
    """Whether recovery can be called complete: everybody's need is mapped (W6.1)."""
    return bool(state[RecoveryNeeds].all) and not unmapped(state)


@catalogue.act(MapRecoveryNeed, "Herstelbehoefte in kaart", ("W6.1",), (RecoveryNeedMapped,))
def map_recovery_need(state: State, act: MapRecoveryNeed, doing: Doing) -> list[Event]:
    """What this person needs is known, or known to be unknown."""
    refuse([known_people("person", "asked")], state, act, doing)
    known = state[RecoveryNeeds].current.get(act.person)
    item = known.item if known is not None else doing.new_id()
    words = seal(NeedWords(act.explanation, act.kind))
    return [RecoveryNeedMapped(item, words, act.person, act.need, act.asked)]


_DUTCH = {
    Need.YES: "er is hulp nodig om te herstellen",
    Need.NO: "er is geen hulp nodig om te herstellen",
    Need.UNKNOWN: "nog niet bekend of er hulp nodig is om te herstellen",
}


@catalogue.sentence(RecoveryNeedMapped)
def _tell(event: RecoveryNeedMapped, words: Words) -> str:
    explanation = words.text(event.words, "explanation")
    return f"Voor {words.name(event.person)}: {_DUTCH[event.need]}. {explanation}".strip()


@catalogue.fold.on(RecoveryNeedMapped)
def _mapped(state: State, event: RecoveryNeedMapped, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    mapped = RecoveryNeed(event.item, event.person, event.need, event.words, event.asked, mark)
    state[RecoveryNeeds].all.append(mapped)
    state[Reaches].put(event.item, ())


def _unknown(state: State, at: datetime) -> list[str]:
    current = state[RecoveryNeeds].current.values()
    return [str(need.person) for need in current if need.need is Need.UNKNOWN]


catalogue.flag(
    Flag(
        "herstelbehoefte-onbekend",
        "W6.1",
        "Van {} is nog niet bekend of hulp nodig is om te herstellen.",
        _unknown,
    )
)
