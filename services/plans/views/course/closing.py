"""How a plan was closed, with what evidence, and how it went afterwards (R40)."""

from __future__ import annotations

from services.plans.domain.course.follow_up import FOLLOW_UP, FollowUp, FollowUps
from services.plans.domain.plan.closing import Closing
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.web.duties import row


def closing_view(look: DossierLook) -> Data:
    """The closing, if there was one, the checks after it, and those that are owed."""
    at = look.moment.valid
    return {
        "closing": _closing(look),
        "checks": [_check(look, check) for check in look.state[FollowUps].all],
        "obligations": [row(o, at) for o in look.obligations if o.duty == FOLLOW_UP],
    }


def _closing(look: DossierLook) -> Data | None:
    closing = look.state[Closing]
    closed = closing.closed
    if closed is None:
        return None
    said = look.sight.said(closed.words)
    return {
        "at": closing.closed_at,
        "good_enough": closed.good_enough,
        "outcome": said("outcome"),
        "comparison": said("comparison"),
        "follow_up": said("follow_up"),
        "follow_up_until": closed.follow_up_until,
        "children": closed.children,
        "informed": closed.informed,
        "reason_not_informed": said("reason_not_informed"),
    }


def _check(look: DossierLook, check: FollowUp) -> Data:
    return {
        "item": check.item,
        "occasion": check.occasion,
        "good_enough": check.good_enough,
        "findings": look.sight.said(check.words)("findings"),
        "by": check.by,
        "spoken_with": check.spoken_with,
        "at": check.mark.at,
    }
