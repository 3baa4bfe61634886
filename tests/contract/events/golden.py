"""Golden files: every event class as it was once stored, with what it must still read as."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from services.evaluations.domain import catalogue as evaluations
from services.notifications.domain import catalogue as notifications
from services.plans.domain import catalogue as plans
from shared.eventbase.event import Event, shape
from shared.record.core import CoreForm
from shared.record.seal import decoder
from tests.contract.events.samples import kinds, sample, stamp

GOLDEN = Path(__file__).parent / "golden"
CATALOGUES = (plans, evaluations, notifications)
EVENTS: dict[str, type[Event]] = {
    topic: event for catalogue in CATALOGUES for topic, event in catalogue.events.items()
}
WRITTEN = [
    f"{topic}.v{version}"
    for topic, event in EVENTS.items()
    for version in range(1, event.CLASS_VERSION + 1)
]


def path_of(name: str) -> Path:
    """Where the golden file of a topic and version stands."""
    return GOLDEN / f"{name}.json"


def class_of(name: str) -> type[Event]:
    """The event class that reads a golden file; KeyError when there is none any more."""
    return EVENTS[name.rpartition(".v")[0]]


def written(event_class: type[Event]) -> dict[str, Any]:
    """What a golden file of this class would hold today."""
    event = sample(event_class)
    core = json.loads(CoreForm(event_class).write(event, stamp(event)))
    content = {
        name: msgspec.to_builtins(getattr(event, name).content)
        for name in shape(event_class).sealed
    }
    return {
        "core": core,
        "content": content,
        "reads_as": told(event),
        "kinds": kinds(event_class),
    }


def read(event_class: type[Event], stored: dict[str, Any]) -> Event:
    """The event in a golden file, by the record's own core form and content decoder."""
    form = CoreForm(event_class)
    fields = form.fields(form.read(as_stored(stored["core"])))
    for name, held in shape(event_class).sealed.items():
        if name in stored["content"]:
            content = json.dumps(stored["content"][name]).encode()
            fields[name] = msgspec.structs.replace(
                fields[name], content=decoder(held.content_type).decode(content)
            )
    return event_class(**fields)


def as_stored(core: dict[str, Any]) -> bytes:
    """The core in the bytes that the record writes: compact, ``class_version`` first."""
    return json.dumps(core, separators=(",", ":")).encode()


def told(event: Event) -> dict[str, Any]:
    """All that an event says, without what says nothing because it is the default.

    A field that was added since, with a default, changes nothing for what was stored before.
    """
    said: dict[str, Any] = {}
    for field in msgspec.structs.fields(type(event)):
        value = getattr(event, field.name)
        if value != field.default:
            said[field.name] = _plain(value)
    return said


def _plain(value: Any) -> Any:
    if hasattr(value, "content"):
        return _plain(value.content)
    if isinstance(value, msgspec.Struct):
        fields = msgspec.structs.fields(type(value))
        each = {f.name: (getattr(value, f.name), f.default) for f in fields}
        return {name: _plain(held) for name, (held, default) in each.items() if held != default}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return msgspec.to_builtins(value)
