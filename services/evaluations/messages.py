"""What the evaluations service tells the other services: ids only, never content."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import msgspec

from services.evaluations.domain.erasing import EvaluationContentErased, EvaluationsDestroyed
from services.evaluations.domain.incidents.incidents import IncidentReported
from services.evaluations.domain.incidents.triage import IncidentAssessed
from services.evaluations.domain.sitting.completing import EvaluationCompleted
from shared.eventbase.erasing import ErasedData
from shared.eventbase.event import Event, Recorded
from shared.eventbase.known_types import known

Data = dict[str, Any]


class EvaluationData(msgspec.Struct, frozen=True):
    """Which evaluation, and of which version of the plan."""

    evaluation: UUID
    plan_version: int


class IncidentData(msgspec.Struct, frozen=True):
    """Which incident."""

    incident: UUID


PUBLISHED: dict[type[Event], type[msgspec.Struct]] = {
    EvaluationCompleted: EvaluationData,
    IncidentReported: IncidentData,
    IncidentAssessed: IncidentData,
    EvaluationContentErased: ErasedData,
    EvaluationsDestroyed: ErasedData,
}
known(*PUBLISHED.values())


def message_data(recorded: Recorded[Any]) -> Data | None:
    """The data of the message about this event, as JSON builtins; None to keep it to us."""
    published = PUBLISHED.get(type(recorded.event))
    if published is None:
        return None
    told = msgspec.convert(recorded.event, published, from_attributes=True)
    plain: Data = msgspec.to_builtins(told)
    return plain
