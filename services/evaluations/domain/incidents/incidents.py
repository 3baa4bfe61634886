"""Incidents: what happened between evaluations, and who told of it (W9.1)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class IncidentWords(msgspec.Struct, frozen=True):
    """What happened and where, and who told of it when that is nobody of this dossier."""

    what: str
    where: str | None = None
    reporter_description: str | None = None


class IncidentReported(Event, frozen=True):
    """Somebody told of an incident. Who typed it in is in the stamp, not here (W9.1)."""

    TOPIC = "incident.reported"
    NAME = "voorval-gemeld"
    PARAGRAPHS = ("W9.1", "S7.2")
    STREAM = "incident"
    SUBJECT = "incident"

    incident: UUID
    words: Item[IncidentWords]
    reporter: UUID | None
    children_present: tuple[UUID, ...]
    safety_worsened: bool
    hidden_from: tuple[UUID, ...] = ()


class Incident(msgspec.Struct, frozen=True):
    """One incident: what was reported, and when it happened, was heard of and was written down.

    ``recorded_by``: whose token it was typed in with; ``typed_by``: the person that stands for.
    """

    event: IncidentReported
    event_id: UUID
    at: datetime
    heard_at: datetime
    recorded_at: datetime | None
    recorded_by: str
    typed_by: UUID | None


class Incidents:
    """All incidents by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Incident] = {}


@catalogue.sentence(IncidentReported)
def _tell(event: IncidentReported, words: Words) -> str:
    named = words.text(event.words, "reporter_description")
    who = words.name(event.reporter) if event.reporter is not None else named or "Iemand"
    return f"{who} meldt een voorval: {words.text(event.words, 'what')}"


@catalogue.fold.on(IncidentReported)
def _reported(state: State, event: IncidentReported, stamp: Stamp) -> None:
    state[Incidents].all[event.incident] = Incident(
        event,
        stamp.event_id,
        stamp.effective_at,
        stamp.learned_at or stamp.recorded_at or stamp.effective_at,
        stamp.recorded_at,
        stamp.actor,
        stamp.person,
    )
    concerns = () if event.reporter is None else (event.reporter,)
    state[Reaches].put(event.incident, concerns, event.hidden_from)
