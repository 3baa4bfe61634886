"""What the evaluations service tells the other services: ids only, never content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from services.evaluations.domain.completing import EvaluationCompleted
from services.evaluations.domain.incidents import IncidentReported
from services.evaluations.domain.triage import IncidentAssessed
from shared.eventbase.event import Recorded

Data = dict[str, Any]

_FIELDS: dict[type, Callable[[Any], Data]] = {
    EvaluationCompleted: lambda event: {
        "evaluation": event.evaluation,
        "plan_version": event.plan_version,
    },
    IncidentReported: lambda event: {"incident": event.incident},
    IncidentAssessed: lambda event: {"incident": event.incident},
}


def message_data(recorded: Recorded[Any]) -> Data | None:
    """The data of the message about this event, as JSON builtins; None to keep it to us."""
    fields = _FIELDS.get(type(recorded.event))
    if fields is None:
        return None
    plain: Data = msgspec.to_builtins(fields(recorded.event))
    return plain
