"""The messages of the public topic, one per event, and the page that the feed answers with."""

from __future__ import annotations

from typing import Any

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import Event
from shared.web.asyncapi_schemas import PLAN_KEY, REF
from shared.web.cloud_event import Publisher
from shared.web.event_table import EventRow, event_rows
from shared.web.feed_schema import FeedAnswer

CONTENT_TYPE = "application/cloudevents+json"
PAGE = "bladzijde"
KAFKA = {"kafka": {"key": PLAN_KEY, "bindingVersion": "0.5.0"}}
HEADERS: dict[str, Any] = {
    "type": "object",
    "required": ["content-type", "seq"],
    "properties": {
        "content-type": {"const": CONTENT_TYPE},
        "seq": {
            "type": "string",
            "pattern": "^[0-9]+$",
            "description": "De plaats in de feed van de dienst, als tekst.",
        },
    },
}


def public_messages(catalogue: Catalogue, publisher: Publisher) -> dict[str, Any]:
    """A message per event, under its Dutch name, each with an example."""
    classes = {event_class.NAME: event_class for event_class in catalogue.events.values()}
    rows = event_rows(catalogue, publisher)
    return {row.name: _message(row, _description(catalogue, classes[row.name])) for row in rows}


def page_message() -> dict[str, Any]:
    """The answer of the feed."""
    return {
        PAGE: {
            "name": PAGE,
            "title": "Een bladzijde van de feed",
            "summary": "Gebeurtenissen op volgorde, en vanwaar het verder gaat.",
            "contentType": "application/json",
            "payload": {"$ref": REF + FeedAnswer.NAME},
            "tags": [{"name": "openbaar"}],
        }
    }


def readable(name: str) -> str:
    """A Dutch name on the wire as people write it: ``afspraak-gemaakt`` is Afspraak gemaakt."""
    return name.replace("-", " ").capitalize()


def _message(row: EventRow, description: str) -> dict[str, Any]:
    return {
        "name": row.type,
        "title": readable(row.name),
        "description": description,
        "contentType": CONTENT_TYPE,
        "headers": HEADERS,
        "payload": {"$ref": REF + row.name},
        "bindings": KAFKA,
        "examples": [{"name": row.name, "payload": row.example}],
        "tags": [{"name": "openbaar"}],
    }


def _description(catalogue: Catalogue, event_class: type[Event]) -> str:
    acts = [act.title for act in catalogue.acts.values() if event_class in act.emits]
    by = f"Volgt op de handeling: {', '.join(acts)}." if acts else "De dienst legt dit zelf vast."
    return f"{by} Legt vast: {', '.join(event_class.PARAGRAPHS)}."
