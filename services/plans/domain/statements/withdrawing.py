"""Withdrawing a statement: the act and its rule, and which statements hold (S4.1, S4.2)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.statements.desired_situations import situations_standing
from services.plans.domain.statements.risk_statements import risks_standing
from services.plans.domain.statements.withdrawals import (
    StatementWithdrawalWords,
    StatementWithdrawn,
)
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State


class WithdrawStatement(Act, frozen=True, kw_only=True):
    """Withdraws a risk statement or a desired situation, with the reason."""

    statement: UUID
    reason: str


def _not_standing(state: State, act: WithdrawStatement, doing: Doing) -> tuple[str, ...]:
    return when(act.statement not in statements_standing(state))


def statements_standing(state: State) -> set[UUID]:
    """The ids of every risk statement and desired situation that holds."""
    risks = {each.item for each in risks_standing(state)}
    return risks | {each.item for each in situations_standing(state)}


STANDING = Rule(
    "uitspraak-geldt-niet",
    "S4.3",
    "Deze uitspraak geldt niet (meer) in dit dossier.",
    _not_standing,
)


@catalogue.act(WithdrawStatement, "Uitspraak intrekken", ("S4.1", "S4.2"), (StatementWithdrawn,))
def withdraw_statement(state: State, act: WithdrawStatement, doing: Doing) -> list[Event]:
    """Nothing stands on it any more."""
    refuse([STANDING], state, act, doing)
    words = seal(StatementWithdrawalWords(act.reason))
    return [StatementWithdrawn(doing.new_id(), words, act.statement)]
