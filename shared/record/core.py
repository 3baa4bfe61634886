"""The core part of an event: the stamp's own fields and the event's core, as typed JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar, cast
from uuid import UUID

import msgspec

from shared.eventbase.event import Event, Stamp, shape
from shared.eventbase.sealed import Sealed
from shared.record.errors import NewerEventError, UnreadableEventError

C = TypeVar("C")
Aware = Annotated[datetime, msgspec.Meta(tz=True)]


class Core(msgspec.Struct, Generic[C], frozen=True, omit_defaults=True):
    """What the core compartment holds. What the row itself shows is not repeated here.

    ``class_version`` stands first, so that the bytes tell whether they need an upcast.
    """

    class_version: int
    act_id: UUID
    actor: str
    role: str
    effective_at: Aware
    event: C
    person: UUID | None = None
    learned_at: Aware | None = None
    learned_by: UUID | None = None
    source: str | None = None


class CoreForm:
    """How the core of one event class is written and read back, its older versions too.

    An older version is brought up by the class's static ``upcast_v1_v2(core)``, which changes
    the event's dict of core fields in place, before anything is typed.
    """

    def __init__(self, event_class: type[Event]) -> None:
        form = shape(event_class)
        self._event_class = event_class
        self._names = form.core
        self._empty = {name: Sealed[Any]() for name in form.sealed}
        self._core_type = form.core_type
        self._whole: Any = cast(Any, Core)[form.core_type]
        self._decode = msgspec.json.Decoder(self._whole).decode
        self._present = b'{"class_version":%d,' % event_class.CLASS_VERSION

    def write(self, event: Event, stamp: Stamp) -> bytes:
        """The JSON bytes. Raises UnreadableEventError for what could not be read back."""
        content = msgspec.json.encode(
            Core(
                self._event_class.CLASS_VERSION,
                stamp.act_id,
                stamp.actor,
                stamp.role,
                stamp.effective_at,
                self._core_type(*[getattr(event, name) for name in self._names]),
                stamp.person,
                stamp.learned_at,
                stamp.learned_by,
                stamp.source,
            )
        )
        try:
            self._decode(content)
        except msgspec.ValidationError as error:
            raise unreadable(event, str(error)) from error
        return content

    def read(self, content: bytes) -> Core[Any]:
        """The core, upcast to the present class version. Raises NewerEventError."""
        if content.startswith(self._present):
            return self._decode(content)  # type: ignore[no-any-return]  # its type is made at run time
        return self._upcast(content)

    def _upcast(self, content: bytes) -> Core[Any]:
        raw = msgspec.json.decode(content)
        last = self._event_class.CLASS_VERSION
        if raw["class_version"] > last:
            raise NewerEventError(
                f"'{self._event_class.TOPIC}' is vastgelegd met een nieuwere versie van Vangnet. "
                "Installeer die versie."
            )
        for version in range(raw["class_version"], last):
            getattr(self._event_class, f"upcast_v{version}_v{version + 1}")(raw["event"])
        return msgspec.convert({**raw, "class_version": last}, self._whole)  # type: ignore[no-any-return]  # idem

    def fields(self, core: Core[Any]) -> dict[str, Any]:
        """The event's fields by name, the sealed ones empty."""
        fields: dict[str, Any] = self._empty.copy()
        for name in self._names:
            fields[name] = getattr(core.event, name)
        return fields


def unreadable(event: Event, reason: str) -> UnreadableEventError:
    """The error for an event that would not come back as it went in."""
    return UnreadableEventError(f"{type(event).__name__} kan niet worden vastgelegd: {reason}")
