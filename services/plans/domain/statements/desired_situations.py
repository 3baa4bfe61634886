"""Desired situations: how it looks when the worries are gone, and how one can tell (S4.2)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.statements.owners import OWNED, OwnerRole
from services.plans.domain.statements.risk_statements import risks_standing
from services.plans.domain.statements.withdrawals import not_withdrawn
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class DesiredWords(msgspec.Struct, frozen=True):
    """How it looks, what one can see of it, and what 0 and 10 mean on a scale of its own."""

    text: str
    signs: tuple[str, ...] = ()
    at_0: str | None = None
    at_10: str | None = None


class DesiredSituationFormulated(Event, frozen=True):
    """Somebody said what they want instead (S4.2). ``risk_statements``: what it belongs to."""

    TOPIC = "plan.desired-situation-formulated"
    NAME = "gewenste-situatie-geformuleerd"
    PARAGRAPHS = ("S4.2", "S4.3", "S4.4")

    item: UUID
    words: Item[DesiredWords]
    role: OwnerRole
    owners: tuple[UUID, ...]
    risk_statements: tuple[UUID, ...]
    affects: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()
    has_signs: bool = False


class FormulateDesiredSituation(Act, frozen=True, kw_only=True):
    """Records a desired situation: whose it is, for whom, and to which risks it is the answer."""

    role: OwnerRole
    owners: tuple[UUID, ...]
    risk_statements: tuple[UUID, ...]
    text: str
    signs: tuple[str, ...] = ()
    at_0: str | None = None
    at_10: str | None = None
    affects: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class DesiredSituation(msgspec.Struct, frozen=True):
    """One desired situation."""

    item: UUID
    words: Sealed[DesiredWords]
    role: OwnerRole
    owners: tuple[UUID, ...]
    risk_statements: tuple[UUID, ...]
    affects: tuple[UUID, ...]
    has_signs: bool
    at: datetime


class DesiredSituations:
    """All desired situations, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, DesiredSituation] = {}


def situations_standing(state: State) -> list[DesiredSituation]:
    """The desired situations that hold."""
    return not_withdrawn(state, state[DesiredSituations].all.values())


def _unknown(state: State, act: FormulateDesiredSituation, doing: Doing) -> list[str]:
    known = {each.item for each in risks_standing(state)}
    return [str(each) for each in act.risk_statements if each not in known]


_RULES = (
    *OWNED,
    Rule(
        "gewenste-situatie-zonder-uitspraak",
        "S4.4",
        "Noem bij welke risico-uitspraak deze gewenste situatie hoort.",
        lambda state, act, doing: when(not act.risk_statements),
    ),
    Rule(
        "risico-uitspraak-onbekend",
        "S4.4",
        "Risico-uitspraak {} geldt niet (meer) in dit dossier.",
        _unknown,
    ),
)


@catalogue.act(
    FormulateDesiredSituation,
    "Gewenste situatie formuleren",
    ("S4.2", "S4.3"),
    (DesiredSituationFormulated,),
)
def formulate_desired_situation(
    state: State, act: FormulateDesiredSituation, doing: Doing
) -> list[Event]:
    """The picture stands, beside those of others; its owners can read it."""
    refuse(_RULES, state, act, doing)
    return [
        DesiredSituationFormulated(
            doing.new_id(),
            seal(DesiredWords(act.text, act.signs, act.at_0, act.at_10)),
            act.role,
            act.owners,
            act.risk_statements,
            act.affects,
            act.hidden_from,
            bool(act.signs),
        )
    ]


@catalogue.sentence(DesiredSituationFormulated)
def _tell(event: DesiredSituationFormulated, words: Words) -> str:
    return f"Gewenste situatie van {words.names(event.owners)}: {words.text(event.words, 'text')}"


@catalogue.fold.on(DesiredSituationFormulated)
def _formulated(state: State, event: DesiredSituationFormulated, stamp: Stamp) -> None:
    state[DesiredSituations].all[event.item] = DesiredSituation(
        event.item,
        event.words,
        event.role,
        event.owners,
        event.risk_statements,
        event.affects,
        event.has_signs,
        stamp.effective_at,
    )
    state[Reaches].put(event.item, event.owners, event.hidden_from)


def _without_signs(state: State, at: datetime) -> list[str]:
    return [str(each.item) for each in situations_standing(state) if not each.has_signs]


def _without_answer(state: State, at: datetime) -> list[str]:
    answered = {risk for each in situations_standing(state) for risk in each.risk_statements}
    return [str(each.item) for each in risks_standing(state) if each.item not in answered]


catalogue.flag(
    Flag(
        "gewenste-situatie-zonder-tekenen",
        "S4.2",
        "Bij gewenste situatie {} staat niet waaraan iedereen haar kan zien.",
        _without_signs,
    ),
    Flag(
        "risico-uitspraak-zonder-gewenste-situatie",
        "S4.2",
        "Bij risico-uitspraak {} hoort nog geen gewenste situatie.",
        _without_answer,
    ),
)
