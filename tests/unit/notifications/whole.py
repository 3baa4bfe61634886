"""A history of informing with every event in it: sent, bounced, tried again, told and withheld."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from services.notifications.domain.bouncing import ReportBounce
from services.notifications.domain.erasing import NoticeContentErased, NoticesDestroyed
from services.notifications.domain.followed import (
    DossierOpened,
    ErasureOrdered,
    EvaluationContentErased,
    EvaluationsDestroyed,
    IncidentAssessed,
    PlanContentErased,
    PlanDestroyed,
)
from services.notifications.domain.informing import InformPerson
from services.notifications.domain.informings import Manner
from services.notifications.domain.notices import NoticeState
from services.notifications.domain.reading import ConfirmRead
from services.notifications.domain.retrying import RetryNotice
from services.notifications.domain.withholding import WithholdInforming
from services.notifications.sending.contacts import Channel, Choice
from services.notifications.sending.mailer import MailRefused
from shared.eventbase.erasing import Ground, Range
from tests.unit.notifications.family import (
    ELS,
    FATMA,
    HANS,
    INCIDENT,
    MIRJAM,
    OPA,
    ROB,
    STEFAN,
    Family,
    token_of,
    uid,
)
from tests.unit.notifications.post import Post


def whole() -> Family:
    """Version 1 for three people, an incident, and version 2 for five."""
    family = Family(acute=True)
    post = Post(family)
    family.follow(DossierOpened())
    family.lead(FATMA)
    family.version(1, mirjam=1, stefan=1, els=1)
    for person in (MIRJAM, STEFAN):
        post.contacts.email(person)
    post.mailer.answers = [MailRefused(permanent=False)]
    post.news()
    family.later(timedelta(hours=1))
    post.news()
    sent = [each for each in post.notices if each.state is NoticeState.SENT]
    family.do(ReportBounce(notice=sent[0].notice))
    family.do(RetryNotice(notice=sent[0].notice))
    post.contacts.choices[sent[0].person] = Choice(Channel.PHONE, None)
    post.news()
    family.do(ConfirmRead(version=1), token_of(sent[1].person))
    family.incident()
    family.follow(IncidentAssessed(INCIDENT), source="evaluations")
    post.news()
    told = {"manner": Manner.PHONE, "confirmation": "Zij zei ja.", "by": ROB}
    family.do(InformPerson(person=FATMA, incident=INCIDENT, **told))
    family.version(2, mirjam=2, stefan=2, els=2, hans=1, opa=1)
    withheld = {"reason": "Gevaar.", "decided_by": FATMA, "consulted": ROB}
    family.do(WithholdInforming(person=OPA, version=2, **withheld))
    family.do(InformPerson(person=HANS, version=2, **told))
    family.do(InformPerson(person=ELS, version=2, **told))
    post.news()
    ordered(family)
    return family


def ordered(family: Family) -> UUID:
    """Something is to be erased, and each service says that it did; which request it was."""
    request, month_on = uid(901), family.now + timedelta(days=30)
    family.follow(ErasureOrdered(request, Ground.REQUEST))
    family.follow(PlanContentErased(request, month_on))
    family.follow(EvaluationContentErased(request, month_on), source="evaluations")
    family.follow(PlanDestroyed(request, month_on))
    family.follow(EvaluationsDestroyed(request, month_on), source="evaluations")
    gone = (uid(902),), (uid(903),)
    all_of_it = uid(904), Ground.REQUEST, (Range(1, 3),), month_on + timedelta(days=1)
    family.decide(
        lambda state, doing: [
            NoticeContentErased(request, Ground.REQUEST, *gone, month_on),
            NoticesDestroyed(uid(905), *all_of_it),
        ]
    )
    return request
