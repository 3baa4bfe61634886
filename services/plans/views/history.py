"""The history of a dossier as sentences; what was recorded late looks late (3.10, R51)."""

from __future__ import annotations

from typing import Any

from services.plans.domain import catalogue
from services.plans.domain.erasing.erased import PlanContentErased
from services.plans.domain.family.dossier import DossierOpened
from services.plans.domain.family.people import PersonAdded
from services.plans.domain.family.recording import is_late
from services.plans.domain.plan.correction import EventCorrected
from services.plans.domain.rights.own_statements import OwnStatementAdded, OwnStatements
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from services.plans.views.rights.own_statements import statements
from shared.eventbase.event import Recorded
from shared.web.history import HistoryEntries, history_page
from shared.web.paging import Page

# Whom a sentence names, what it points at, and what stands beside it.
NEEDED = (DossierOpened, PersonAdded, OwnStatementAdded, EventCorrected, PlanContentErased)


def history_view(look: DossierLook, page: Page) -> Data:
    """The events at (V, K), in the order in which they happened; for those with full sight."""
    return history_page(DossierEntries(look), look.counted, page)


class DossierEntries(HistoryEntries):
    """The entries of a dossier: whether it was recorded late, and what people say of it."""

    def __init__(self, look: DossierLook) -> None:
        super().__init__(catalogue, look)
        self._look = look

    def own(self, recorded: Recorded[Any]) -> Data:
        """What plans adds."""
        look, event = self._look, recorded.event
        said = look.state[OwnStatements].about(getattr(event, event.SUBJECT, None))
        return {
            "recorded_late": is_late(look.terms, recorded.stamp),
            "own_statements": statements(look, said),
        }
