"""The meldcode, or else both messages to everybody of the family: what is still owed (W2)."""

from __future__ import annotations

from datetime import datetime

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.dossier import Dossier
from services.plans.domain.family.people import PartyKind, People
from services.plans.domain.groundwork.meldcode import Meldcode
from services.plans.domain.groundwork.transparency import Message, Transparency
from services.plans.domain.groundwork.unsafety import Classifications
from shared.eventbase.rule import Flag, when
from shared.eventbase.state import State


def messages_owed(state: State) -> list[str]:
    """Which message was not given to whom of the family (W2.2)."""
    family = [p.person for p in state[People].all.values() if p.kind is PartyKind.FAMILY]
    given = state[Transparency].given
    return [
        f"{message.value} aan {person}"
        for person in family
        for message in Message
        if message not in given.get(person, ())
    ]


def _untold(state: State, at: datetime) -> list[str]:
    if state[Classifications].current is None or state[Meldcode].is_decided:
        return []
    return messages_owed(state)


def _undecided(state: State, at: datetime) -> tuple[str, ...]:
    told = state[Transparency].given and not messages_owed(state)
    return when(state[Dossier].item and not state[Meldcode].is_decided and not told)


catalogue.flag(
    Flag("meldcode-open", "W2.1", "Meldcode of boodschap 2a/2b.", _undecided),
    Flag("boodschap-open", "W2.2", "Boodschap {} is nog niet gegeven.", _untold),
)
