"""Whose a statement is: named people, and as whom they speak (S4.1, S4.3)."""

from __future__ import annotations

import enum
from typing import Any

from services.plans.domain.family.people import PartyKind, People, known_people
from shared.eventbase.doing import Doing
from shared.eventbase.rule import Rule, when
from shared.eventbase.state import State


class OwnerRole(enum.Enum):
    """As whom the owners of a statement speak (S4)."""

    FAMILY = "family"
    NETWORK = "network"
    PROFESSIONAL = "professional"


_PROFESSIONALS = (PartyKind.PROFESSIONAL, PartyKind.AGENCY)


def _not_professional(state: State, act: Any, doing: Doing) -> list[str]:
    if act.role is not OwnerRole.PROFESSIONAL:
        return []
    known = [state[People].all[owner] for owner in act.owners if owner in state[People].all]
    return [str(each.person) for each in known if each.kind not in _PROFESSIONALS]


OWNED = (
    known_people("owners", "affects", "hidden_from"),
    Rule(
        "uitspraak-zonder-eigenaar",
        "S4.1",
        "Noem van wie deze uitspraak is.",
        lambda state, act, doing: when(not act.owners),
    ),
    Rule(
        "uitspraak-vakkracht",
        "S4.3",
        "Persoon {} is geen beroepskracht en spreekt dus niet namens de professionals.",
        _not_professional,
    ),
)
