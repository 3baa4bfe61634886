"""Sharing with a party outside the family: decided on a basis, and weighed (domain.md 3.6)."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.consulting import ASK_ANOTHER
from services.plans.domain.family.people import known_people
from services.plans.domain.groundwork.consents import Consents
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Basis(enum.Enum):
    """On what ground something is shared."""

    CONSENT = "consent"
    LEGAL_DUTY = "legal-duty"
    CONFLICT_OF_DUTIES = "conflict-of-duties"


class OutsideSharingWords(msgspec.Struct, frozen=True):
    """What is shared, how that was weighed, and why the family was not told."""

    what: str
    weighing: str
    reason_not_told: str | None = None


class OutsideSharingDecided(Event, frozen=True):
    """It was decided to share something with a party, and on what basis (R41)."""

    TOPIC = "plan.outside-sharing-decided"
    NAME = "delen-met-partij-afgewogen"
    PARAGRAPHS = ("R41",)

    item: UUID
    words: Item[OutsideSharingWords]
    about: tuple[UUID, ...]
    party: UUID
    basis: Basis
    decided_by: UUID
    consulted: tuple[UUID, ...]
    told_family: bool


class DecideOutsideSharing(Act, frozen=True, kw_only=True):
    """Records what is shared about whom with which party, on what basis, and how it was weighed."""

    about: tuple[UUID, ...]
    party: UUID
    basis: Basis
    what: str
    weighing: str
    decided_by: UUID
    told_family: bool
    consulted: tuple[UUID, ...] = ()
    reason_not_told: str | None = None


class OutsideSharing(msgspec.Struct, frozen=True):
    """One decision."""

    item: UUID
    words: Sealed[OutsideSharingWords]
    event: OutsideSharingDecided
    mark: Mark


class OutsideSharings:
    """All decisions, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[OutsideSharing] = []


def _not_agreed(state: State, act: DecideOutsideSharing, doing: Doing) -> list[str]:
    if act.basis is not Basis.CONSENT:
        return []
    return [str(about) for about in act.about if not state[Consents].agreed(about, act.party)]


_RULES = (
    known_people("about", "party", "decided_by", "consulted"),
    ASK_ANOTHER,
    Rule(
        "delen-zonder-toestemming",
        "R41",
        "Over persoon {} is geen toestemming gevraagd, of iemand zei nee. Kies een andere grond, "
        "of deel niet.",
        _not_agreed,
    ),
    Rule(
        "delen-zonder-uitleg",
        "R41",
        "Leg uit waarom het gezin niet is verteld wat u deelt.",
        lambda state, act, doing: when(not act.told_family and not act.reason_not_told),
    ),
)


@catalogue.act(DecideOutsideSharing, "Delen met partij afwegen", ("R41",), (OutsideSharingDecided,))
def decide_outside_sharing(state: State, act: DecideOutsideSharing, doing: Doing) -> list[Event]:
    """The decision is recorded; to share is something that people do."""
    refuse(_RULES, state, act, doing)
    words = seal(OutsideSharingWords(act.what, act.weighing, act.reason_not_told))
    whom = (act.about, act.party, act.basis)
    return [
        OutsideSharingDecided(
            doing.new_id(), words, *whom, act.decided_by, act.consulted, act.told_family
        )
    ]


_DUTCH = {
    Basis.CONSENT: "met toestemming",
    Basis.LEGAL_DUTY: "omdat de wet het vraagt",
    Basis.CONFLICT_OF_DUTIES: "om een conflict van plichten",
}


@catalogue.sentence(OutsideSharingDecided)
def _tell(event: OutsideSharingDecided, words: Words) -> str:
    whom = f"over {words.names(event.about)} met {words.name(event.party)}"
    what = f"Besloten te delen {whom}, {_DUTCH[event.basis]}"
    return f"{what}: {words.text(event.words, 'what')}"


@catalogue.fold.on(OutsideSharingDecided)
def _decided(state: State, event: OutsideSharingDecided, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[OutsideSharings].all.append(OutsideSharing(event.item, event.words, event, mark))
    state[Reaches].put(event.item, ())


def _withdrawn(state: State, at: datetime) -> list[str]:
    consents = state[Consents]
    return sorted(
        {
            str(each.event.party)
            for each in state[OutsideSharings].all
            if each.event.basis is Basis.CONSENT
            and not all(consents.agreed(about, each.event.party) for about in each.event.about)
        }
    )


def _alone(state: State, at: datetime) -> Iterator[str]:
    for each in state[OutsideSharings].all:
        if each.event.basis is Basis.CONFLICT_OF_DUTIES and not each.event.consulted:
            yield f"{each.mark.at:%d-%m-%Y}"


catalogue.flag(
    Flag(
        "toestemming-ingetrokken",
        "R41",
        "De toestemming om met {} te delen is er niet meer: deel niets meer op die grond.",
        _withdrawn,
    ),
    Flag(
        "delen-zonder-overleg",
        "R41",
        "Over het delen zonder toestemming van {} is niemand geraadpleegd.",
        lambda state, at: list(_alone(state, at)),
    ),
)
