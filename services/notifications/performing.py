"""Performing acts, with news for the sender."""

from __future__ import annotations

from services.notifications.sending.agenda import Agenda
from shared.access.role import Role
from shared.record.acting import Acting, Deed, Done


class NotifyingActing(Acting):
    """Acting that wakes the sender for a plan on which a person acted."""

    agenda: Agenda

    def perform(self, deed: Deed) -> Done:
        """As Acting does."""
        done = super().perform(deed)
        if deed.actor.role != Role.SERVICE:
            # Not in the same transaction: a sender that starts looks at every plan anyway.
            self.agenda.wake(deed.plan_id)
        return done
