"""Everything of this dossier that mentions somebody, for people to choose from (R43)."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.erasing.linking import Link, SamePeople
from services.plans.domain.family.people import PersonAdded
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.eventbase.calendar import local_day
from shared.eventbase.event import Event, Recorded, shape
from shared.eventbase.sealed import Compartment, Kind
from shared.web.refusals import NotFound


class Way(enum.Enum):
    """How something mentions somebody: by their id, or by a name in its text."""

    NAMED = "named"
    IN_TEXT = "in-text"


def mentions_view(look: DossierLook, person: UUID) -> Data:
    """What mentions this person, also what was corrected since, and where else they stand.

    Raises NotFound for somebody who was never added to this dossier.
    """
    history = [each for each in look.history if _is_known(look, each)]
    names = _names(look, history, person)
    if names is None:
        raise NotFound
    pattern = _pattern(names)
    found = (row for each in history for row in _mentions(look, each, person, pattern))
    return {
        "person": person,
        "mentions": list(found),
        "links": [_link(look, link) for link in look.state[SamePeople].of(person)],
    }


def _is_known(look: DossierLook, recorded: Recorded[Any]) -> bool:
    stamp, moment = recorded.stamp, look.moment
    known = stamp.recorded_at is None or stamp.recorded_at <= moment.known
    return known and stamp.effective_at <= moment.valid


def _names(look: DossierLook, history: list[Recorded[Any]], person: UUID) -> list[str] | None:
    """The words of all names that somebody was given; None when they were never added.

    Of a name that has capitals, words without one are no names: "van", "de".
    """
    added = [r.event for r in history if isinstance(r.event, PersonAdded)]
    mine = [event for event in added if event.person == person]
    said = " ".join(text for event in mine for text in _texts(look, event, "details", "name"))
    words = re.findall(r"[^\W\d_]+", said)
    return [word for word in words if word[0].isupper()] or words if mine else None


def _pattern(names: list[str]) -> re.Pattern[str] | None:
    """Any of these names as a word, also with the s of a possessive."""
    if not names:
        return None
    any_of = "|".join(re.escape(name) for name in dict.fromkeys(names))
    return re.compile(rf"\b(?:{any_of})(?:['’]?s)?\b", re.IGNORECASE)


def _mentions(
    look: DossierLook, recorded: Recorded[Any], person: UUID, names: re.Pattern[str] | None
) -> Iterator[Data]:
    event: Event = recorded.event
    for field in shape(type(event)).sealed:
        held = event.compartment(field)
        ways = set(_ways(look, event, field, person, names))
        # What is about them alone goes with their own keys.
        if held.subject != person and ways:
            yield _row(recorded, held, ways)


def _ways(
    look: DossierLook, event: Event, field: str, person: UUID, names: re.Pattern[str] | None
) -> Iterator[Way]:
    core = (getattr(event, name) for name in shape(type(event)).core)
    if any(person in _ids(value) for value in core):
        yield Way.NAMED
    if names is not None and any(names.search(text) for text in _texts(look, event, field)):
        yield Way.IN_TEXT


def _row(recorded: Recorded[Any], held: Compartment, ways: set[Way]) -> Data:
    is_item = held.kind is Kind.ITEM
    return {
        "item": held.subject if is_item else None,
        "of_person": None if is_item else held.subject,
        "event_id": recorded.stamp.event_id,
        "name": type(recorded.event).NAME,
        "day": local_day(recorded.stamp.effective_at),
        "ways": [way for way in Way if way in ways],
    }


def _texts(look: DossierLook, event: Event, field: str, inner: str | None = None) -> list[str]:
    """The texts of some content, or of one field of it; none of what was erased."""
    content = look.sight.open(getattr(event, field))
    return list(_leaves(getattr(content, inner, None) if inner else content, str))


def _ids(value: Any) -> set[UUID]:
    return set(_leaves(value, UUID))


def _leaves(value: Any, kind: type) -> Iterator[Any]:
    if isinstance(value, kind):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _leaves(getattr(value, name), kind)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _leaves(each, kind)


def _link(look: DossierLook, link: Link) -> Data:
    return {
        "item": link.item,
        "plan": link.other_plan,
        "person": link.other_person,
        "reason": look.sight.said(link.words)("reason"),
        "at": link.at,
    }
