"""The people of the dossier, as far as they were followed (W7.1)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.events import PersonJoined
from services.evaluations.domain.followed.values import PartyKind
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Stamp
from shared.eventbase.learned import LEARNED_BY_THE_ORGANISATION
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule
from shared.eventbase.state import State


class People:
    """Which people have to do with the plan, and as what; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, PartyKind] = {}


def known_people(*fields: str) -> Rule:
    """The rule that everybody named in these fields of an act belongs to this dossier.

    To whom somebody is hidden from, that is somebody who does not belong to it.
    """

    def unknown(state: State, act: Act, doing: Doing) -> list[str]:
        named = [person for field in fields for person in _as_people(getattr(act, field))]
        hidden = _hidden_from(state, doing.actor.person)
        known = state[People].all.keys() - hidden
        return [str(person) for person in dict.fromkeys(named) if person not in known]

    return Rule("persoon-onbekend", "W7.1", "Persoon {} hoort niet bij dit dossier.", unknown)


def _hidden_from(state: State, person: UUID | None) -> set[UUID]:
    reaches = state[Reaches].of
    return {each for each in state[People].all if person in reaches[each].hidden_from}


def _as_people(value: UUID | tuple[UUID, ...] | None) -> tuple[UUID, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


@catalogue.fold.on(PersonJoined)
def _joined(state: State, event: PersonJoined, stamp: Stamp) -> None:
    state[People].all[event.person] = event.kind
    state[Reaches].put(event.person, (event.person,), event.hidden_from)


catalogue.always(LEARNED_BY_THE_ORGANISATION, known_people("learned_by"))
