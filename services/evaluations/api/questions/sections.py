"""What evaluations knows at each question: the fields that it asks for, of views that exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from services.evaluations.api.between.answers import ObservationsAnswer
from services.evaluations.api.breaches.answers import BreachesAnswer
from services.evaluations.api.children.answers import ChildrenAnswer
from services.evaluations.api.course.answers import DueDatesAnswer
from services.evaluations.api.incidents.answers import IncidentsAnswer
from services.evaluations.api.sitting.answers import EvaluationsAnswer
from services.evaluations.views.breaches import breaches_view
from services.evaluations.views.children import children_view
from services.evaluations.views.evaluation import evaluations_view
from services.evaluations.views.incident import incidents_view
from services.evaluations.views.looking import PlanLook
from services.evaluations.views.obligations import due_dates_view
from services.evaluations.views.observations import observations_view
from shared.web.looks_schema import LooksAnswer
from shared.web.sections import Section


def sections(looked_at: Callable[[PlanLook], Any]) -> Mapping[int, Sequence[Section]]:
    """Per question the sections of evaluations; ``looked_at``: who looked in its part."""
    return {
        2: _KNOWN,
        6: _CHILDREN,
        7: _EVALUATIONS,
        8: _BREACHES,
        10: (Section("inzage", LooksAnswer, (), looked_at, beyond_record=True),),
    }


def _of(name: str, *fields: str) -> tuple[str, ...]:
    return tuple(f"{name}.{field}" for field in fields)


_KNOWN = (
    Section(
        "voorvallen",
        IncidentsAnswer,
        (
            *_of("incidents", "what", "where", "reporter", "reporter_description"),
            *_of("incidents", "happened_at", "heard_at", "recorded_at", "lag"),
        ),
        incidents_view,
    ),
    Section(
        "waarnemingen",
        ObservationsAnswer,
        (
            *_of("observations", "what", "observer", "about", "happened_at"),
            *_of("observations", "learned_at", "learned_by", "recorded_at", "lag"),
        ),
        observations_view,
    ),
)
_TALK = ("happened_at", "by", "spoken", "not_spoken", "alone", "child_words", "method")
_CHILDREN = (
    Section(
        "kinderen",
        ChildrenAnswer,
        (
            *_of("children", "child", "last_seen"),
            *_of("children.last_spoken", *_TALK),
            *_of("children.conversations", *_TALK),
        ),
        children_view,
    ),
)
_EVALUATIONS = (
    Section(
        "evaluatiemomenten",
        DueDatesAnswer,
        _of("turns", "due_on", "overdue", "open"),
        due_dates_view,
    ),
    Section("evaluaties", EvaluationsAnswer, (), evaluations_view),
)
_BREACHES = (
    Section(
        "nietNakomen",
        BreachesAnswer,
        (
            *_of("breaches", "breach", "agreement", "what", "happened_at", "heard_at"),
            *_of("breaches", "reporter", "reporter_description", "has_consequence", "confirmed"),
            *_of("breaches.hearings", "person", "heard", "text", "happened_at"),
            *_of("breaches.findings", "confirmed", "why", "happened_at"),
            *_of("breaches.consequences", "carried_out", "what", "reason", "decided_by"),
            *_of("breaches.consequences", "consulted", "happened_at"),
        ),
        breaches_view,
    ),
)
