"""The history of informing as Dutch sentences, in the order in which it happened (W8.4)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.notifications.domain import catalogue
from services.notifications.domain.erasing import NoticeContentErased
from services.notifications.views.looking import Data, InformingLook
from shared.eventbase.event import Recorded
from shared.eventbase.subjects import Pointed
from shared.web.history import HistoryEntries, history_page
from shared.web.paging import Page

# What a sentence says that was erased is marked as such.
NEEDED = (NoticeContentErased,)


def history_view(look: InformingLook, page: Page) -> Data:
    """The events that have a sentence, at (V, K); for those with full sight."""
    told = [r for r in look.counted if type(r.event) in catalogue.sentences]
    return history_page(InformingEntries(look), told, page)


class InformingEntries(HistoryEntries):
    """The entries of informing: whom each is about."""

    def __init__(self, look: InformingLook) -> None:
        super().__init__(catalogue, look)
        self._to: dict[UUID, UUID] = {}

    def sentence(self, recorded: Recorded[Any]) -> str:
        """How the event reads: it may begin with a word for somebody without a name."""
        told = super().sentence(recorded)
        return told[:1].upper() + told[1:]

    def passed(self, recorded: Recorded[Any]) -> list[Pointed]:
        """What an event points at; what becomes of a notice is recorded after whom it is for."""
        person = getattr(recorded.event, "person", None)
        notice = getattr(recorded.event, "notice", None)
        if person is not None and notice is not None:
            self._to.setdefault(notice, person)
        return super().passed(recorded)

    def own(self, recorded: Recorded[Any]) -> Data:
        """What notifications adds."""
        notice = getattr(recorded.event, "notice", None)
        named = getattr(recorded.event, "person", None)
        return {"person": named if notice is None else self._to.get(notice)}
