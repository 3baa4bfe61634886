"""What notifications knows at each question: the fields that it asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from services.notifications.api.questions.answers import ToldAnswer
from services.notifications.views.looking import InformingLook
from services.notifications.views.told import told_view
from shared.web.looks_schema import LooksAnswer
from shared.web.sections import Section


def sections(looked_at: Callable[[InformingLook], Any]) -> Mapping[int, Sequence[Section]]:
    """Per question the sections of notifications; ``looked_at``: who looked in its part."""
    return {5: _TOLD, 10: (Section("inzage", LooksAnswer, (), looked_at, beyond_record=True),)}


_PERSON = (
    *("person", "version", "incident", "standing", "sent_at", "informed_at", "manner"),
    *("confirmation", "withheld_at", "reason", "decided_by"),
)
_TOLD = (
    Section(
        "informeringen",
        ToldAnswer,
        (
            "versions.version",
            "incidents.incident",
            *(f"versions.people.{each}" for each in _PERSON),
            *(f"incidents.people.{each}" for each in _PERSON),
        ),
        told_view,
    ),
)
