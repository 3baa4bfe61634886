"""Between an event as the domain knows it and the sealed bytes that are stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import msgspec
from eventsourcing.persistence import Mapper

from shared.eventbase.event import Event, Recorded, Stamp, shape
from shared.eventbase.sealed import CORE, Compartment, Erased, Sealed
from shared.record.box import Box
from shared.record.core import Core, CoreForm, unreadable
from shared.record.envelope import Envelope, Part, pack, unpack
from shared.record.erased import erased
from shared.record.errors import UnknownTopicError
from shared.record.micros import to_moment
from shared.record.place import Place
from shared.record.seal import Plain, Sealer, decoder
from shared.record.stored import RecordedEvent, SealedEvent

CORE_PART = "core"


class SealedMapper(Mapper[UUID]):
    """Seals every part on the way in; on the way out opens the core only, content stays boxed.

    Topics are looked up among ``events``: a topic in a row never decides what is imported.
    """

    def __init__(self, events: Mapping[str, type[Event]], sealer: Sealer) -> None:
        # The library's transcoder, compressor and cipher are not used: both methods are ours.
        self._events = dict(events)
        self._forms = {topic: CoreForm(event) for topic, event in events.items()}
        self._sealer = sealer
        for event in events.values():
            for part in shape(event).sealed.values():
                decoder(part.content_type)

    def prepare(self, events: Iterable[Recorded[Any]]) -> None:
        """Makes the keys of all these events at once, instead of one by one."""
        wanted: dict[UUID, set[Compartment]] = defaultdict(set)
        for recorded in events:
            event: Event = recorded.event
            names = shape(type(event)).sealed
            wanted[recorded.stamp.plan_id] |= {CORE, *(event.compartment(n) for n in names)}
        self._sealer.prepare(wanted)

    def to_stored_event(  # type: ignore[override]  # this record holds Recorded, nothing else
        self, domain_event: Recorded[Any]
    ) -> SealedEvent:
        """The event sealed. Raises UnknownTopicError, UnreadableEventError or ErasedPlanError."""
        event: Event = domain_event.event
        stamp = domain_event.stamp
        form = self._form(event.TOPIC)
        core = Plain(CORE_PART, CORE, form.write(event, stamp))
        contents = [_content(event, name) for name in shape(type(event)).sealed]
        place = _place(stamp, event.TOPIC)
        parts = self._sealer.seal(place, [core, *contents])
        return SealedEvent(
            originator_id=stamp.stream_id,
            originator_version=stamp.version,
            topic=event.TOPIC,
            state=pack(stamp.plan_id, stamp.event_id, parts),
            plan_id=stamp.plan_id,
            event_id=stamp.event_id,
            commitments=tuple(part.commitment.hex() for part in parts),
        )

    def to_domain_event(  # type: ignore[override]  # what our recorders select is RecordedEvent
        self, stored_event: RecordedEvent
    ) -> Recorded[Any]:
        """The event with its content in closed boxes, or an erased one when its core is gone.

        Raises TamperedError, UnknownTopicError, NewerEventError or KeyStoreError.
        """
        form = self._form(stored_event.topic)
        envelope = unpack(stored_event.state)
        place = _stored_place(stored_event, envelope)
        content = self._sealer.open_part(place, envelope.parts[0])
        if isinstance(content, Erased):
            at = to_moment(stored_event.recorded_at)
            return erased(
                place.event_id, place.plan_id, place.stream_id, place.version, at, stored_event.id
            )
        core = form.read(content)
        event_class = self._events[stored_event.topic]
        event = _boxed(event_class, form.fields(core), place, envelope.parts)
        return Recorded(event, _stamp(place, core, stored_event))

    def open_core(self, stored_event: RecordedEvent) -> tuple[bytes, bytes] | Erased:
        """The salt and the JSON bytes of an event's core: what its leaf commits to, for who has no

        keys. Raises TamperedError or KeyStoreError.
        """
        envelope = unpack(stored_event.state)
        box = Box(_stored_place(stored_event, envelope), envelope.parts[0], None)
        return self._sealer.open_salted(Sealed(None, box))

    def _form(self, topic: str) -> CoreForm:
        form = self._forms.get(topic)
        if form is None:
            raise UnknownTopicError(
                f"Het onderwerp {topic!r} is hier niet bekend. "
                "Hoort deze database bij deze dienst en bij deze versie van Vangnet?"
            )
        return form


def _place(stamp: Stamp, topic: str) -> Place:
    return Place(stamp.plan_id, stamp.stream_id, stamp.version, stamp.event_id, topic)


def _stored_place(stored: RecordedEvent, envelope: Envelope) -> Place:
    return Place(
        stored.plan_id,
        stored.originator_id,  # type: ignore[arg-type]  # a UUID in every record of ours
        stored.originator_version,
        envelope.event_id,
        stored.topic,
    )


def _content(event: Event, name: str) -> Plain:
    sealed: Sealed[Any] = getattr(event, name)
    if sealed.box is not None:
        raise unreadable(event, f"'{name}' komt uit het register en is al verzegeld")
    content = msgspec.json.encode(sealed.content)
    try:
        decoder(shape(type(event)).sealed[name].content_type).decode(content)
    except msgspec.ValidationError as error:
        raise unreadable(event, f"'{name}': {error}") from error
    return Plain(name, event.compartment(name), content)


def _boxed(
    event_class: type[Event], fields: dict[str, Any], place: Place, parts: tuple[Part, ...]
) -> Event:
    # A sealed field that was added to the class after this event was stored stays empty.
    sealed = shape(event_class).sealed
    for part in parts:
        field = sealed.get(part.name)
        if field is not None:
            fields[part.name] = Sealed(None, Box(place, part, field.content_type))
    return event_class(**fields)


def _stamp(place: Place, core: Core[Any], stored: RecordedEvent) -> Stamp:
    return Stamp(
        place.event_id,
        place.plan_id,
        place.stream_id,
        place.version,
        core.act_id,
        core.actor,
        core.role,
        core.effective_at,
        core.person,
        core.learned_at,
        core.learned_by,
        to_moment(stored.recorded_at),
        stored.id,
        core.source,
    )
