"""How one person can safely be reached, for those who may know (W8.4)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.safe_contact import SafeContacts
from services.plans.views.content import Data
from services.plans.views.looking import Look
from shared.web.ports import NotFound


def safe_contact_view(look: Look, person: UUID) -> Data:
    """The person's latest choice. Raises NotFound when they made none."""
    chosen = look.state[SafeContacts].of.get(person)
    if chosen is None or not look.may_reach(person):
        raise NotFound
    return {
        "person": person,
        "channel": chosen.channel,
        "address": look.text(chosen.contact, "address"),
        "instructions": look.text(chosen.contact, "instructions"),
    }
