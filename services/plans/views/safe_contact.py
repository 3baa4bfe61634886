"""How one person can safely be reached, for those who may know (W8.4)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.family.safe_contact import SafeContacts
from services.plans.views.parts.content import Data
from shared.web.look import Look
from shared.web.refusals import NotFound


def safe_contact_view(look: Look, person: UUID) -> Data:
    """The person's latest choice. Raises NotFound when they made none."""
    chosen = look.state[SafeContacts].of.get(person)
    if chosen is None or not look.sight.reaches(person):
        raise NotFound
    said = look.sight.said(chosen.contact)
    return {
        "person": person,
        "channel": chosen.channel,
        "address": said("address"),
        "instructions": said("instructions"),
    }
