"""What was ordered to be erased, which service has confirmed it, and when it is complete (R43)."""

from __future__ import annotations

from services.notifications.domain.confirming import (
    Confirmations,
    Ordered,
    confirm_by,
)
from services.notifications.views.looking import Data, InformingLook


def erasures_view(look: InformingLook) -> Data:
    """Every order that was known at (V, K), oldest first."""
    ordered = sorted(look.state[Confirmations].ordered.values(), key=lambda each: each.mark.at)
    return {"erasures": [_row(look, each) for each in ordered]}


def _row(look: InformingLook, ordered: Ordered) -> Data:
    by = confirm_by(look.terms, ordered.mark.at)
    return {
        "erasure": ordered.erasure,
        "ground": ordered.ground,
        "ordered_at": ordered.mark.at,
        "confirm_by": by,
        "confirmed": [
            {"service": service, "at": each.mark.at, "complete_by": each.complete_by}
            for service, each in ordered.confirmed.items()
        ],
        "missing": ordered.missing,
        "overdue": bool(ordered.missing) and look.moment.valid >= by,
        "complete_by": ordered.complete_by,
    }
