"""The people of the dossier, as far as they were followed (W7.1)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.events import PersonJoined
from services.evaluations.domain.followed.values import PartyKind
from shared.eventbase.belonging import belonging
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
    """The rule that everybody named in these fields of an act belongs to this dossier."""
    return belonging(lambda state: state[People].all, fields)


@catalogue.fold.on(PersonJoined)
def _joined(state: State, event: PersonJoined, stamp: Stamp) -> None:
    state[People].all[event.person] = event.kind
    state[Reaches].put(event.person, (event.person,), event.hidden_from)


catalogue.always(LEARNED_BY_THE_ORGANISATION, known_people("learned_by"))
