"""A meeting entered in one go: several acts decided as one, which may point at one another.

What an earlier entry makes has no id until it is decided, so a later one names it by its label.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID, uuid5

import msgspec

from shared.eventbase.act import Act
from shared.eventbase.batch import as_part_of, fold_in
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.rule import Broken, Refused
from shared.eventbase.state import State

# The name space of labels: what a label stands for is the same in the schema and the decision.
_LABELS = UUID("3d9c9a53-6f0e-4c50-8f0a-6d1f0b0b6e55")


class Entry(msgspec.Struct, frozen=True):
    """One act of a meeting. ``label``: what later entries call the first thing that it makes."""

    act: Act
    label: str | None = None


class EnterTogether(Act, frozen=True, kw_only=True):
    """Records a meeting as it went: all acts, or none of them."""

    COMBINES = True

    entries: tuple[Entry, ...]

    @property
    def parts(self) -> tuple[Act, ...]:
        """The acts that it is made of."""
        return tuple(entry.act for entry in self.entries)


def placeholder(label: str) -> UUID:
    """What stands in an act for the thing that an earlier entry calls ``label``."""
    return uuid5(_LABELS, label)


def register(catalogue: Catalogue) -> None:
    """Lets meetings be entered in one go in a service."""

    @catalogue.act(EnterTogether, "Samen vastleggen", ("S6.2", "S7.4"), ())
    def enter_together(state: State, act: EnterTogether, doing: Doing) -> Sequence[Event]:
        """Every act in its order, each seeing what those before it led to."""
        return _decided(catalogue, state, act, doing)


def _decided(catalogue: Catalogue, state: State, act: EnterTogether, doing: Doing) -> list[Event]:
    events: list[Event] = []
    broken: list[Broken] = []
    made: dict[UUID, UUID] = {}
    for entry in act.entries:
        first = doing.new_id()
        try:
            part = as_part_of(act, _filled(entry.act, made))
            decided = catalogue.decide(state, part, _beginning(doing, first))
        except Refused as refused:
            broken.extend(refused.broken)
            continue
        finally:
            # Also of what was refused: what points at it should not be refused for that as well.
            if entry.label is not None:
                made[placeholder(entry.label)] = first
        fold_in(catalogue, state, decided, act, doing)
        events.extend(decided)
    if broken:
        raise Refused(broken)
    return events


def _beginning(doing: Doing, first: UUID) -> Doing:
    """The same circumstances, with the id that comes first chosen already."""
    ids = iter((first,))
    return msgspec.structs.replace(doing, new_id=_then(ids, doing.new_id))


def _then(ids: Any, new_id: Callable[[], UUID]) -> Callable[[], UUID]:
    return lambda: next(ids, None) or new_id()


def _filled(value: Any, made: dict[UUID, UUID]) -> Any:
    """``value`` with what was made in the place of each label."""
    if isinstance(value, UUID):
        return made.get(value, value)
    if isinstance(value, tuple):
        return tuple(_filled(each, made) for each in value)
    if isinstance(value, msgspec.Struct):
        fields = {name: _filled(getattr(value, name), made) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **fields)
    return value
