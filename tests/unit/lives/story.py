"""How every event reads, whom it concerns and what is owed from it: ``story-*.txt``, as approved.

After a change, ``python -m tests.unit.lives.story`` writes the files anew, to be read again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from shared.eventbase.event import Event, shape
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.sealed import Sealed, seal
from shared.eventbase.state import State
from tests.unit.lives.asking import SERVICES
from tests.unit.lives.filling import Said
from tests.unit.lives.ids import PEOPLE, kinds
from tests.unit.lives.life import people
from tests.unit.lives.test_nothing_lost import WHOLE_HISTORIES

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Long after everything in the whole histories: what can be late is late.
_LATER = datetime(2026, 3, 10, 9, tzinfo=UTC)


class _Numbered:
    """The words of one who may know everything: people go by the order in which they came."""

    def __init__(self, known: list[UUID]) -> None:
        self._known = known

    def name(self, person: UUID | None) -> str:
        return f"P{self._known.index(person)}" if person in self._known else "iemand"

    def names(self, people: Iterable[UUID]) -> str:
        return " en ".join(map(self.name, people)) or "iemand"

    def text(self, sealed: Sealed[Any] | None, field: str) -> str:
        found = getattr(sealed.content, field) if sealed is not None else None
        return "" if found is None else str(found)


def told(service: str, n: int) -> list[str]:
    """What is told of one act of a whole history: its events, and other events like them."""
    whole = WHOLE_HISTORIES[service]
    said = whole.say(n)
    history = [*whole.until(n), *said.recorded]
    words = _Numbered(people(history))
    lines = [line for each in said.recorded for line in _lines(service, each.event, said, words)]
    return lines + _follows(service, said, _Labels(kinds(history), words))


class _Labels:
    """What an id is called: a person by number, all else by the event that brought it."""

    def __init__(self, kind_of: dict[UUID, str], words: _Numbered) -> None:
        self._kind_of, self._words = kind_of, words

    def label(self, each: UUID | None) -> str:
        kind = self._kind_of.get(each, "-") if each is not None else "-"
        return self._words.name(each) if kind in PEOPLE else kind.partition(".")[2] or "-"

    def labelled(self, text: str) -> str:
        return _UUID.sub(lambda found: self.label(UUID(found[0])), text)


def _follows(service: str, said: Said, labels: _Labels) -> list[str]:
    """What is owed or open after an act and was not before it; and the other way round."""
    before, after = (Counter(_owed(service, s, labels)) for s in (said.before, said.after))
    begins = [f"  + {line}" for line in sorted((after - before).elements())]
    return begins + [f"  - {line}" for line in sorted((before - after).elements())]


def _owed(service: str, state: State, labels: _Labels) -> Iterator[str]:
    catalogue, _ = SERVICES[service]
    for due in catalogue.obligations(state, catalogue.terms()):
        done = f", gedaan {due.settled.at:%d-%m %H:%M}" if due.settled else ""
        times = f"sinds {due.opened.at:%d-%m %H:%M}, uiterlijk {due.due_at:%d-%m %H:%M}{done}"
        yield f"te doen ({due.rule} {due.duty}): {labels.label(due.about)} {times}"
    for point in catalogue.open_points(state, _LATER):
        yield f"open ({point.paragraph} {point.rule}): {labels.labelled(point.message)}"


def _lines(service: str, event: Event, said: Said, words: Any) -> Iterator[str]:
    tell = SERVICES[service][0].sentences[type(event)]
    reach = said.after[Reaches].of.get(getattr(event, event.SUBJECT, None), Reach())
    concerns, hidden = _all(reach.concerns, words), _all(reach.hidden_from, words)
    yield f"{event.NAME}: voor {concerns}, niet voor {hidden}"
    sentences = (tell(each, words) for each in (event, *others_like(event)))
    yield from (f"  {sentence}" for sentence in dict.fromkeys(sentences))


def _all(people: Iterable[UUID], words: Any) -> str:
    return " ".join(sorted(map(words.name, people))) or "niemand"


def others_like(event: Event) -> Iterator[Event]:
    """The same event with one thing said otherwise, or not at all."""
    for field in msgspec.structs.fields(type(event)):
        value = getattr(event, field.name)
        if value is True or value is False:
            yield msgspec.structs.replace(event, **{field.name: not value})
        elif not field.required and value != field.default:
            yield msgspec.structs.replace(event, **{field.name: field.default})
    for name in shape(type(event)).sealed:
        for other in _said_otherwise(getattr(event, name).content):
            yield msgspec.structs.replace(event, **{name: seal(other)})


def _said_otherwise(content: Any) -> Iterator[Any]:
    for field in msgspec.structs.fields(type(content)):
        if not field.required and getattr(content, field.name) != field.default:
            yield msgspec.structs.replace(content, **{field.name: field.default})


def keys(service: str) -> list[str]:
    """What each act of a whole history is called: its class, and which of those it is."""
    seen: Counter[str] = Counter()
    found = []
    for act, _ in WHOLE_HISTORIES[service].acts:
        seen[type(act).__name__] += 1
        found.append(f"{type(act).__name__} {seen[type(act).__name__]}")
    return found


def file(service: str) -> Path:
    """Where it stands."""
    return Path(__file__).with_name(f"story-{service}.txt")


@cache
def approved(service: str) -> dict[str, list[str]]:
    """What is to be told of each act."""
    parts = file(service).read_text("utf-8").strip().split("\n\n")
    return {part.splitlines()[0]: part.splitlines()[1:] for part in parts}


def write() -> None:
    """Writes down how it reads now."""
    for service in WHOLE_HISTORIES:
        parts = ["\n".join([key, *told(service, n)]) for n, key in enumerate(keys(service))]
        file(service).write_text("\n\n".join(parts) + "\n", "utf-8")


if __name__ == "__main__":
    write()
