"""Random lives of a plan's informing: news arrives, mails fail, and people say that they know."""

from __future__ import annotations

import random
from datetime import timedelta

from services.notifications.domain import catalogue
from services.notifications.domain.followed import (
    CaseLeadAssigned,
    ChangedFor,
    EventCorrected,
    IncidentAssessed,
    IncidentReported,
    PlanActivated,
    PlanAdjusted,
    Unsafety,
    UnsafetyClassified,
)
from services.notifications.domain.versions import Versions
from services.notifications.sending.contacts import Channel, Choice
from services.notifications.sending.mailer import MailRefused, MailUncertain, MailUnreachable
from shared.eventbase.event import Event
from tests.unit.lives.ids import PROFESSIONAL
from tests.unit.lives.invariants import World, world
from tests.unit.lives.life import Life
from tests.unit.notifications.family import FATMA, INCIDENT, PLAN, ROB, SEVEN, Family
from tests.unit.notifications.post import Post

_ASKED = {
    ("RetryNotice", "notice"): {"notification.notice-intended.notice"},
    ("ReportBounce", "notice"): {"notification.notice-intended.notice"},
    ("InformPerson", "incident"): {"incident.reported.incident"},
    ("WithholdInforming", "decided_by"): {PROFESSIONAL},
    ("WithholdInforming", "consulted"): {PROFESSIONAL},
}
_ACTS, _SECOND = 30, timedelta(seconds=1)
_TROUBLE = (MailRefused(True), MailRefused(False), MailUncertain(), MailUnreachable())


def lived(seed: int, acts: int = _ACTS) -> tuple[Post, Life]:
    """An informing as it came out of a random life, and that life."""
    life = Life(catalogue, (), _ASKED, seed)
    post = Post(Family(acute=life.rng.random() < 0.5))
    post.family.version(1, mirjam=1, stefan=1)
    life.live(post.family, acts, lambda: _goes_on(post, life.rng))
    assert post.trouble == []
    return post, life


def _goes_on(post: Post, rng: random.Random) -> None:
    """Something is followed, somebody chooses how to be reached, and the sender has its turn."""
    happened = post.family.now - timedelta(hours=rng.randrange(100))
    news, source = _news(post.family, rng)
    post.family.follow(news, f"{happened:%Y-%m-%d %H:%M}", source)
    post.contacts.choices[rng.choice(SEVEN)] = rng.choice(
        [Choice(Channel.EMAIL, "veilig@example.nl"), Choice(Channel.PHONE, None)]
    )
    post.mailer.answers = rng.sample(_TROUBLE, rng.randrange(3))
    post.news()


def _news(family: Family, rng: random.Random) -> tuple[Event, str]:
    versions = family.state()[Versions].all
    leads = [r.stamp.event_id for r in family.history if isinstance(r.event, CaseLeadAssigned)]
    number = max(versions, default=0) + 1
    made = PlanActivated if number == 1 else PlanAdjusted
    plans = (
        made(number, _changed(family, rng)),
        made(number, _changed(family, rng)),
        CaseLeadAssigned(rng.choice((FATMA, ROB))),
        UnsafetyClassified(rng.choice(list(Unsafety))),
        *(EventCorrected(each) for each in leads[-1:]),
    )
    if rng.random() < 0.2:
        return rng.choice((IncidentReported(INCIDENT), IncidentAssessed(INCIDENT))), "evaluations"
    return rng.choice(plans), "plans"


def _changed(family: Family, rng: random.Random) -> tuple[ChangedFor, ...]:
    """Whose own version is new, each numbered on from the one they had."""
    versions = family.state()[Versions].all.values()
    return tuple(
        ChangedFor(person, 1 + max((v.changed_for.get(person, 0) for v in versions), default=0))
        for person in rng.sample(SEVEN, rng.randrange(len(SEVEN)))
    )


def now(post: Post) -> World:
    """The informing as it is."""
    return world(catalogue, PLAN, post.family.history, post.family.now + _SECOND)
