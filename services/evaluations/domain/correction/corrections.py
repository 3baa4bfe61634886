"""Correction: a new event that points at the wrong one, with a reason (design section 3)."""

from __future__ import annotations

from uuid import UUID

import msgspec

from services.evaluations.domain.between.addressing import PersonAddressed
from services.evaluations.domain.between.contacts import FamilyContacted
from services.evaluations.domain.between.observations import ObservationRecorded
from services.evaluations.domain.breaches.claims import BreachClaimed
from services.evaluations.domain.breaches.hearing import BreachHeard
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.children.conversations import ChildSpoken
from services.evaluations.domain.incidents.incidents import IncidentReported
from services.evaluations.domain.sitting.answers import QuestionAnswered
from services.evaluations.domain.sitting.assessments import ItemAssessed
from services.evaluations.domain.sitting.evaluations import EvaluationStarted
from services.evaluations.domain.sitting.ratings import SafetyRated
from shared.eventbase.event import Event, Stamp
from shared.eventbase.sealed import Item
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


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


CORRECTABLE = (
    EvaluationStarted,
    SafetyRated,
    QuestionAnswered,
    ItemAssessed,
    IncidentReported,
    ChildSpoken,
    BreachClaimed,
    BreachHeard,
    ObservationRecorded,
    PersonAddressed,
    FamilyContacted,
)


class Corrections:
    """The events that can be corrected, and the ids of those that last; a part of the state."""

    def __init__(self) -> None:
        self.correctable: dict[UUID, Event] = {}
        self.lasting: set[UUID] = set()


@catalogue.sentence(EventCorrected)
def _tell(event: EventCorrected, words: Words) -> str:
    return f"Een eerder gegeven is gecorrigeerd, omdat: {words.text(event.words, 'reason')}"


@catalogue.fold.on_every
def _remember(state: State, event: Event, stamp: Stamp) -> None:
    if stamp.source is not None:
        return
    if isinstance(event, CORRECTABLE):
        state[Corrections].correctable[stamp.event_id] = event
    else:
        state[Corrections].lasting.add(stamp.event_id)
