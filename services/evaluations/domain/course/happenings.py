"""Everything that happened, in the order of the fold: what a timeline is told from."""

from __future__ import annotations

from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.state import State


class Happenings:
    """All events that count, ours and followed ones; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Recorded[Event]] = []


@catalogue.fold.on_every
def _happened(state: State, event: Event, stamp: Stamp) -> None:
    state[Happenings].all.append(Recorded(event, stamp))
