"""Until when this file is kept, why, and what forbids erasing anything of it (R44)."""

from __future__ import annotations

from services.plans.domain.erasing.keeping import retention
from services.plans.views.erasing.requests import holds
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.eventbase.calendar import local_day


def keeping_view(look: DossierLook) -> Data:
    """The term by what is known at (V, K), and the holds."""
    term = retention(look.state, look.terms)
    return {
        "last_day": term.last_day if term is not None else None,
        "since": term.since if term is not None else None,
        "start": term.start.at if term is not None else None,
        "review_on": local_day(term.review_at) if term is not None else None,
        "over": term is not None and look.moment.valid >= term.until,
        "holds": holds(look),
    }
