"""Discussing a statement with those involved: with whom, and what each of them said (S4.3)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import PartyKind, People, known_people
from services.plans.domain.statements.owners import OwnerRole
from services.plans.domain.statements.risk_statements import risks_standing
from services.plans.domain.statements.withdrawing import STANDING
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Reaction(msgspec.Struct, frozen=True):
    """What one person said of a statement."""

    person: UUID
    text: str


class DiscussionWords(msgspec.Struct, frozen=True):
    """What each of them said, in a list of their own: never one reaction for all."""

    reactions: tuple[Reaction, ...] = ()


class StatementDiscussed(Event, frozen=True):
    """A statement was discussed with people who were together (S4.3)."""

    TOPIC = "plan.statement-discussed"
    NAME = "uitspraak-besproken"
    PARAGRAPHS = ("S4.3",)
    ABOUT = "statement"

    item: UUID
    words: Item[DiscussionWords]
    statement: UUID
    people: tuple[UUID, ...]


class DiscussStatement(Act, frozen=True, kw_only=True):
    """Records with whom a statement was discussed, who can read it from then, and what they said.

    Those who were not together are told in an act of their own: people in one discussion know
    of one another.
    """

    statement: UUID
    people: tuple[UUID, ...]
    reactions: tuple[Reaction, ...] = ()


class Discussion(msgspec.Struct, frozen=True):
    """One time that a statement was discussed."""

    item: UUID
    words: Sealed[DiscussionWords]
    statement: UUID
    people: tuple[UUID, ...]
    at: datetime


class Discussions:
    """All discussions, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Discussion] = {}

    def of(self, statement: UUID) -> list[Discussion]:
        """When one statement was discussed."""
        return [each for each in self.all.values() if each.statement == statement]


def _hidden(state: State, act: DiscussStatement, doing: Doing) -> list[str]:
    reach = state[Reaches].of.get(act.statement, Reach())
    return [str(person) for person in act.people if person in reach.hidden_from]


def _absent(state: State, act: DiscussStatement, doing: Doing) -> list[str]:
    return [str(said.person) for said in act.reactions if said.person not in act.people]


_RULES = (
    STANDING,
    known_people("people"),
    Rule(
        "bespreking-met-niemand",
        "S4.3",
        "Noem met wie de uitspraak is besproken.",
        lambda state, act, doing: when(not act.people),
    ),
    Rule(
        "uitspraak-verborgen",
        "S4.3",
        "Deze uitspraak is voor persoon {} verborgen. Formuleer haar opnieuw als dat niet meer "
        "hoeft.",
        _hidden,
    ),
    Rule("reactie-van-afwezige", "S4.3", "Persoon {} was niet bij deze bespreking.", _absent),
)


@catalogue.act(DiscussStatement, "Uitspraak bespreken", ("S4.3",), (StatementDiscussed,))
def discuss_statement(state: State, act: DiscussStatement, doing: Doing) -> list[Event]:
    """They know of the statement from now."""
    refuse(_RULES, state, act, doing)
    words = seal(DiscussionWords(act.reactions))
    return [StatementDiscussed(doing.new_id(), words, act.statement, act.people)]


@catalogue.sentence(StatementDiscussed)
def _tell(event: StatementDiscussed, words: Words) -> str:
    return f"Een uitspraak is besproken met {words.names(event.people)}."


@catalogue.fold.on(StatementDiscussed)
def _discussed(state: State, event: StatementDiscussed, stamp: Stamp) -> None:
    state[Discussions].all[event.item] = Discussion(
        event.item, event.words, event.statement, event.people, stamp.effective_at
    )
    state[Reaches].put(event.item, event.people)


def _not_discussed(state: State, at: datetime) -> list[str]:
    own = [each for each in risks_standing(state) if each.role is OwnerRole.PROFESSIONAL]
    return [str(each.item) for each in own if not _heard_by_family(state, each.item)]


def _heard_by_family(state: State, statement: UUID) -> bool:
    people = state[People].all
    told = {person for each in state[Discussions].of(statement) for person in each.people}
    return any(p in people and people[p].kind is PartyKind.FAMILY for p in told)


catalogue.flag(
    Flag(
        "uitspraak-niet-besproken",
        "S4.3",
        "Risico-uitspraak {} van de professional is nog met niemand van het gezin besproken.",
        _not_discussed,
    )
)
