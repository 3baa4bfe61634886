"""Not informing somebody: a decision of people, with a reason and a second opinion (W8.4, T3)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.informings import informed_of
from services.notifications.domain.occasion import Occasion
from services.notifications.domain.people import known_people, professionals
from services.notifications.domain.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class WithholdingWords(msgspec.Struct, frozen=True):
    """Why somebody is not informed."""

    reason: str


class InformingWithheld(Event, frozen=True):
    """It was decided not to inform somebody of one version (W8.4). Hidden from that person.

    ``made_by``: the event that made the version, which a number alone does not tell for ever.
    Its topic and name stand in the clear, on the feed too, and do not tell what was decided.
    """

    TOPIC = "notification.informing-decided"
    NAME = "informeren-afgewogen"
    PARAGRAPHS = ("W8.4",)

    item: UUID
    words: Item[WithholdingWords]
    person: UUID
    version: int
    decided_by: UUID
    consulted: UUID
    made_by: UUID | None = None


class WithholdInforming(Act, frozen=True, kw_only=True):
    """Records the decision, its reason, who took it and which other colleague was consulted."""

    person: UUID
    version: int
    reason: str
    decided_by: UUID
    consulted: UUID


class Withholding(msgspec.Struct, frozen=True):
    """One decision not to inform somebody of a version."""

    item: UUID
    occasion: Occasion
    words: Sealed[WithholdingWords]
    decided_by: UUID
    consulted: UUID
    at: datetime


class Withholdings:
    """The decision per person and number of a version; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[tuple[UUID, int], Withholding] = {}


def withheld_from(state: State, person: UUID, occasion: Occasion) -> Withholding | None:
    """The decision not to tell this person of this version, while that version is there."""
    found = state[Withholdings].of.get((person, occasion.version or 0))
    return found if found is not None and state[Versions].stand(found.occasion) else None


def _nothing_due(state: State, act: WithholdInforming, doing: Doing) -> tuple[str, ...]:
    version = state[Versions].all.get(act.version)
    return when(version is None or act.person not in version.changed_for)


def _knows_already(state: State, act: WithholdInforming, doing: Doing) -> tuple[str, ...]:
    version = state[Versions].all.get(act.version)
    return when(version is not None and informed_of(state, act.person, version.occasion))


_RULES = (
    known_people("person", "decided_by", "consulted"),
    professionals(
        "achterhouden-vakkracht",
        "Alleen beroepskrachten besluiten hierover. Persoon {} is dat niet.",
        "decided_by",
        "consulted",
    ),
    Rule(
        "achterhouden-andere-collega",
        "W8.4",
        "Raadpleeg een andere collega dan wie het besluit neemt.",
        lambda state, act, doing: when(act.decided_by == act.consulted),
    ),
    Rule(
        "achterhouden-niets-open",
        "W8.4",
        "Met deze versie wijzigde er niets voor deze persoon.",
        _nothing_due,
    ),
    Rule(
        "achterhouden-al-geinformeerd",
        "W8.4",
        "Deze persoon is al geïnformeerd over deze versie.",
        _knows_already,
    ),
)


@catalogue.act(WithholdInforming, "Informeren achterwege laten", ("W8.4",), (InformingWithheld,))
def withhold_informing(state: State, act: WithholdInforming, doing: Doing) -> list[Event]:
    """Nothing more is sent to this person about this version.

    Raises NotYetKnown for a version that has yet to arrive here.
    """
    state[Versions].await_followed(act.version)
    refuse(_RULES, state, act, doing)
    words = seal(WithholdingWords(act.reason))
    return [
        InformingWithheld(
            doing.new_id(),
            words,
            act.person,
            act.version,
            act.decided_by,
            act.consulted,
            state[Versions].all[act.version].made_by,
        )
    ]


@catalogue.sentence(InformingWithheld)
def _tell(event: InformingWithheld, words: Words) -> str:
    who = f"{words.name(event.decided_by)}, na overleg met {words.name(event.consulted)}"
    return (
        f"{words.name(event.person)} wordt niet geïnformeerd over versie {event.version}. "
        f"Besloten door {who}. Reden: {words.text(event.words, 'reason')}"
    )


@catalogue.fold.on(InformingWithheld)
def _withheld(state: State, event: InformingWithheld, stamp: Stamp) -> None:
    decision = Withholding(
        event.item,
        Occasion(event.version, made_by=event.made_by),
        event.words,
        event.decided_by,
        event.consulted,
        stamp.effective_at,
    )
    state[Withholdings].of[event.person, event.version] = decision
    state[Reaches].put(event.item, (), (event.person,))
