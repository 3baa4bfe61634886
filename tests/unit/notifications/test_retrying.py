"""What could not be sent: seen, tried again ever later, and in the end left to a worker (W8.4)."""

import pytest

from services.notifications.domain.bouncing import ReportBounce
from services.notifications.domain.informing import InformPerson
from services.notifications.domain.informings import Manner
from services.notifications.domain.notices import NoticeState, Reason, Withdrawal
from services.notifications.domain.retrying import RetryNotice
from services.notifications.sending.mailer import MailRefused, MailUncertain, MailUnreachable
from tests.unit.notifications.family import DAY, MINUTE, OPA, Family, uid
from tests.unit.notifications.post import Post


def failing(*answers: Exception) -> Post:
    post = Post(Family())
    post.family.version(1, opa=1)
    post.contacts.email(OPA)
    post.mailer.answers = list(answers)
    post.step()
    return post


def test_a_bounced_mail_never_counts_as_informed():
    """W8.4: refused for good, visible, not tried again, and still due."""
    post = failing(MailRefused(permanent=True))
    [notice] = post.notices
    assert (notice.state, notice.reason) == (NoticeState.FAILED, Reason.PERMANENT)
    assert post.family.open() == [(OPA, 1)]
    post.family.later(3 * DAY)
    assert (post.news(), post.mailer.sent) == (0, [])


def test_a_mail_that_came_back_later_counts_as_little():
    """W8.4, 3.8: taken by the server, returned the next day, recorded by a worker, sent again."""
    post = failing()
    [notice] = post.notices
    post.family.do(ReportBounce(notice=notice.notice))
    [notice] = post.notices
    assert (notice.state, notice.reason) == (NoticeState.FAILED, Reason.BOUNCED)
    assert (post.family.open(), post.news()) == ([(OPA, 1)], 0)
    post.family.do(RetryNotice(notice=notice.notice))
    assert post.news() == 1


def test_only_what_was_sent_can_come_back():
    """W8.4: a refusal is known already."""
    post = failing(MailRefused(permanent=True))
    for notice in (post.notices[0].notice, uid(9)):
        refused = post.family.refused(ReportBounce(notice=notice))
        assert refused == {"onbestelbaar-niet-verstuurd"}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (MailRefused(permanent=False), Reason.TEMPORARY),
        (MailUnreachable(), Reason.NO_MAIL_SERVER),
    ],
)
def test_what_may_pass_is_tried_again_a_minute_later(answer: Exception, reason: Reason):
    """W8.4: with the same notice, so with the same Message-ID."""
    post = failing(answer)
    [notice] = post.notices
    assert (notice.state, notice.reason) == (NoticeState.RETRYING, reason)
    assert notice.retry_at == post.family.now + MINUTE
    assert post.step() == 1
    assert post.mailer.sent[0].notice == notice.notice


def test_the_waits_grow_and_the_last_failure_is_for_good():
    """W8.4: 1 and 5 and 25 minutes, 2 hours, then every 12 hours up to 5 days."""
    post = failing(*[MailUnreachable()] * 40)
    waits = []
    while post.notices[0].retry_at is not None:
        waits.append(post.notices[0].retry_at - post.family.now)
        post.family.now = post.notices[0].retry_at - MINUTE
        post.step()
    assert [int(wait / MINUTE) for wait in waits[:6]] == [1, 5, 25, 120, 720, 720]
    assert len(waits) == 13
    assert (post.notices[0].state, post.notices[0].reason) == (
        NoticeState.FAILED,
        Reason.PERMANENT,
    )


def test_a_broken_connection_leaves_it_uncertain():
    """W8.4: neither sent nor failed may be claimed."""
    post = failing(MailUncertain())
    assert [notice.state for notice in post.notices] == [NoticeState.UNCERTAIN]


def test_a_retry_that_is_no_longer_due_is_withdrawn():
    """W8.4: the worker phoned in the meantime."""
    post = failing(MailUnreachable())
    post.family.do(InformPerson(person=OPA, version=1, manner=Manner.PHONE, confirmation="ja"))
    post.step()
    [notice] = post.notices
    assert (notice.state, notice.withdrawal) == (NoticeState.WITHDRAWN, Withdrawal.NOTHING_DUE)
    assert post.mailer.sent == []


def test_a_retry_asks_again_for_the_safe_contact():
    """3.7: five minutes later the address may have become dangerous."""
    post = failing(MailUnreachable())
    post.contacts.email(OPA, "nieuw@example.nl")
    post.step()
    assert [mail.to for mail in post.mailer.sent] == ["nieuw@example.nl"]


def test_a_worker_can_have_a_failed_notice_tried_again():
    """W8.4: the address was corrected; the same notice goes out."""
    post = failing(MailRefused(permanent=True))
    [notice] = post.notices
    post.family.do(RetryNotice(notice=notice.notice))
    assert post.news() == 1
    assert post.mailer.sent[0].notice == notice.notice


def test_only_a_notice_that_was_not_sent_and_is_still_due_can_be_tried_again():
    """W8.4: each rule that refuses."""
    post = failing(MailRefused(permanent=True))
    [notice] = post.notices
    assert post.family.refused(RetryNotice(notice=uid(9))) == {"bericht-onbekend"}
    post.family.do(InformPerson(person=OPA, version=1, manner=Manner.PHONE, confirmation="ja"))
    assert post.family.refused(RetryNotice(notice=notice.notice)) == {"bericht-niet-nodig"}
    sent = failing()
    refused = sent.family.refused(RetryNotice(notice=sent.notices[0].notice))
    assert refused == {"bericht-al-klaar"}


def test_one_address_that_fails_does_not_hold_up_the_others():
    """W8.4: everybody else is told."""
    post = Post(Family())
    post.family.version(1, opa=1, els=1)
    for person in (OPA, uid(15)):
        post.contacts.email(person)
    post.mailer.answers = [ValueError("something nobody foresaw")]
    assert post.step() == 1
    assert len(post.trouble) == 1
