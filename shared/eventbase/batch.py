"""Several acts decided as one: each sees what those before it led to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from shared.eventbase.act import Act
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.rule import Broken, Refused
from shared.eventbase.state import State


def decide_in_turn(
    catalogue: Catalogue, state: State, acts: Sequence[Act], around: Act, doing: Doing
) -> list[Event]:
    """The events of all ``acts``, in order; ``state`` ends as if they had been recorded.

    They happened when the act ``around`` them did, whatever they say themselves.
    Raises Refused with what was wrong in every one of them, not only in the first.
    """
    events: list[Event] = []
    broken: list[Broken] = []
    for act in acts:
        try:
            decided = catalogue.decide(state, as_part_of(around, act), doing)
        except Refused as refused:
            broken.extend(refused.broken)
            continue
        fold_in(catalogue, state, decided, around, doing)
        events.extend(decided)
    if broken:
        raise Refused(broken)
    return events


def as_part_of(around: Act, act: Act) -> Act:
    """``act``, happening when the act around it did: rules on time judge by what is recorded."""
    return msgspec.structs.replace(act, effective_at=around.effective_at)


def fold_in(
    catalogue: Catalogue, state: State, events: Iterable[Event], around: Act, doing: Doing
) -> None:
    """Changes ``state`` as it will be once ``events`` are recorded."""
    happened = around.effective_at or doing.now
    for event in events:
        catalogue.fold.evolve(state, provisional(state, event, happened, doing))


def provisional(state: State, event: Event, happened: datetime, doing: Doing) -> Recorded[Event]:
    """``event`` as it would be recorded after what made ``state``."""
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
        happened,
    )
    return Recorded(event, stamp)
