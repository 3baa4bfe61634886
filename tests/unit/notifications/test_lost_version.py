"""After a restore of plans a number can be that of another version (design section 5, W8.4)."""

from services.notifications.domain.notices import NoticeState
from services.notifications.domain.reading import ConfirmRead
from services.notifications.domain.withholding import WithholdInforming
from services.notifications.sending.mailer import MailUnreachable
from tests.unit.notifications.family import DAY, FATMA, OPA, ROB, Family, token_of
from tests.unit.notifications.post import Post

READ = ConfirmRead(version=2)
NOT_TOLD = WithholdInforming(
    person=OPA, version=2, reason="eerst het gesprek", decided_by=FATMA, consulted=ROB
)


def made_again(family: Family) -> None:
    family.lose(2)
    family.version(2, opa=2)


def family_with_two_versions() -> Family:
    family = Family()
    family.version(1, opa=1)
    family.version(2, opa=2)
    return family


def test_who_read_the_lost_version_must_still_be_told_of_the_next_one_with_its_number():
    """W8.4: it says something else, and nobody knows it yet."""
    family = family_with_two_versions()
    family.do(READ, token_of(OPA))
    made_again(family)
    assert (OPA, 2) in family.open()
    family.do(READ, token_of(OPA))
    assert family.open() == []


def test_a_decision_not_to_inform_of_the_lost_version_says_nothing_of_the_next_one():
    """W8.4, T3: it was taken about other words, and is taken anew or not at all."""
    family = family_with_two_versions()
    family.do(NOT_TOLD)
    made_again(family)
    assert (OPA, 2) in family.open()
    assert family.refused(NOT_TOLD) == set()


def test_the_next_version_with_the_lost_number_gets_a_notice_of_its_own():
    """W8.4: the mail about the lost one told nobody of this one."""
    post = Post(family_with_two_versions())
    post.contacts.email(OPA)
    assert post.step() == 1
    made_again(post.family)
    assert post.news() == 1
    assert [notice.state for notice in post.notices] == [NoticeState.SENT, NoticeState.SENT]


def test_a_notice_that_was_on_its_way_about_the_lost_version_is_withdrawn_for_one_about_the_next():
    """W8.4: one mail, about the version that there is."""
    post = Post(family_with_two_versions())
    post.contacts.email(OPA)
    post.mailer.answers = [MailUnreachable()]
    assert post.step() == 0
    made_again(post.family)
    post.family.later(DAY)
    assert post.news() == 1
    states = [notice.state for notice in post.notices]
    assert states == [NoticeState.WITHDRAWN, NoticeState.SENT]
