"""Mail servers on 127.0.0.1 that answer as they are told, for the mailer's contract."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

LOCAL = "127.0.0.1"


class Taking:
    """Takes mail, or answers to RCPT and to DATA what it was told to."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.to_recipient: str | None = None
        self.to_data: str | None = None
        self.hangs_up = False

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[Any]
    ) -> str:
        if self.to_recipient:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.hangs_up:
            server.transport.close()
        if self.to_data:
            return self.to_data
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        self.received.append(message_from_bytes(content, _class=EmailMessage, policy=POLICY))
        self.recipients.append(envelope.rcpt_tos)
        return "250 OK"


@contextmanager
def serving(handler: Taking) -> Iterator[int]:
    """The port of a running mail server."""
    controller = Controller(handler, hostname=LOCAL, port=free_port())
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind((LOCAL, 0))
        return int(found.getsockname()[1])
