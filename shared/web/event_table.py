"""The generated table of a service's events: the NL GOV profile wants each type explained."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

import msgspec
import orjson

from shared.eventbase.catalogue import Catalogue
from shared.web.cloud_event import PublicEvent, Publisher, cloud_event, event_type

_EXAMPLE_ID = UUID("9f1c1f0e-7f5f-4c49-9c7e-4f3e2d1c0b9a")
_EXAMPLE_TIME = datetime.fromisoformat("2026-03-01T12:00:00+00:00")


class EventRow(msgspec.Struct, frozen=True):
    """One kind of event: its type, Dutch name, the paragraphs it records, and an example."""

    type: str
    name: str
    paragraphs: tuple[str, ...]
    example: dict[str, Any]


def event_rows(catalogue: Catalogue, publisher: Publisher) -> list[EventRow]:
    """A row per event class, by type. ValueError when subscribers could mistake two types."""
    classes = sorted(catalogue.events.values(), key=lambda found: found.NAME)
    mistaken = mistakable(found.NAME for found in classes)
    if mistaken:
        raise ValueError(f"one event name holds another: {mistaken}")
    return [
        EventRow(
            event_type(found.NAME, publisher.type_prefix),
            found.NAME,
            found.PARAGRAPHS,
            _example(found.NAME, publisher),
        )
        for found in classes
    ]


def mistakable(names: Iterable[str]) -> list[tuple[str, str]]:
    """Neighbouring names of which one begins the other, or is it; empty when there are none.

    Open Notificaties matches substrings of the type, so a subscriber to the one gets the other.
    """
    ordered = sorted(names)
    return [(a, b) for a, b in pairwise(ordered) if b.startswith(a)]


def event_table(rows: Iterable[EventRow]) -> str:
    """The rows as Markdown, each example under the table."""
    rows = list(rows)
    head = "| type | gebeurtenis | paragrafen |\n|---|---|---|\n"
    lines = [f"| `{r.type}` | {r.name} | {', '.join(r.paragraphs)} |\n" for r in rows]
    examples = [f"\n## {r.name}\n\n```json\n{_pretty(r.example)}\n```\n" for r in rows]
    return head + "".join(lines) + "".join(examples)


def _example(name: str, publisher: Publisher) -> dict[str, Any]:
    event = PublicEvent(
        seq=42,
        stream_id=_EXAMPLE_ID,
        version=4,
        plan_id=_EXAMPLE_ID,
        name=name,
        effective_at=_EXAMPLE_TIME,
        recorded_at=_EXAMPLE_TIME,
    )
    return cloud_event(event, publisher)


def _pretty(example: dict[str, Any]) -> str:
    return orjson.dumps(example, option=orjson.OPT_INDENT_2).decode()
