"""What people fear and what they want instead, side by side, and who was told of it (S4)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from services.plans.domain.statements.desired_situations import DesiredSituation, DesiredSituations
from services.plans.domain.statements.discussing import Discussion, Discussions
from services.plans.domain.statements.owners import OwnerRole
from services.plans.domain.statements.risk_statements import RiskStatement, RiskStatements
from services.plans.domain.statements.withdrawals import Withdrawals
from services.plans.views.parts.content import Data
from services.plans.views.told import told_sight
from shared.access.gate import Sight
from shared.web.look import Look


def statements_view(look: Look) -> Data:
    """All statements; to a person their own, and those that were discussed with them."""
    sight = told_sight(look, [*_own(look), *(each.statement for each in _heard(look))])
    return {
        "risk_statements": [
            _risk(look, sight, each)
            for each in look.state[RiskStatements].all.values()
            if sight.sees(each.item)
        ],
        "desired_situations": [
            _desired(look, sight, each)
            for each in look.state[DesiredSituations].all.values()
            if sight.sees(each.item)
        ],
    }


def _own(look: Look) -> Iterable[UUID]:
    statements = look.state[RiskStatements].all.keys() | look.state[DesiredSituations].all.keys()
    return (item for item in statements if look.sight.sees(item))


def _heard(look: Look) -> list[Discussion]:
    """The discussions with this person by then that still count as held."""
    then, now = look.state[Discussions].all.values(), look.now[Discussions].all
    return [each for each in then if look.person in each.people and each.item in now]


def _risk(look: Look, sight: Sight, risk: RiskStatement) -> Data:
    said = sight.said(risk.words)
    return {
        "item": risk.item,
        "text": said("text"),
        "about": said("about"),
        "effect": said("effect"),
        **_common(look, risk),
    }


def _desired(look: Look, sight: Sight, desired: DesiredSituation) -> Data:
    said = sight.said(desired.words)
    return {
        "item": desired.item,
        "text": said("text"),
        "signs": sight.listed(desired.words, "signs"),
        "at_0": said("at_0"),
        "at_10": said("at_10"),
        "risk_statements": [item for item in desired.risk_statements if sight.sees(item)],
        **_common(look, desired),
    }


def _common(look: Look, statement: RiskStatement | DesiredSituation) -> Data:
    withdrawn = look.state[Withdrawals].of.get(statement.item)
    # As whom they speak tells of somebody too: "the network", where no one of it is known.
    owners = look.sight.known(statement.owners)
    return {
        "role": statement.role if owners or _by_the_team(statement) else None,
        "owners": owners,
        "affects": look.sight.known(statement.affects),
        "at": statement.at,
        "withdrawn_at": withdrawn.at if withdrawn else None,
        "discussions": _discussions(look, statement.item),
    } | _for_full_sight(look, statement.item)


def _by_the_team(statement: RiskStatement | DesiredSituation) -> bool:
    return statement.role is OwnerRole.PROFESSIONAL


def _for_full_sight(look: Look, item: UUID) -> Data:
    if not look.sight.full:
        return {}
    withdrawn = look.state[Withdrawals].of.get(item)
    return {
        "reason_withdrawn": look.sight.said(withdrawn.words)("reason") if withdrawn else None,
        "hidden_from": sorted(look.sight.reach(item).hidden_from),
    }


def _discussions(look: Look, item: UUID) -> list[Data]:
    full = look.sight.full
    found = look.state[Discussions].of(item)
    return [_discussion(look, each) for each in found if full or each in _heard(look)]


def _discussion(look: Look, held: Discussion) -> Data:
    """One discussion; to a person with nobody's reaction but their own."""
    reactions = look.sight.listed(held.words, "reactions")
    return {
        "at": held.at,
        "people": look.sight.known(held.people),
        "reactions": [r for r in reactions if look.sight.full or r.person == look.person],
    }
