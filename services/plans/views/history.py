"""The history of a dossier as sentences; what was recorded late looks late (3.10, R51)."""

from __future__ import annotations

from typing import Any

from services.plans.domain import catalogue
from services.plans.domain.family.recording import is_late
from services.plans.domain.rights.own_statements import OwnStatements
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from services.plans.views.rights.own_statements import statements
from shared.eventbase.event import Event, Recorded


def history_view(look: DossierLook) -> Data:
    """Every event at (V, K), in the order in which it happened; for those with full sight."""
    return {"entries": [_entry(look, recorded) for recorded in look.counted]}


def _entry(look: DossierLook, recorded: Recorded[Any]) -> Data:
    stamp = recorded.stamp
    event_class = type(recorded.event)
    tell = catalogue.sentences.get(event_class)
    return {
        "event_id": stamp.event_id,
        "name": event_class.NAME,
        "sentence": tell(recorded.event, look.telling) if tell is not None else "[gewist]",
        "effective_at": stamp.effective_at,
        "learned_at": stamp.learned_at,
        "learned_by": stamp.learned_by,
        "recorded_at": stamp.recorded_at,
        "recorded_by": stamp.actor,
        "recorded_late": is_late(look.terms, stamp),
        "own_statements": _own_statements(look, recorded.event),
    }


def _own_statements(look: DossierLook, event: Event) -> list[Data]:
    """What people have to say of the item that an event is about."""
    return statements(look, look.state[OwnStatements].about(getattr(event, event.SUBJECT, None)))
