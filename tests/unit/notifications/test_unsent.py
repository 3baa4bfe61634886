"""How many notices are not sent is known without reading every plan again (W8.4)."""

from services.notifications.domain.attempts import NoticeSent
from services.notifications.sending.mailer import MailRefused
from tests.unit.notifications.family import MINUTE, OPA, Family
from tests.unit.notifications.post import Post


def post_for(**own: int) -> Post:
    """A family of which these people have a new version to be told of."""
    post = Post(Family())
    post.family.version(1, **own)
    return post


def counted(post: Post) -> dict[str, int]:
    """The states in which there is anything."""
    return {unsent.state: unsent.count for unsent in post.unsent.figures() if unsent.count}


def test_a_notice_is_counted_until_it_was_sent():
    """Of an attempt without an outcome nobody knows whether it was."""
    post = post_for(opa=1)
    post.contacts.email(OPA)
    post.ledger.dies = NoticeSent
    post.step()
    assert counted(post) == {"uncertain": 1}
    post.ledger.dies = None
    post.family.later(10 * MINUTE)
    post.news()
    assert counted(post) == {}


def test_a_refused_notice_is_retried_or_has_failed():
    """The one comes right by itself, the other waits for a worker."""
    for permanent, state in ((False, "retrying"), (True, "failed")):
        post = post_for(opa=1)
        post.contacts.email(OPA)
        post.mailer.answers.append(MailRefused(permanent))
        post.step()
        assert counted(post) == {state: 1}


def test_who_may_not_be_sent_anything_is_not_counted_as_waiting():
    """Nothing comes of waiting; a worker has to tell them."""
    post = post_for(opa=1)
    post.step()
    assert counted(post) == {"held-back": 1}


def test_while_nobody_can_be_asked_for_an_address_a_notice_is_due_since_it_was_owed():
    """Its age is what an operator sees growing."""
    post = post_for(opa=1)
    post.contacts.answers = False
    post.step()
    (due,) = [unsent for unsent in post.unsent.figures() if unsent.count]
    assert due.state == "due"
    assert due.oldest is not None
    assert due.oldest <= post.family.now
    post.contacts.answers = True
    post.contacts.email(OPA)
    post.step()
    assert counted(post) == {}
