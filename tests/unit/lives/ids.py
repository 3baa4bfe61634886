"""Which ids there are in a dossier, and of what kind each act asks for one."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

import msgspec

from shared.eventbase.act import Act
from shared.eventbase.event import Recorded, shape

PERSON, PROFESSIONAL, EVENT = "a person", "a professional", "an event"
PEOPLE = {PERSON, PROFESSIONAL}
Place = tuple[str, str]
_ANY = ""


def kinds(history: Iterable[Recorded[Any]]) -> dict[UUID, str]:
    """Every id in a history, by the event and the field that it first stood in; and of people."""
    found: dict[UUID, str] = {}
    for recorded in history:
        event = recorded.event
        for field in shape(type(event)).core:
            for each in ids_in(getattr(event, field)):
                found.setdefault(each, f"{event.TOPIC}.{field}")
        found[recorded.stamp.event_id] = EVENT
        if event.TOPIC == "plan.person-added":
            found[event.person] = PROFESSIONAL if event.kind.name == "PROFESSIONAL" else PERSON
    return found


def ids_in(value: Any) -> Iterator[UUID]:
    """Every id in a value, however deep."""
    if isinstance(value, UUID):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from ids_in(each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from ids_in(getattr(value, name))


def asked(acts: Iterable[Act], kind_of: dict[UUID, str]) -> dict[Place, set[str]]:
    """Of what kinds the ids were that acts named, per field of an act, and of any act."""
    found: dict[Place, set[str]] = defaultdict(set)
    for act in acts:
        for field in act.__struct_fields__:
            value = getattr(act, field)
            if not _holds_acts(value):
                named = {kind_of[each] for each in ids_in(value) if each in kind_of}
                found[type(act).__name__, field] |= named
                found[_ANY, field] |= named
    return found


def _holds_acts(value: Any) -> bool:
    return isinstance(value, Act) or (isinstance(value, tuple) and any(map(_holds_acts, value)))


class Ids:
    """The ids of a dossier as it is, from which those that an act names are drawn."""

    def __init__(self, history: Iterable[Recorded[Any]], asked: dict[Place, set[str]]) -> None:
        self._asked = asked
        self._by_kind: dict[str, list[UUID]] = defaultdict(list)
        for each, kind in kinds(history).items():
            self._by_kind[kind].append(each)

    def draw(self, place: Place, rng: random.Random) -> UUID:
        """An id that this field may well ask for; now and then any other, or one of nothing."""
        alike = self._asked.get((_ANY, place[1]))
        asked = sorted(self._asked.get(place) or alike or PEOPLE)
        found = [each for kind in asked for each in self._by_kind[kind]]
        if rng.random() < 0.03 or not found:
            found = [each for all_of in self._by_kind.values() for each in all_of]
        return UUID(int=rng.getrandbits(32)) if rng.random() < 0.01 else rng.choice(found)
