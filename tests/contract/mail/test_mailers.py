"""What every mailer promises, the real one and the one in memory (W8.4)."""

import pytest

from services.notifications.sending.mailer import (
    Mail,
    MailRefused,
    MailUncertain,
    MailUnreachable,
    NoMailer,
)
from services.notifications.sending.smtp import SmtpMailer, SmtpSettings
from tests.contract.mail.conftest import SENDER, Office, SmtpOffice
from tests.contract.mail.servers import LOCAL, serving
from tests.unit.notifications.family import at, uid

NOTICE = Mail(uid(7), "opa@example.nl", at("2025-03-10 09:00"))
MESSAGE_ID = f"<{NOTICE.notice}@vangnet.example>"


def test_a_notice_reaches_its_one_address(office: Office):
    """W8.4: handed over when send returns."""
    office.mailer.send(NOTICE)
    assert office.taken() == [("opa@example.nl", MESSAGE_ID)]


def test_a_repeat_carries_the_same_message_id(office: Office):
    """W8.4: so that the receiving side can see that it is one."""
    office.mailer.send(NOTICE)
    office.mailer.send(Mail(NOTICE.notice, NOTICE.to, at("2025-03-10 21:00")))
    assert [message_id for _, message_id in office.taken()] == [MESSAGE_ID] * 2


@pytest.mark.parametrize("permanent", [True, False])
def test_a_refusal_says_whether_it_is_for_good(office: Office, permanent: bool):
    """W8.4: 5xx is a bounce, 4xx may pass."""
    office.refuse(permanent)
    with pytest.raises(MailRefused) as refused:
        office.mailer.send(NOTICE)
    assert (refused.value.permanent, office.taken()) == (permanent, [])


def test_a_server_that_is_not_there_is_told_apart(office: Office):
    """W8.4: it says nothing about the address."""
    office.vanish()
    with pytest.raises(MailUnreachable):
        office.mailer.send(NOTICE)


def test_a_connection_that_breaks_after_the_content_leaves_it_uncertain(office: Office):
    """W8.4: it may have been taken."""
    office.break_off()
    with pytest.raises(MailUncertain):
        office.mailer.send(NOTICE)


@pytest.mark.parametrize(
    "address",
    [
        "opa@example.nl\r\nBcc: stefan@example.nl",
        "opa@example.nl>\r\nRCPT TO:<stefan@example.nl",
        "opa@example.nl, stefan@example.nl",
    ],
)
def test_an_address_cannot_smuggle_in_a_second_reader(office: Office, address: str):
    """3.8: refused before anything is sent."""
    with pytest.raises(MailRefused):
        office.mailer.send(Mail(NOTICE.notice, address, NOTICE.at))
    assert office.taken() == []


@pytest.mark.parametrize(("answer", "permanent"), [("554 no", True), ("452 full", False)])
def test_a_refusal_of_the_content_counts_as_one(smtp: SmtpOffice, answer: str, permanent: bool):
    """W8.4: servers refuse after DATA too."""
    smtp.handler.to_data = answer
    with pytest.raises(MailRefused) as refused:
        smtp.mailer.send(NOTICE)
    assert refused.value.permanent is permanent


def test_what_arrives_is_the_neutral_text_in_dutch(smtp: SmtpOffice):
    """R50: as it stands in the mailbox."""
    smtp.mailer.send(NOTICE)
    [message] = smtp.handler.received
    assert message["Subject"] == "Er staat een bericht voor u klaar"
    assert "Log in zoals u dat gewend bent." in message.get_content()
    assert (message["To"], message["Auto-Submitted"]) == ("opa@example.nl", "auto-generated")


def test_without_a_mail_server_nothing_is_sent_and_that_is_said():
    """W8.4: an installation that cannot mail shows so, and forgets nobody."""
    with pytest.raises(MailUnreachable):
        NoMailer().send(NOTICE)


def test_nothing_is_handed_over_in_the_clear_when_encryption_was_asked(smtp: SmtpOffice):
    """3.8: a server that offers no TLS is one that does not work for us."""
    with serving(smtp.handler) as port:
        settings = SmtpSettings(LOCAL, port, SENDER, timeout=5, starttls=True)
        with pytest.raises(MailUnreachable):
            SmtpMailer(settings).send(NOTICE)
    assert smtp.taken() == []


def test_a_server_that_does_not_accept_our_login_says_nothing_about_the_address(smtp: SmtpOffice):
    """W8.4: our own trouble is tried again, it is no bounce."""
    with serving(smtp.handler) as port:
        settings = SmtpSettings(
            LOCAL, port, SENDER, timeout=5, starttls=False, user="vangnet", password="fout"
        )
        with pytest.raises(MailUnreachable):
            SmtpMailer(settings).send(NOTICE)
    assert smtp.taken() == []
