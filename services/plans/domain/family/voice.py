"""Who speaks: a worker who writes down what somebody said, or that person in their own name."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.family.people import People
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.rule import Rule, when
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


def _said_before(state: State, act: Act, doing: Doing) -> tuple[str, ...]:
    return when(own_voice(state, doing) is not None and act.effective_at is not None)


# A refusal of moments that are too early would tell somebody, moment by moment, when something
# changed that they do not read. What was said before, a worker can write down.
SPEAKS_NOW = Rule(
    "eigen-antwoord-is-nu",
    "W7.1",
    "Wie zelf antwoordt, doet dat nu. Laat weg wanneer het gebeurde.",
    _said_before,
)
