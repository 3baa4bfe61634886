"""Coordination: who keeps what all parties do aligned, and how they keep in touch (W7.1)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.discretion import betrayed_to
from services.plans.domain.family.people import known_people
from services.plans.domain.together.tasks import standing_tasks
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class CoordinationWords(msgspec.Struct, frozen=True):
    """When and how they are in touch."""

    contact_moments: str


class CoordinationAgreed(Event, frozen=True):
    """It was agreed who coordinates, who stands in, and when there is contact (W7.1)."""

    TOPIC = "plan.coordination-agreed"
    NAME = "afstemming-afgesproken"
    PARAGRAPHS = ("W7.1",)

    item: UUID
    words: Item[CoordinationWords]
    coordinator: UUID
    backup: UUID | None = None
    participants: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class RecordCoordination(Act, frozen=True, kw_only=True):
    """Records the coordination; it replaces what was agreed on it before."""

    coordinator: UUID
    contact_moments: str
    backup: UUID | None = None
    participants: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class Coordinated(msgspec.Struct, frozen=True):
    """The coordination that holds."""

    item: UUID
    words: Sealed[CoordinationWords]
    coordinator: UUID
    backup: UUID | None
    participants: tuple[UUID, ...]
    at: datetime


class Coordination:
    """All that was agreed on it, oldest first: the last is what holds; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Coordinated] = []

    @property
    def current(self) -> Coordinated | None:
        """What was last agreed."""
        return self.all[-1] if self.all else None


def _who(act: RecordCoordination | CoordinationAgreed) -> tuple[UUID, ...]:
    return (act.coordinator, *((act.backup,) if act.backup else ()))


def _too_early(state: State, act: RecordCoordination, doing: Doing) -> tuple[str, ...]:
    current = state[Coordination].current
    return when(current is not None and act.effective_at and act.effective_at < current.at)


def _betrays(state: State, act: RecordCoordination, doing: Doing) -> list[str]:
    return betrayed_to(state, (*_who(act), *act.participants), act.participants, act.hidden_from)


_RULES = (
    known_people("coordinator", "backup", "participants", "hidden_from"),
    Rule(
        "afstemming-achtervang",
        "W7.1",
        "Wie afstemt, kan niet ook de achtervang zijn.",
        lambda state, act, doing: when(act.coordinator == act.backup),
    ),
    Rule(
        "afstemming-voor-vorige",
        "W7.1",
        "Daarna is er iets anders afgesproken. Kies een later moment.",
        _too_early,
    ),
    Rule(
        "afstemming-verraadt-iemand",
        "W7.1",
        "Iemand die meedoet, is verborgen voor persoon {}. Verberg de afstemming voor die persoon.",
        _betrays,
    ),
)


@catalogue.act(RecordCoordination, "Afstemming vastleggen", ("W7.1",), (CoordinationAgreed,))
def record_coordination(state: State, act: RecordCoordination, doing: Doing) -> list[Event]:
    """Everybody who takes part knows whom to turn to."""
    refuse(_RULES, state, act, doing)
    words = seal(CoordinationWords(act.contact_moments))
    who = (act.coordinator, act.backup, act.participants, act.hidden_from)
    return [CoordinationAgreed(doing.new_id(), words, *who)]


@catalogue.sentence(CoordinationAgreed)
def _tell(event: CoordinationAgreed, words: Words) -> str:
    moments = words.text(event.words, "contact_moments")
    return f"De afstemming is afgesproken met {words.name(event.coordinator)}. {moments}".strip()


@catalogue.fold.on(CoordinationAgreed)
def _agreed(state: State, event: CoordinationAgreed, stamp: Stamp) -> None:
    agreed = Coordinated(
        event.item,
        event.words,
        event.coordinator,
        event.backup,
        event.participants,
        stamp.effective_at,
    )
    state[Coordination].all.append(agreed)
    state[Reaches].put(event.item, (*_who(event), *event.participants), event.hidden_from)


catalogue.flag(
    Flag(
        "afstemming-niet-afgesproken",
        "W7.1",
        "Er zijn taken verdeeld, maar niet afgesproken wie afstemt.",
        lambda state, at: when(standing_tasks(state) and state[Coordination].current is None),
    )
)
