"""Performing acts: what the domain cannot know yet is answered as what the web knows of it."""

from __future__ import annotations

from services.evaluations.domain.reporting import NotInvolved
from services.evaluations.domain.starting import VersionNotFollowed
from shared.record.acting import Acting, Deed, Done
from shared.web.ports import NotYetFollowed, UnknownPlan

# The feed is followed within moments; whoever tries again after this will nearly always succeed.
RETRY_AFTER_SECONDS = 2


class EvaluationActing(Acting):
    """Acting, with the answers to an act that comes too early, or from somebody else's family."""

    def perform(self, deed: Deed) -> Done:
        """As Acting does; raises NotYetFollowed and UnknownPlan besides."""
        try:
            return super().perform(deed)
        except VersionNotFollowed:
            raise NotYetFollowed(RETRY_AFTER_SECONDS) from None
        except NotInvolved:
            raise UnknownPlan from None
