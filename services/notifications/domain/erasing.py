"""That notifications itself erased what was ordered (R43, R44)."""

from __future__ import annotations

from services.notifications.domain.catalogue import catalogue
from shared.eventbase.erasing import (
    DossierDestroyed,
    KeysDestroyed,
    records_destructions,
    records_erasures,
)


class NoticeContentErased(KeysDestroyed, frozen=True):
    """Items and people of a dossier were erased in notifications."""

    TOPIC = "notification.content-erased"


class NoticesDestroyed(DossierDestroyed, frozen=True):
    """A whole dossier was destroyed in notifications."""

    TOPIC = "notification.dossier-destroyed"


records_erasures(catalogue, NoticeContentErased)
records_destructions(catalogue, NoticesDestroyed)
