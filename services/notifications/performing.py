"""Performing acts: what the domain cannot know yet is answered as what the web knows of it."""

from __future__ import annotations

from services.notifications.domain.people import NotInvolved
from services.notifications.domain.versions import VersionNotFollowed
from services.notifications.sending.agenda import Agenda
from shared.access.role import Role
from shared.record.acting import Acting, Deed, Done
from shared.web.ports import NotYetFollowed, UnknownPlan

# The feed is followed within moments; whoever tries again after this will nearly always succeed.
RETRY_AFTER_SECONDS = 2


class NotifyingActing(Acting):
    """Acting, with other answers than the domain can give, and with news for the sender."""

    agenda: Agenda

    def perform(self, deed: Deed) -> Done:
        """As Acting does; raises NotYetFollowed and UnknownPlan besides."""
        try:
            done = super().perform(deed)
        except VersionNotFollowed:
            raise NotYetFollowed(RETRY_AFTER_SECONDS) from None
        except NotInvolved:
            raise UnknownPlan from None
        if deed.actor.role != Role.SERVICE:
            # Not in the same transaction: a sender that starts looks at every plan anyway.
            self.agenda.wake(deed.plan_id)
        return done
