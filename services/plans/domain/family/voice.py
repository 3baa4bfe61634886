"""Who speaks: a worker who writes down what somebody said, or that person in their own name."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.family.people import People
from shared.eventbase.doing import Doing
from shared.eventbase.state import State
from shared.eventbase.unknown import NotInvolved

PERSON = "person"
SPEAKERS = ("worker", PERSON)


def own_voice(state: State, doing: Doing) -> UUID | None:
    """The person who speaks in their own name; None for a worker.

    Raises NotInvolved for a person's token that is not of this dossier.
    """
    if doing.actor.role != PERSON:
        return None
    if doing.actor.person is None or doing.actor.person not in state[People].all:
        raise NotInvolved
    return doing.actor.person
