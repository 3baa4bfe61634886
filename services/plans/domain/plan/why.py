"""Why there is a plan: the statements that it stands on, and an agreement without any (S4.4)."""

from __future__ import annotations

from datetime import datetime

from services.plans.domain.catalogue import catalogue
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.plan.versions import Versions
from services.plans.domain.statements.owners import OwnerRole
from services.plans.domain.statements.risk_statements import risks_standing
from shared.eventbase.rule import Flag, when
from shared.eventbase.state import State


def _no_professional(state: State, at: datetime) -> tuple[str, ...]:
    # On the acute path too: it may come later there, and must not be forgotten (domain.md 4.2).
    said = any(each.role is OwnerRole.PROFESSIONAL for each in risks_standing(state))
    return when(state[Versions].current is not None and not said)


def _without_why(state: State, at: datetime) -> list[str]:
    reasons = {line.item for line in state[BottomLines].standing}
    reasons |= {each.item for each in risks_standing(state)}
    return [
        str(agreement.item)
        for agreement in state[Agreements].standing
        if reasons.isdisjoint((*agreement.bottom_lines, *agreement.risk_statements))
    ]


catalogue.flag(
    Flag(
        "risico-uitspraak-professional-ontbreekt",
        "S4.3",
        "De risico-uitspraak van de professional ontbreekt.",
        _no_professional,
    ),
    Flag(
        "afspraak-zonder-waarom",
        "S4.4",
        "Afspraak {} hoort bij geen bodemeis en geen risico-uitspraak die geldt.",
        _without_why,
    ),
)
