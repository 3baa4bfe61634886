"""Correction: a new event that points at the wrong one, with a reason (design section 3)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.event import Event
from shared.eventbase.sealed import Item
from shared.eventbase.sentence import Words


class CorrectionWords(msgspec.Struct, frozen=True):
    """Why the earlier event was wrong."""

    reason: str


class EventCorrected(Event, frozen=True):
    """An earlier event was wrong and no longer counts; it stays readable (domain.md 3.5)."""

    TOPIC = "evaluation.event-corrected"
    NAME = "verslag-gecorrigeerd"
    PARAGRAPHS = ("W8.1", "W9.1")
    STREAM = "stream"

    stream: UUID
    item: UUID
    words: Item[CorrectionWords]
    voids: UUID


@catalogue.sentence(EventCorrected)
def _tell(event: EventCorrected, words: Words) -> str:
    return f"Een eerder gegeven is gecorrigeerd, omdat: {words.text(event.words, 'reason')}"
