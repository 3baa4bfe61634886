"""Consulting another qualified colleague: an act with evidence, not a tick (W1.1)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.dossier import Dossier
from services.plans.domain.family.people import Register, known_people
from services.plans.domain.groundwork.registrations import Registrations
from shared.eventbase.act import Act
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Followed(enum.Enum):
    """Whether the advice was followed."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Advice(msgspec.Struct, frozen=True):
    """What was asked, what was advised, and why it was not followed if it was not."""

    question: str
    advice: str
    reason_not_followed: str | None = None


class ColleagueConsulted(Event, frozen=True):
    """A qualified colleague was consulted on the risks (W1.1)."""

    TOPIC = "plan.colleague-consulted"
    NAME = "collega-geraadpleegd"
    PARAGRAPHS = ("W1.1", "W3.1")

    item: UUID
    words: Item[Advice]
    colleague: UUID
    register: Register
    followed: Followed


class ConsultColleague(Act, frozen=True, kw_only=True):
    """Records a consultation: with whom, the question, the advice, and what was done with it."""

    worker: UUID
    colleague: UUID
    register: Register
    question: str
    advice: str
    followed: Followed
    reason_not_followed: str | None = None


class Consultation(msgspec.Struct, frozen=True):
    """One consultation as it stands in the dossier."""

    item: UUID
    colleague: UUID
    register: Register
    followed: Followed
    words: Sealed[Advice]
    mark: Mark

    @property
    def at(self) -> datetime:
        """When that was."""
        return self.mark.at


class Consultations:
    """All consultations, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Consultation] = []


def _unqualified(state: State, act: ConsultColleague, doing: Doing) -> tuple[str, ...]:
    day = local_day(act.effective_at or doing.now)
    return when(act.register not in state[Registrations].held_on(day, act.colleague))


_RULES = (
    known_people("worker", "colleague"),
    Rule(
        "andere-collega",
        "W1.1",
        "Raadpleeg een ander dan uzelf.",
        lambda state, act, doing: when(act.colleague in (act.worker, doing.actor.person)),
    ),
    Rule(
        "collega-bevoegd",
        "W1.1",
        "Deze collega had op die dag niet de genoemde registratie (SKJ of gedragswetenschapper).",
        _unqualified,
    ),
    Rule(
        "advies-niet-gevolgd",
        "W1.1",
        "Leg uit waarom het advies niet (helemaal) is gevolgd.",
        lambda state, act, doing: when(
            act.followed is not Followed.YES and not act.reason_not_followed
        ),
    ),
)


@catalogue.act(ConsultColleague, "Collega raadplegen", ("W1.1", "W3.1"), (ColleagueConsulted,))
def consult_colleague(state: State, act: ConsultColleague, doing: Doing) -> list[Event]:
    """The consultation is recorded, if it was with another, qualified person on that day."""
    refuse(_RULES, state, act, doing)
    words = seal(Advice(act.question, act.advice, act.reason_not_followed))
    return [ColleagueConsulted(doing.new_id(), words, act.colleague, act.register, act.followed)]


@catalogue.sentence(ColleagueConsulted)
def _tell(event: ColleagueConsulted, words: Words) -> str:
    advice = words.text(event.words, "advice")
    return f"{words.name(event.colleague)} is geraadpleegd. Advies: {advice}"


@catalogue.fold.on(ColleagueConsulted)
def _consulted(state: State, event: ColleagueConsulted, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    held = Consultation(
        event.item, event.colleague, event.register, event.followed, event.words, mark
    )
    state[Consultations].all.append(held)


catalogue.flag(
    Flag(
        "geen-collega-geraadpleegd",
        "W1.1",
        "Er is nog geen andere bevoegde collega geraadpleegd.",
        lambda state, at: when(state[Dossier].item and not state[Consultations].all),
    )
)
