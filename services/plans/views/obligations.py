"""What must be done at V, what was done, what is too late, and what is incomplete."""

from __future__ import annotations

from services.plans.domain import catalogue
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.web.duties import row


def obligations_view(look: DossierLook) -> Data:
    """Every obligation of the dossier, open and settled, and its open points."""
    at = look.moment.valid
    return {
        "obligations": [row(each, at) for each in look.obligations],
        "flags": catalogue.open_points(look.state, at),
    }
