"""Incidents as followed from evaluations: the case lead must know of them (W9.1, R25)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.followed import IncidentAssessed, IncidentReported
from shared.eventbase.event import Stamp
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Incidents:
    """When each incident was reported, and when it was first assessed; a part of the state."""

    def __init__(self) -> None:
        self.reported: dict[UUID, datetime] = {}
        self.assessed: dict[UUID, datetime] = {}


@catalogue.sentence(IncidentReported)
def _tell_reported(event: IncidentReported, words: Words) -> str:
    return "Er is een voorval gemeld. De casusregisseur moet dit weten."


@catalogue.sentence(IncidentAssessed)
def _tell_assessed(event: IncidentAssessed, words: Words) -> str:
    return "Het voorval is beoordeeld."


@catalogue.fold.on(IncidentReported)
def _reported(state: State, event: IncidentReported, stamp: Stamp) -> None:
    # Not when it happened: nobody can be told of an incident before somebody reported it.
    state[Incidents].reported[event.incident] = stamp.recorded_at or stamp.effective_at


@catalogue.fold.on(IncidentAssessed)
def _assessed(state: State, event: IncidentAssessed, stamp: Stamp) -> None:
    state[Incidents].assessed.setdefault(event.incident, stamp.effective_at)
