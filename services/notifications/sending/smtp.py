"""Sending over SMTP."""

from __future__ import annotations

import smtplib
import ssl
from contextlib import suppress
from email.message import EmailMessage

import msgspec

from services.notifications.sending.composing import compose
from services.notifications.sending.mailer import (
    Mail,
    MailRefused,
    MailUncertain,
    MailUnreachable,
)

_PERMANENT = 500


class SmtpSettings(msgspec.Struct, frozen=True):
    """Where mail is handed in, and as whom. ``sender`` is one plain address."""

    host: str
    port: int
    sender: str
    timeout: float = 20.0
    starttls: bool = True
    user: str | None = None
    password: str | None = None


class SmtpMailer:
    """A mailer that hands notices to one SMTP server, a connection each."""

    def __init__(self, settings: SmtpSettings) -> None:
        self._settings = settings

    def send(self, mail: Mail) -> None:
        """Hands it over; see :class:`Mailer`."""
        message = compose(mail, self._settings.sender)
        server = self._connected()
        try:
            self._hand_over(server, message)
        finally:
            # It was taken or not; how the goodbye went changes nothing about that.
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
            server.close()

    def _connected(self) -> smtplib.SMTP:
        settings = self._settings
        try:
            server = smtplib.SMTP(settings.host, settings.port, timeout=settings.timeout)
        except (OSError, smtplib.SMTPException):
            raise MailUnreachable from None
        try:
            self._introduce(server)
        # Refusing us is no judgement on the one we write to: it can be tried again.
        except (OSError, smtplib.SMTPException):
            server.close()
            raise MailUnreachable from None
        return server

    def _introduce(self, server: smtplib.SMTP) -> None:
        settings = self._settings
        if settings.starttls:
            server.starttls(context=ssl.create_default_context())
        if settings.user is not None:
            server.login(settings.user, settings.password or "")

    def _hand_over(self, server: smtplib.SMTP, message: EmailMessage) -> None:
        try:
            server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            codes = [code for code, _ in error.recipients.values()]
            raise MailRefused(permanent=min(codes) >= _PERMANENT) from None
        except smtplib.SMTPDataError as error:
            raise MailRefused(permanent=error.smtp_code >= _PERMANENT) from None
        except (smtplib.SMTPSenderRefused, smtplib.SMTPHeloError):
            raise MailUnreachable from None
        except smtplib.SMTPNotSupportedError:
            raise MailRefused(permanent=True) from None
        except (OSError, smtplib.SMTPException):
            raise MailUncertain from None
