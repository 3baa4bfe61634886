"""Assessing an incident: how serious it is and what is done, judged by a worker (W9.1, R25)."""

from __future__ import annotations

import enum
from collections import defaultdict
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.incidents.incidents import Incidents
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Severity(enum.Enum):
    """How serious an incident is: it decides how fast the plan must be adjusted (R23)."""

    SERIOUS = "serious"
    OTHER = "other"


class TriageWords(msgspec.Struct, frozen=True):
    """What kind of incident it was, and what is done about it."""

    classification: str
    action: str


class IncidentAssessed(Event, frozen=True):
    """A worker judged an incident; the plan must now be adjusted (W9.1)."""

    TOPIC = "incident.assessed"
    NAME = "voorval-beoordeeld"
    PARAGRAPHS = ("W9.1",)
    STREAM = "incident"
    ABOUT = "incident"
    # Not the incident: what the worker thinks of it is not for whoever reported it.
    SUBJECT = "assessment"

    incident: UUID
    assessment: UUID
    words: Item[TriageWords]
    severity: Severity


class AssessIncident(Act, frozen=True, kw_only=True):
    """Records the judgement. A later one is a new event beside it, never an edit."""

    incident: UUID
    severity: Severity
    classification: str
    action: str


class Assessed(msgspec.Struct, frozen=True):
    """One judgement of an incident."""

    event: IncidentAssessed
    mark: Mark


class Triage:
    """The judgements of each incident, in the order they were made; a part of the state."""

    def __init__(self) -> None:
        self.of: defaultdict[UUID, list[Assessed]] = defaultdict(list)


_KNOWN = Rule(
    "voorval-onbekend",
    "W9.1",
    "Dit voorval staat niet (meer) in dit dossier.",
    lambda state, act, doing: when(act.incident not in state[Incidents].all),
)


@catalogue.act(AssessIncident, "Voorval beoordelen", ("W9.1",), (IncidentAssessed,))
def assess_incident(state: State, act: AssessIncident, doing: Doing) -> list[Event]:
    """The judgement is recorded."""
    refuse([_KNOWN], state, act, doing)
    words = seal(TriageWords(act.classification, act.action))
    return [IncidentAssessed(act.incident, doing.new_id(), words, act.severity)]


_DUTCH = {Severity.SERIOUS: "ernstig", Severity.OTHER: "minder ernstig"}


@catalogue.sentence(IncidentAssessed)
def _tell(event: IncidentAssessed, words: Words) -> str:
    action = words.text(event.words, "action")
    return f"Het voorval is beoordeeld als {_DUTCH[event.severity]}. Actie: {action}"


@catalogue.fold.on(IncidentAssessed)
def _assessed(state: State, event: IncidentAssessed, stamp: Stamp) -> None:
    assessed = Assessed(event, Mark(stamp.event_id, stamp.effective_at))
    state[Triage].of[event.incident].append(assessed)
