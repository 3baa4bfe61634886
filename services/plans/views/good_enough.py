"""When it is good enough, for each child and for all, side by side (W0.6)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.plan.closing import Closing, Picture
from services.plans.views.parts.content import Data
from shared.web.look import Look


def good_enough_view(look: Look) -> Data:
    """Every picture that holds; for those with full sight."""
    pictures = look.state[Closing].pictures
    return {"pictures": [_picture(look, person, each) for person, each in pictures.items()]}


def _picture(look: Look, person: UUID | None, picture: Picture) -> Data:
    text = look.sight.said(picture.words)("text")
    return {"item": picture.item, "person": person, "text": text, "at": picture.at}
