"""What a notice says: the same to everybody, and nothing about anybody (R50, domain.md 3.8)."""

from __future__ import annotations

import re
from datetime import UTC
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from services.notifications.sending.mailer import Mail, MailRefused

# One address and nothing besides: what a mail server takes everywhere, without quotes or comments.
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_PLAIN = re.compile(rf"(?P<name>{_ATOM}(?:\.{_ATOM})*)@(?P<domain>{_LABEL}(?:\.{_LABEL})*)")
_LONGEST = 254

SUBJECT = "Er staat een bericht voor u klaar"
TEXT = """\
Beste lezer,

Er staat een bericht voor u klaar.
Log in zoals u dat gewend bent. Dan kunt u het lezen.

In deze mail staat geen link. Zo weet u zeker dat u op de goede plek inlogt.
U kunt deze mail niet beantwoorden.
Wilt u liever op een andere manier iets van ons horen? Zeg het tegen uw contactpersoon.
"""


def compose(mail: Mail, sender: str) -> EmailMessage:
    """The message. Its id follows from the notice, so that a repeat is known to be one.

    Raises MailRefused when the address is not one plain address: nothing else can get into it.
    """
    message = EmailMessage(SMTP)
    message["From"] = sender
    message["To"] = _one_address(mail.to)
    message["Subject"] = SUBJECT
    message["Date"] = format_datetime(mail.at.astimezone(UTC))
    message["Message-ID"] = f"<{mail.notice}@{_one_address(sender).domain}>"
    # RFC 3834: no machine should answer it, least of all with an out-of-office note.
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "nl"
    message.set_content(TEXT)
    return message


def _one_address(text: str) -> Address:
    found = _PLAIN.fullmatch(text)
    if found is None or len(text) > _LONGEST:
        raise MailRefused(permanent=True)
    return Address(username=found["name"], domain=found["domain"])
