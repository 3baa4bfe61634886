"""A notice says nothing about anybody (R50, domain.md 3.8)."""

from email import message_from_bytes
from email.policy import SMTP

import pytest

from services.notifications.sending.composing import compose
from services.notifications.sending.mailer import Mail, MailRefused
from tests.unit.notifications.family import PLAN, at, uid

NOTICE = Mail(uid(7), "mirjam@example.nl", at("2025-03-10 09:00"))
CANARIES = ["mirjam", "zilverberg", "veiligheid", "plan", "kind", "jeugd", "gemeente", "http"]


def test_a_notice_holds_no_case_content():
    """R50: no name, no plan, no kind of help, no link; in no header and in no line."""
    message = compose(NOTICE, "post@vangnet.example")
    del message["To"]
    found = message.as_string().lower()
    assert [word for word in [*CANARIES, str(PLAN), str(PLAN.hex)] if word in found] == []


def test_two_notices_differ_in_address_moment_and_id_only():
    """R50: what cannot differ cannot tell."""
    other = Mail(uid(8), "stefan@example.nl", at("2025-03-11 09:00"))
    one, two = (compose(mail, "post@vangnet.example") for mail in (NOTICE, other))
    differing = {name for name in one if one[name] != two[name]}
    assert differing == {"To", "Date", "Message-ID"}
    assert one.get_content() == two.get_content()


def test_the_message_id_follows_from_the_notice():
    """W8.4: so a repeat is known to be one."""
    first, again = (
        compose(Mail(NOTICE.notice, NOTICE.to, at(day)), "post@vangnet.example")
        for day in ("2025-03-10 09:00", "2025-03-12 17:00")
    )
    assert first["Message-ID"] == again["Message-ID"] == f"<{NOTICE.notice}@vangnet.example>"


def test_the_date_is_that_of_the_clock_that_was_passed_in():
    """Design 2: no wall clock is read."""
    message = compose(NOTICE, "post@vangnet.example")
    assert message["Date"].datetime == NOTICE.at
    assert message["Auto-Submitted"] == "auto-generated"


def test_what_leaves_reads_back_as_one_mail_to_one_address():
    """The bytes on the line say what was composed."""
    sent = message_from_bytes(compose(NOTICE, "post@vangnet.example").as_bytes(), policy=SMTP)
    assert sent.get_all("To") == ["mirjam@example.nl"]
    assert sent["Subject"] == "Er staat een bericht voor u klaar"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mirjam",
        "@example.nl",
        "mirjam@",
        "mirjam@example.nl\nBcc: stefan@example.nl",
        "mirjam@example.nl\r\n\r\nHallo",
        "mirjam@example.nl, stefan@example.nl",
        "Mirjam <mirjam@example.nl>",
        "mirjam@example.nl (thuis)",
        '"mirjam\n"@example.nl',
        "mirjam@example.nl\x00",
        "mirjam @example.nl",
    ],
)
def test_an_address_that_is_not_one_plain_address_is_refused(address: str):
    """R50, 3.8: no header, no second reader and no text can get in by way of an address."""
    with pytest.raises(MailRefused) as refused:
        compose(Mail(uid(7), address, NOTICE.at), "post@vangnet.example")
    assert refused.value.permanent
