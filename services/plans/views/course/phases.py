"""In which phase the work was from when to when, and who is safe (W5.1)."""

from __future__ import annotations

from services.plans.domain.course.direct_safety import Declaration, DirectSafety
from services.plans.domain.course.phases import Span, phases
from services.plans.domain.course.recovery import is_complete
from services.plans.views.parts.content import Data
from shared.web.look import Look


def phases_view(look: Look) -> Data:
    """The phase line, and every judgement that it follows from."""
    return {
        "phases": phase_line(look),
        "declarations": [_declared(look, d) for d in look.state[DirectSafety].all],
        "recovery_complete": is_complete(look.state),
    }


def phase_line(look: Look) -> list[Data]:
    """Every phase with its first and last moment."""
    return [_span(span) for span in phases(look.state)]


def _span(span: Span) -> Data:
    until = span.until.at if span.until is not None else None
    return {"phase": span.phase, "since": span.since.at, "until": until}


def _declared(look: Look, declared: Declaration) -> Data:
    return {
        "item": declared.item,
        "reached": declared.reached,
        "people": declared.people,
        "evidence": look.sight.said(declared.words)("evidence"),
        "decided_by": declared.decided_by,
        "consulted": declared.consulted,
        "because": declared.because,
        "at": declared.mark.at,
    }
