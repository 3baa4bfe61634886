"""Who says something: open to the network too, each in their own name (W9.1, S7.2)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.evaluations.domain.followed.people import People
from shared.eventbase.doing import Doing
from shared.eventbase.rule import Rule, when
from shared.eventbase.state import State
from shared.eventbase.unknown import NotInvolved

PERSON = "person"
ANYBODY = ("worker", "colleague", "supervisor", PERSON)


def admit(state: State, doing: Doing) -> None:
    """Raises NotInvolved for a person's token that is not of this dossier."""
    if doing.actor.role == PERSON and doing.actor.person not in state[People].all:
        raise NotInvolved


def said_by(named: UUID | None, doing: Doing) -> UUID | None:
    """Who says it: whoever's token it is, or whom somebody who works with the family names."""
    return doing.actor.person if doing.actor.role == PERSON else named


def in_own_name(field: str, described: str | None = None) -> Rule:
    """The rule that a person names nobody but themselves in this field of an act."""

    def in_anothers(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
        named = getattr(act, field) not in (None, doing.actor.person)
        other = described is not None and getattr(act, described) is not None
        return when(doing.actor.role == PERSON and (named or other))

    return Rule("melder-is-uzelf", "W9.1", "U kunt alleen namens uzelf melden.", in_anothers)


ONE_REPORTER = Rule(
    "een-melder",
    "W9.1",
    "Noem de melder als persoon van dit dossier, of omschrijf wie het was.",
    lambda state, act, doing: when(
        act.reporter is not None and act.reporter_description is not None
    ),
)
