"""The people of a plan and its case lead, as followed from plans (W7.1, W7.2)."""

from __future__ import annotations

from uuid import UUID

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.followed import CaseLeadAssigned, PartyKind, PersonAdded
from shared.eventbase.act import Act
from shared.eventbase.belonging import belonging, named_in
from shared.eventbase.doing import Doing
from shared.eventbase.event import Stamp
from shared.eventbase.learned import LEARNED_BY_THE_ORGANISATION
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule
from shared.eventbase.state import State


class People:
    """What kind of party everybody is, and who has the lead; a part of the state."""

    def __init__(self) -> None:
        self.kinds: dict[UUID, PartyKind] = {}
        self.case_lead: UUID | None = None


def known_people(*fields: str) -> Rule:
    """The rule that everybody named in these fields of an act belongs to this dossier."""
    return belonging(lambda state: state[People].kinds, fields)


def professionals(name: str, message: str, *fields: str) -> Rule:
    """The rule that only a professional may be named in these fields of an act."""

    def others(state: State, act: Act, doing: Doing) -> list[str]:
        kinds = state[People].kinds
        named = [person for person in named_in(act, fields) if person in kinds]
        return [str(p) for p in named if kinds[p] is not PartyKind.PROFESSIONAL]

    return Rule(name, "W8.4", message, others)


@catalogue.fold.on(PersonAdded)
def _added(state: State, event: PersonAdded, stamp: Stamp) -> None:
    state[People].kinds[event.person] = event.kind
    state[Reaches].put(event.person, (event.person,), event.hidden_from)


@catalogue.fold.on(CaseLeadAssigned)
def _assigned(state: State, event: CaseLeadAssigned, stamp: Stamp) -> None:
    state[People].case_lead = event.person


catalogue.always(LEARNED_BY_THE_ORGANISATION, known_people("learned_by"))
