"""Several acts decided as one: each sees what those before it led to."""

from __future__ import annotations

from collections.abc import Sequence

from shared.eventbase.act import Act
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.rule import Broken, Refused
from shared.eventbase.state import State


def decide_in_turn(
    catalogue: Catalogue, state: State, acts: Sequence[Act], doing: Doing
) -> list[Event]:
    """The events of all ``acts``, in order; ``state`` ends as if they had been recorded.

    Raises Refused with what was wrong in every one of them, not only in the first.
    """
    events: list[Event] = []
    broken: list[Broken] = []
    for act in acts:
        try:
            decided = catalogue.decide(state, act, doing)
        except Refused as refused:
            broken.extend(refused.broken)
            continue
        for event in decided:
            catalogue.fold.evolve(state, provisional(state, event, doing))
        events.extend(decided)
    if broken:
        raise Refused(broken)
    return events


def provisional(state: State, event: Event, doing: Doing) -> Recorded[Event]:
    """``event`` as it would be recorded next in its stream, now, by this actor."""
    stream = event.stream_id(state.plan_id)
    version = state.versions.get(stream, 0) + 1
    actor = doing.actor
    stamp = Stamp(
        doing.new_id(),
        state.plan_id,
        stream,
        version,
        doing.new_id(),
        actor.subject,
        actor.role,
        doing.now,
    )
    return Recorded(event, stamp)
