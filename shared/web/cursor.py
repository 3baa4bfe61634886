"""Opaque cursors: a place in a feed that only the feed can make (ADR module on paging)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

_MAC = 8


class NotACursor(ValueError):
    """The text is not a cursor that was handed out here."""


class Cursors:
    """Makes and reads cursors. The MAC keeps callers from counting or guessing positions."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def at(self, seq: int) -> str:
        """The cursor of the place just after ``seq``."""
        place = seq.to_bytes(8, "big")
        return base64.urlsafe_b64encode(place + self._mac(place)).decode().rstrip("=")

    def seq(self, cursor: str) -> int:
        """The place that a cursor stands for; NotACursor when it was not made here."""
        try:
            raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        except (ValueError, binascii.Error):
            raise NotACursor from None
        place, mac = raw[:8], raw[8:]
        if not hmac.compare_digest(mac, self._mac(place)):
            raise NotACursor
        return int.from_bytes(place, "big")

    def _mac(self, place: bytes) -> bytes:
        return hmac.digest(self._secret, b"cursor" + place, hashlib.sha256)[:_MAC]
