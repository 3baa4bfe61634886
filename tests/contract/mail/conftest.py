"""Every mailer, each with a post office that can be told how to answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pytest

from services.notifications.sending.composing import compose
from services.notifications.sending.mailer import (
    Mail,
    Mailer,
    MailRefused,
    MailUncertain,
    MailUnreachable,
)
from services.notifications.sending.smtp import SmtpMailer, SmtpSettings
from tests.contract.mail.servers import LOCAL, Taking, free_port, serving
from tests.unit.notifications.post import MemoryMailer

SENDER = "post@vangnet.example"


class Office(Protocol):
    """A mailer and what it delivers to."""

    mailer: Mailer

    def taken(self) -> list[tuple[str, str]]:
        """Recipient and Message-ID of all mail that was taken."""

    def refuse(self, permanent: bool) -> None:
        """Says no to the recipients that follow."""

    def break_off(self) -> None:
        """Hangs up on the mails that follow, after their content was handed over."""

    def vanish(self) -> None:
        """Is no longer there."""


class MemoryOffice:
    """The mailer that only remembers, which the other tests use."""

    def __init__(self) -> None:
        self._memory = MemoryMailer()
        self.mailer: Mailer = self

    def send(self, mail: Mail) -> None:
        compose(mail, SENDER)
        self._memory.send(mail)

    def taken(self) -> list[tuple[str, str]]:
        sent = self._memory.sent
        return [(mail.to, compose(mail, SENDER)["Message-ID"]) for mail in sent]

    def refuse(self, permanent: bool) -> None:
        self._memory.answers.append(MailRefused(permanent))

    def break_off(self) -> None:
        self._memory.answers.append(MailUncertain())

    def vanish(self) -> None:
        self._memory.answers.append(MailUnreachable())


class SmtpOffice:
    """The real mailer against a real mail server."""

    def __init__(self, handler: Taking, port: int) -> None:
        self.handler = handler
        self.mailer: Mailer = self.mailer_at(port)

    @staticmethod
    def mailer_at(port: int) -> SmtpMailer:
        return SmtpMailer(SmtpSettings(LOCAL, port, SENDER, timeout=5, starttls=False))

    def taken(self) -> list[tuple[str, str]]:
        handler = self.handler
        received = zip(handler.received, handler.recipients, strict=True)
        return [(to, message["Message-ID"]) for message, [to] in received]

    def refuse(self, permanent: bool) -> None:
        self.handler.to_recipient = "550 unknown" if permanent else "451 try later"

    def break_off(self) -> None:
        self.handler.hangs_up = True

    def vanish(self) -> None:
        self.mailer = self.mailer_at(free_port())


@pytest.fixture(params=["memory", "smtp"])
def office(request: pytest.FixtureRequest) -> Iterator[Office]:
    """Each mailer in turn."""
    if request.param == "memory":
        yield MemoryOffice()
        return
    handler = Taking()
    with serving(handler) as port:
        yield SmtpOffice(handler, port)


@pytest.fixture
def smtp() -> Iterator[SmtpOffice]:
    """The real mailer only, for what is SMTP's own."""
    handler = Taking()
    with serving(handler) as port:
        yield SmtpOffice(handler, port)
