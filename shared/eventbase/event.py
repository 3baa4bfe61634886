"""Events, and the stamp that the record puts on them (design sections 1 and 4)."""

from __future__ import annotations

import enum
from datetime import date, datetime
from functools import cache
from typing import (
    Annotated,
    Any,
    ClassVar,
    Generic,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)
from uuid import UUID

import msgspec

from shared.eventbase.sealed import Compartment, Kind, Sealed

_CORE_TYPES = (UUID, datetime, date, bool, int, type(None))


AwareMoment = Annotated[datetime, msgspec.Meta(tz=True)]


class Event(msgspec.Struct, frozen=True, gc=False):
    """An immutable fact: what a decision states happened. Base of every event class.

    A subclass declares its stable ``TOPIC`` (``plan.agreement-made``), its Dutch ``NAME`` on
    the wire, and the ``PARAGRAPHS`` (W/S ids) it records. ``STREAM`` names the field that holds
    its stream's id; without it the event belongs to the plan's own stream. ``SUBJECT`` names
    the field whose id the content's compartment carries. ``LASTING``: no correction takes it back.
    ``ABOUT`` names the field that holds the earlier item it is about, if it is not about its
    subject; ``ENDS``: that stands no longer, or, when False, again.
    ``BEGINS``: there is a dossier from here on.

    Raises TypeError when a subclass keeps anything but ids, kinds, moments and numbers outside
    a compartment: text that nobody placed could otherwise never be withheld or erased.
    """

    TOPIC: ClassVar[str] = ""
    NAME: ClassVar[str] = ""
    PARAGRAPHS: ClassVar[tuple[str, ...]] = ()
    CLASS_VERSION: ClassVar[int] = 1
    STREAM: ClassVar[str | None] = None
    SUBJECT: ClassVar[str] = "item"
    LASTING: ClassVar[bool] = False
    ABOUT: ClassVar[str | None] = None
    ENDS: ClassVar[bool | None] = None
    BEGINS: ClassVar[bool] = False

    def stream_id(self, plan_id: UUID) -> UUID:
        """The stream this event is appended to."""
        return plan_id if self.STREAM is None else getattr(self, self.STREAM)

    def plan_of(self, plan_id: UUID) -> UUID:
        """The plan whose dossier this event stands in: that of the act that it comes of."""
        return plan_id

    def compartment(self, field: str) -> Compartment:
        """The compartment of this instance's sealed ``field``."""
        return Compartment(shape(type(self)).sealed[field].kind, getattr(self, self.SUBJECT))


class SealedField(msgspec.Struct, frozen=True):
    """One sealed field of an event class: its compartment's kind, its content's type."""

    kind: Kind
    content_type: type


class Shape(msgspec.Struct, frozen=True):
    """How an event class divides: the names of its core fields, and its sealed fields."""

    core: tuple[str, ...]
    sealed: dict[str, SealedField]
    core_type: type


@cache
def shape(event_class: type[Event]) -> Shape:
    """The division of an event class into core and sealed fields; TypeError on undeclared text."""
    hints = get_type_hints(event_class, include_extras=True)
    fields = {field.name: field for field in msgspec.structs.fields(event_class)}
    sealed = {name: _sealed(hints[name]) for name in fields if _is_sealed(hints[name])}
    core = tuple(name for name in fields if name not in sealed)
    for name in core:
        if not _is_core(hints[name]):
            raise TypeError(
                f"{event_class.__name__}.{name}: text belongs in Item, Party or Address"
            )
    parts = [_part(fields[name], hints[name]) for name in core]
    return Shape(core, sealed, msgspec.defstruct(f"{event_class.__name__}Core", parts, frozen=True))


def _part(field: msgspec.structs.FieldInfo, hint: Any) -> tuple[Any, ...]:
    # At most one of the two is there.
    left_out = {"default": field.default, "default_factory": field.default_factory}
    return field.name, _aware(hint), msgspec.field(**left_out)


def _aware(hint: Any) -> Any:
    # A moment without an offset is no moment: it may not get into the record.
    if hint in (datetime, datetime | None):
        return AwareMoment if hint is datetime else AwareMoment | None
    return hint


def _is_sealed(hint: Any) -> bool:
    return get_origin(hint) is Annotated and get_origin(get_args(hint)[0]) is Sealed


def _sealed(hint: Any) -> SealedField:
    sealed, kind = get_args(hint)
    return SealedField(kind, get_args(sealed)[0])


def _is_core(hint: Any) -> bool:
    if hint in _CORE_TYPES or (isinstance(hint, type) and issubclass(hint, enum.Enum)):
        return True
    if isinstance(hint, type) and issubclass(hint, CoreValue):
        return all(_is_core(inner) for inner in get_type_hints(hint).values())
    return bool(get_args(hint)) and all(a is Ellipsis or _is_core(a) for a in get_args(hint))


class CoreValue(msgspec.Struct, frozen=True, gc=False):
    """A small value made of ids, kinds, moments and numbers, allowed in an event's core."""


class Stamp(msgspec.Struct, frozen=True, gc=False):
    """Who says so, where in the record it stands, and its two clocks.

    ``effective_at``: when it happened, claimed, never later than recorded. ``recorded_at``: when
    it was stored, set by the record in the append; None before. ``learned_at`` and ``learned_by``:
    when and by whom the organisation heard of it, a claim and not an axis. ``actor`` is the
    token's subject, ``person`` the involved person that token stands for, if any. ``source`` is
    the service whose feed it was followed from, None for an event of our own record.
    """

    event_id: UUID
    plan_id: UUID
    stream_id: UUID
    version: int
    act_id: UUID
    actor: str
    role: str
    effective_at: datetime
    person: UUID | None = None
    learned_at: datetime | None = None
    learned_by: UUID | None = None
    recorded_at: datetime | None = None
    seq: int | None = None
    source: str | None = None


E = TypeVar("E", bound=Event)


class Recorded(msgspec.Struct, Generic[E], frozen=True, gc=False):
    """One event with its stamp: what the record keeps and the fold reads."""

    event: E
    stamp: Stamp

    @property
    def originator_id(self) -> UUID:
        """The stream, under the name that the eventsourcing library uses."""
        return self.stamp.stream_id

    @property
    def originator_version(self) -> int:
        """The place in the stream, from 1, under the eventsourcing library's name."""
        return self.stamp.version
