"""What is sent to whom: only after a safe-contact choice, never counting as informed (W8.4)."""

from services.notifications.domain.attempts import NoticeIntended, NoticeSent
from services.notifications.domain.holding_back import HeldBack, Holds
from services.notifications.domain.informing import InformPerson
from services.notifications.domain.informings import Manner
from services.notifications.domain.notices import NoticeState, Withdrawal
from services.notifications.domain.withholding import WithholdInforming
from services.notifications.sending.contacts import Channel, Choice
from tests.unit.notifications.family import (
    DAY,
    ELS,
    FATMA,
    HANS,
    MINUTE,
    OPA,
    ROB,
    STEFAN,
    Family,
)
from tests.unit.notifications.post import Post


def post_for(**own: int) -> Post:
    post = Post(Family())
    post.family.version(1, **own)
    return post


def knows(person, number=1) -> InformPerson:
    return InformPerson(person=person, version=number, manner=Manner.PHONE, confirmation="ja")


def test_sent_is_never_informed():
    """W8.4: a sent notice leaves what is due open."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    assert post.step() == 1
    assert [notice.state for notice in post.notices] == [NoticeState.SENT]
    assert post.family.open() == [(OPA, 1)]


def test_a_sent_notice_is_not_sent_again():
    """W8.4: one notice, however often the sender looks."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    post.step()
    assert [post.news() for _ in range(5)] == [0] * 5
    assert len(post.mailer.sent) == 1


def test_without_a_safe_contact_choice_nothing_is_ever_sent():
    """Amendment to W8.4; and it is recorded once, not at every look."""
    post = post_for(opa=1)
    for _ in range(5):
        post.news()
    assert post.mailer.sent == post.notices == []
    hold = post.family.state()[Holds].of[OPA, post.family.due(OPA, 1).occasion]
    assert hold.why is HeldBack.NO_SAFE_CONTACT
    assert len([r for r in post.family.history if r.stamp.source is None]) == 1


def test_who_chose_another_way_than_mail_is_left_to_a_worker():
    """W8.4, 3.7: phone, a talk or a letter is for a person to do."""
    post = post_for(opa=1, els=1, hans=1)
    for person, channel in ((OPA, "phone"), (ELS, "in-person"), (HANS, "letter")):
        post.contacts.choices[person] = Choice(Channel(channel), "06-12345678")
    post.step()
    whys = {hold.why for hold in post.family.state()[Holds].of.values()}
    assert whys == {HeldBack.PHONE, HeldBack.IN_PERSON, HeldBack.LETTER}
    assert (post.mailer.sent, len(post.family.open())) == ([], 3)


def test_a_choice_made_later_is_found_within_the_hour():
    """W8.4: the obligation waits for a safe way, not for the next version."""
    post = post_for(opa=1)
    post.step()
    post.contacts.email(OPA)
    assert post.step() == 0
    post.family.later(60 * MINUTE)
    assert post.step() == 1


def test_after_the_first_day_plans_is_asked_once_a_day():
    """3.8: every question is a line in the access log, and most people never choose e-mail."""
    post = post_for(opa=1)
    post.step()
    post.family.later(2 * DAY)
    asked = []
    for _ in range(3 * 24):
        post.family.later(59 * MINUTE)
        asked.append(post.step() or len(post.contacts.asked))
    assert len(set(asked)) == 3


def test_a_choice_that_is_revoked_between_queue_and_send_stops_the_notice():
    """W8.4, 3.7: asked again just before sending, and nothing goes out."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    post.contacts.change = post.contacts.choices.clear
    assert post.step() == 0
    [notice] = post.notices
    assert post.mailer.sent == []
    assert (notice.state, notice.withdrawal) == (
        NoticeState.WITHDRAWN,
        Withdrawal.CONTACT_CHANGED,
    )


def test_who_is_told_between_queue_and_send_gets_no_notice():
    """W8.4: a worker was quicker."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    post.contacts.change = lambda: post.family.open() and post.family.do(knows(OPA))
    post.step()
    assert post.mailer.sent == []


def test_a_decision_not_to_inform_stops_the_notice():
    """W8.4: and an older version of the same person is not sent either, it would make them look."""
    post = post_for(stefan=1)
    post.family.version(2, stefan=2)
    post.contacts.email(STEFAN)
    post.family.do(
        WithholdInforming(
            person=STEFAN, version=2, reason="gevaar", decided_by=FATMA, consulted=ROB
        )
    )
    post.step()
    assert (post.mailer.sent, post.family.open()) == ([], [(STEFAN, 1)])


def test_the_intent_is_recorded_before_anything_leaves():
    """W8.4: what died half-way is known to have begun."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    seen: list[NoticeState] = []
    post.mailer.before = lambda: seen.extend(notice.state for notice in post.notices)
    post.step()
    assert seen == [NoticeState.UNCERTAIN]


def test_nothing_leaves_when_the_intent_could_not_be_recorded():
    """W8.4: a notice that nobody knows of is not sent."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    post.ledger.dies = NoticeIntended
    post.step()
    assert (post.mailer.sent, len(post.trouble)) == ([], 1)


def test_an_attempt_without_outcome_is_uncertain_and_repeated_as_the_same_notice():
    """W8.4: the mail may have been sent, so the repeat carries the same id."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    post.ledger.dies = NoticeSent
    post.step()
    assert [notice.state for notice in post.notices] == [NoticeState.UNCERTAIN]
    post.ledger.dies = None
    post.family.later(8 * MINUTE)
    assert post.news() == 0
    post.family.later(2 * MINUTE)
    assert post.news() == 1
    assert len({mail.notice for mail in post.mailer.sent}) == 1
    assert [(notice.attempt, notice.state) for notice in post.notices] == [(2, NoticeState.SENT)]


def test_two_versions_to_one_person_are_one_notice():
    """W8.4: being told of the newest is being told of both; two mails say more than one."""
    post = post_for(opa=1)
    post.family.version(2, opa=2)
    post.contacts.email(OPA)
    assert post.step() == 1
    assert [notice.occasion.version for notice in post.notices] == [2]


def test_a_new_version_is_a_new_notice():
    """W8.4: also for who did not confirm the one before."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    post.step()
    post.family.later(DAY)
    post.family.version(2, opa=2)
    assert post.news() == 1


def test_the_case_lead_is_sent_a_notice_of_an_incident_at_once():
    """W9.1, R25: nobody has to look to hear of it."""
    post = Post(Family())
    post.family.lead(FATMA)
    post.family.incident()
    post.contacts.email(FATMA, "fatma@example.nl")
    assert post.step() == 1
    assert [mail.to for mail in post.mailer.sent] == ["fatma@example.nl"]


def test_while_plans_cannot_be_asked_nothing_is_sent_and_nothing_is_recorded():
    """3.7: not knowing a choice is not the same as there being none."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    post.contacts.answers = False
    assert post.step() == 0
    assert not [r for r in post.family.history if r.stamp.source is None]
    post.contacts.answers = True
    assert post.step() == 1
