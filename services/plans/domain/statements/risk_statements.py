"""Risk statements: what could happen, and to whom, if nothing changes (S4.1, S4.3)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.statements.owners import OWNED, OwnerRole
from services.plans.domain.statements.withdrawals import not_withdrawn
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import refuse
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class RiskWords(msgspec.Struct, frozen=True):
    """The statement itself, what the worry is about, and what it may do to them."""

    text: str
    about: str
    effect: str | None = None


class RiskStatementFormulated(Event, frozen=True):
    """Somebody said what they fear for the future (S4.1). ``affects``: to whom it may happen."""

    TOPIC = "plan.risk-statement-formulated"
    NAME = "risico-uitspraak-geformuleerd"
    PARAGRAPHS = ("S4.1", "S4.3")

    item: UUID
    words: Item[RiskWords]
    role: OwnerRole
    owners: tuple[UUID, ...]
    affects: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class FormulateRiskStatement(Act, frozen=True, kw_only=True):
    """Records a risk statement: whose it is, as whom they speak, about what, and to whom.

    Statements that differ stand side by side; none takes the place of another.
    """

    role: OwnerRole
    owners: tuple[UUID, ...]
    text: str
    about: str
    effect: str | None = None
    affects: tuple[UUID, ...] = ()
    hidden_from: tuple[UUID, ...] = ()


class RiskStatement(msgspec.Struct, frozen=True):
    """One risk statement."""

    item: UUID
    words: Sealed[RiskWords]
    role: OwnerRole
    owners: tuple[UUID, ...]
    affects: tuple[UUID, ...]
    at: datetime


class RiskStatements:
    """All risk statements, by id, withdrawn ones too; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, RiskStatement] = {}


def risks_standing(state: State) -> list[RiskStatement]:
    """The risk statements that hold."""
    return not_withdrawn(state, state[RiskStatements].all.values())


@catalogue.act(
    FormulateRiskStatement,
    "Risico-uitspraak formuleren",
    ("S4.1", "S4.3"),
    (RiskStatementFormulated,),
)
def formulate_risk_statement(
    state: State, act: FormulateRiskStatement, doing: Doing
) -> list[Event]:
    """The statement stands, beside those of others; its owners can read it."""
    refuse(OWNED, state, act, doing)
    words = seal(RiskWords(act.text, act.about, act.effect))
    return [
        RiskStatementFormulated(
            doing.new_id(), words, act.role, act.owners, act.affects, act.hidden_from
        )
    ]


@catalogue.sentence(RiskStatementFormulated)
def _tell(event: RiskStatementFormulated, words: Words) -> str:
    return f"Risico-uitspraak van {words.names(event.owners)}: {words.text(event.words, 'text')}"


@catalogue.fold.on(RiskStatementFormulated)
def _formulated(state: State, event: RiskStatementFormulated, stamp: Stamp) -> None:
    state[RiskStatements].all[event.item] = RiskStatement(
        event.item, event.words, event.role, event.owners, event.affects, stamp.effective_at
    )
    # With whom it was discussed is not in its reach: they need not know of one another.
    state[Reaches].put(event.item, event.owners, event.hidden_from)
