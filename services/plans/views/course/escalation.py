"""The term of direct safety, whether it ran out, and what was then considered (W10.2, W10.3)."""

from __future__ import annotations

from services.plans.domain.course.escalation import Consideration, Considerations
from services.plans.domain.course.plan_age import GO_ON, Continuation, Continuations
from services.plans.domain.course.safety_clock import CONSIDER, Clock, clocks
from services.plans.domain.plan.versions import Versions
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.web.duties import row


def escalation_view(look: DossierLook) -> Data:
    """Every term, every consideration, what is owed, and since when the plan is active."""
    at = look.moment.valid
    first = next(iter(look.state[Versions].all), None)
    considered = look.state[Considerations]
    return {
        "active_since": first.made_at if first is not None else None,
        "terms": [_clock(look, clock) for clock in clocks(look.state, look.terms)],
        "considerations": [_considered(look, each) for each in considered.all],
        "continuations": considered.continuations,
        "reviews": [_reviewed(look, each) for each in look.state[Continuations].all],
        "obligations": [row(o, at) for o in look.obligations if o.duty in (CONSIDER, GO_ON)],
    }


def _clock(look: DossierLook, clock: Clock) -> Data:
    return {
        "since": clock.since.at,
        "until": clock.until,
        "warns_at": clock.warns_at,
        "by_default": clock.by_default,
        "ran_out": clock.ran_out and clock.until <= look.moment.valid,
        "stopped_at": clock.stopped.at if clock.stopped is not None else None,
    }


def _considered(look: DossierLook, considered: Consideration) -> Data:
    event = considered.event
    said = look.sight.said(event.words)
    return {
        "item": event.item,
        "options": event.options,
        "decision": event.decision,
        "until": event.until,
        "weighing": said("weighing"),
        "reason": said("reason"),
        "decided_by": event.decided_by,
        "consulted": event.consulted,
        "supervisor": event.supervisor,
        "family_informed": event.family_informed,
        "reason_not_informed": said("reason_not_informed"),
        "at": considered.mark.at,
    }


def _reviewed(look: DossierLook, review: Continuation) -> Data:
    return {
        "reason": look.sight.said(review.words)("reason"),
        "decided_by": review.decided_by,
        "consulted": review.consulted,
        "at": review.mark.at,
    }
