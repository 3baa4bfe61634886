"""When and from whom the organisation heard of something: said by whoever works for it."""

from __future__ import annotations

from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.rule import Rule, when
from shared.eventbase.state import State


def _by_a_person(state: State, act: Act, doing: Doing) -> tuple[str, ...]:
    claimed = act.learned_at is not None or act.learned_by is not None
    return when(claimed and doing.actor.role == "person")


# Terms run from when something was heard of: whoever could say that as well could make a worker
# late, or say in the dossier from whom the organisation knows something.
LEARNED_BY_THE_ORGANISATION = Rule(
    "vernomen-door-organisatie",
    "W9.1",
    "Wanneer en van wie dit is vernomen, schrijft een werker op. Laat dat weg.",
    _by_a_person,
)
