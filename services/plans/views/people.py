"""Who has to do with this dossier, as far as one audience may know."""

from __future__ import annotations

from services.plans.views.content import Data, people_content
from shared.web.look import Look


def people_view(look: Look) -> Data:
    """The people at (V, K)."""
    return {"people": people_content(look.sight, look.state)}
