"""Who is willing to think along and to come, and why (not) (S5.2)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.leaving import Departures
from services.plans.domain.family.people import PartyKind, People, known_people
from services.plans.domain.network.attendance import Attendances
from services.plans.domain.network.circles import NetworkCircles
from services.plans.domain.network.inviting import Invitations
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class WillingnessWords(msgspec.Struct, frozen=True):
    """What somebody said about coming or not."""

    reason: str | None = None


class WillingnessRecorded(Event, frozen=True):
    """Somebody said whether they think along and whether they come (S5.2)."""

    TOPIC = "plan.willingness-recorded"
    NAME = "bereidheid-vastgelegd"
    PARAGRAPHS = ("S5.2",)

    item: UUID
    words: Item[WillingnessWords]
    person: UUID
    thinks_along: bool
    comes: bool


class RecordWillingness(Act, frozen=True, kw_only=True):
    """Records what somebody answered, with the reason; a later answer replaces it."""

    person: UUID
    thinks_along: bool
    comes: bool
    reason: str | None = None


class Willingness(msgspec.Struct, frozen=True):
    """The last answer of one person."""

    person: UUID
    thinks_along: bool
    comes: bool
    words: Sealed[WillingnessWords]
    at: datetime

    @property
    def is_willing(self) -> bool:
        """Whether anything can be expected of them: who cannot come may well think along."""
        return self.thinks_along or self.comes


class Answers:
    """The last answer of each person who gave one; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[UUID, Willingness] = {}


@catalogue.act(RecordWillingness, "Bereidheid vastleggen", ("S5.2",), (WillingnessRecorded,))
def record_willingness(state: State, act: RecordWillingness, doing: Doing) -> list[Event]:
    """The answer is recorded, whatever it is."""
    refuse([known_people("person")], state, act, doing)
    words = seal(WillingnessWords(act.reason))
    return [WillingnessRecorded(doing.new_id(), words, act.person, act.thinks_along, act.comes)]


@catalogue.sentence(WillingnessRecorded)
def _tell(event: WillingnessRecorded, words: Words) -> str:
    thinks = "denkt mee" if event.thinks_along else "denkt niet mee"
    comes = "komt" if event.comes else "komt niet"
    reason = words.text(event.words, "reason")
    return f"{words.name(event.person)} {thinks} en {comes}. {reason}".strip()


@catalogue.fold.on(WillingnessRecorded)
def _answered(state: State, event: WillingnessRecorded, stamp: Stamp) -> None:
    state[Answers].of[event.person] = Willingness(
        event.person, event.thinks_along, event.comes, event.words, stamp.effective_at
    )
    state[Reaches].put(event.item, ())


def willing_network(state: State) -> list[UUID]:
    """The network members of whom something can be expected: not excluded, and not gone."""
    said = [answer.person for answer in state[Answers].of.values() if answer.is_willing]
    excluded, gone = state[Attendances], state[Departures].of
    return [p for p in said if _in_network(state, p) and p not in gone and not excluded.excludes(p)]


def _in_network(state: State, person: UUID) -> bool:
    # A grandmother may be of the family and of the network: whoever stands in a circle is of it,
    # but for those whose work it is.
    known = state[People].all.get(person)
    if known is None:
        return False
    circled = person in state[NetworkCircles].of
    return known.kind is PartyKind.NETWORK or (known.kind is PartyKind.FAMILY and circled)


def _unanswered(state: State, at: datetime) -> list[str]:
    answers, excluded = state[Answers].of, state[Attendances]
    invited = [each for each in state[Invitations].of if not excluded.excludes(each)]
    return [str(person) for person in invited if person not in answers]


catalogue.flag(
    Flag(
        "geen-netwerk-bereid",
        "S5.2",
        "Nog niemand uit het netwerk is bereid om mee te denken of te komen.",
        lambda state, at: when(not willing_network(state)),
    ),
    Flag(
        "uitnodiging-zonder-antwoord",
        "S5.2",
        "Persoon {} is uitgenodigd en er staat nog niet of die persoon bereid is.",
        _unanswered,
    ),
)
