"""What this service follows of the others: ids, kinds and moments, never content (design 5)."""

from __future__ import annotations

import enum
from datetime import date, datetime
from uuid import UUID

from shared.eventbase.erasing import Ground
from shared.eventbase.event import CoreValue, Event


class PartyKind(enum.Enum):
    """The kinds of party that take part in a plan (W7.1)."""

    FAMILY = "family"
    NETWORK = "network"
    PROFESSIONAL = "professional"
    AGENCY = "agency"


class Unsafety(enum.Enum):
    """The kinds of unsafety that were judged (W3.1)."""

    ACUTE = "acute"
    STRUCTURAL = "structural"
    BOTH = "both"
    NONE_FOUND = "none-found"

    @property
    def is_acute(self) -> bool:
        """Whether everybody must be informed the same day (R24)."""
        return self in (Unsafety.ACUTE, Unsafety.BOTH)


class ChangedFor(CoreValue, frozen=True):
    """Somebody whose own version changed, and the number that it has for them (W8.4)."""

    person: UUID
    own_version: int


class DossierOpened(Event, frozen=True):
    """A dossier was opened (W0.1): from here on there is a plan that can be asked about."""

    TOPIC = "plan.dossier-opened"
    NAME = "dossier-geopend"
    BEGINS = True


class PersonAdded(Event, frozen=True):
    """Somebody became known to have to do with this family."""

    TOPIC = "plan.person-added"
    NAME = "persoon-toegevoegd"

    person: UUID
    kind: PartyKind
    hidden_from: tuple[UUID, ...] = ()


class CaseLeadAssigned(Event, frozen=True):
    """Somebody became case lead (W7.2)."""

    TOPIC = "plan.case-lead-assigned"
    NAME = "casusregisseur-aangewezen"

    person: UUID


class LeadAway(Event, frozen=True):
    """The case lead is away on these days; None: it is not known until when (W7.2)."""

    TOPIC = "plan.lead-absence-announced"
    NAME = "afwezigheid-gemeld"

    item: UUID
    person: UUID
    first_day: date
    last_day: date | None = None


class LeadCovered(Event, frozen=True):
    """Somebody stands in during an absence (W7.2)."""

    TOPIC = "plan.cover-arranged"
    NAME = "vervanging-geregeld"

    absence: UUID
    person: UUID


class UnsafetyClassified(Event, frozen=True):
    """A professional judged which kind of unsafety there is (W3.1)."""

    TOPIC = "plan.unsafety-classified"
    NAME = "onveiligheid-beoordeeld"

    kind: Unsafety


class PlanActivated(Event, frozen=True):
    """The plan came into force: its first version (W3.1)."""

    TOPIC = "plan.activated"
    NAME = "plan-vastgesteld"

    version: int
    changed_for: tuple[ChangedFor, ...]


class PlanAdjusted(Event, frozen=True):
    """A new version was made (W8.3)."""

    TOPIC = "plan.adjusted"
    NAME = "plan-bijgesteld"

    version: int
    changed_for: tuple[ChangedFor, ...]


class IncidentReported(Event, frozen=True):
    """A situation in which safety deteriorated was reported (W9.1)."""

    TOPIC = "incident.reported"
    NAME = "voorval-gemeld"

    incident: UUID


class IncidentAssessed(Event, frozen=True):
    """A professional assessed an incident (W9.1)."""

    TOPIC = "incident.assessed"
    NAME = "voorval-beoordeeld"

    incident: UUID


class EventCorrected(Event, frozen=True):
    """An earlier event of the plan was wrong and no longer counts."""

    TOPIC = "plan.event-corrected"
    NAME = "gegeven-gecorrigeerd"

    voids: UUID


class ErasureOrdered(Event, frozen=True):
    """It was ordered to erase something of a dossier (R43)."""

    TOPIC = "plan.erasure-ordered"
    NAME = "wissing-opgedragen"

    erasure: UUID
    ground: Ground


class PlanContentErased(Event, frozen=True):
    """Plans erased what was ordered."""

    TOPIC = "plan.content-erased"
    NAME = "gewist"

    erasure: UUID
    complete_by: datetime


class EvaluationContentErased(Event, frozen=True):
    """Evaluations erased what was ordered."""

    TOPIC = "evaluation.content-erased"
    NAME = "gewist"

    erasure: UUID
    complete_by: datetime


class PlanDestroyed(PlanContentErased, frozen=True):
    """Plans destroyed a whole dossier."""

    TOPIC = "plan.dossier-destroyed"
    NAME = "dossier-vernietigd"


class EvaluationsDestroyed(EvaluationContentErased, frozen=True):
    """Evaluations destroyed a whole dossier."""

    TOPIC = "evaluation.dossier-destroyed"
    NAME = "dossier-vernietigd"


FOLLOWED: dict[str, dict[str, type[Event]]] = {
    "plans": {
        event.TOPIC: event
        for event in (
            DossierOpened,
            PersonAdded,
            CaseLeadAssigned,
            LeadAway,
            LeadCovered,
            UnsafetyClassified,
            PlanActivated,
            PlanAdjusted,
            EventCorrected,
            ErasureOrdered,
            PlanContentErased,
            PlanDestroyed,
        )
    },
    "evaluations": {
        event.TOPIC: event
        for event in (
            IncidentReported,
            IncidentAssessed,
            EvaluationContentErased,
            EvaluationsDestroyed,
        )
    },
}
