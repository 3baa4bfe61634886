"""The port through which a notice leaves, and how it can fail (W8.4)."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec


class Mail(msgspec.Struct, frozen=True):
    """One notice to one address. What it says is the same for everybody (R50)."""

    notice: UUID
    to: str
    at: datetime


class MailRefused(Exception):
    """The server said no: for good, or for now. It was not sent."""

    def __init__(self, permanent: bool) -> None:
        super().__init__("permanent" if permanent else "temporary")
        self.permanent = permanent


class MailUnreachable(Exception):
    """No server that works for us could be reached. It was not sent."""


class MailUncertain(Exception):
    """The connection broke while the server had it: perhaps it was sent, perhaps not."""


class Mailer(Protocol):
    """What can send a notice."""

    def send(self, mail: Mail) -> None:
        """Sends, or raises MailRefused, MailUnreachable or MailUncertain."""


class NoMailer:
    """The mailer of an installation without a mail server: what is due stays in sight (W8.4)."""

    def send(self, mail: Mail) -> None:
        """Sends nothing and says so."""
        raise MailUnreachable
