"""The history of informing as Dutch sentences, in the order in which it happened (W8.4)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.notifications.domain import catalogue
from services.notifications.domain.notices import Notices
from services.notifications.views.looking import Data, InformingLook
from shared.access.words import AudienceWords
from shared.eventbase.event import Recorded


def history_view(look: InformingLook) -> Data:
    """Every event that has a sentence, at (V, K); for those with full sight."""
    told = [r for r in look.counted if type(r.event) in catalogue.sentences]
    words = look.telling
    return {"entries": [_entry(look, words, recorded) for recorded in told]}


def _entry(look: InformingLook, words: AudienceWords, recorded: Recorded[Any]) -> Data:
    stamp, event = recorded.stamp, recorded.event
    sentence = catalogue.sentences[type(event)](event, words)
    return {
        "event_id": stamp.event_id,
        "name": type(event).NAME,
        "sentence": sentence[:1].upper() + sentence[1:],
        "person": _about(look, event),
        "effective_at": stamp.effective_at,
        "recorded_at": stamp.recorded_at,
        "recorded_by": stamp.actor,
    }


def _about(look: InformingLook, event: Any) -> UUID | None:
    notice = look.state[Notices].all.get(getattr(event, "notice", None))  # type: ignore[arg-type]
    person: UUID | None = getattr(event, "person", notice.person if notice else None)
    return person
