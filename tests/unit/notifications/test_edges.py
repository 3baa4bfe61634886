"""The exact edges of what is due, when it is tried, and to whom it goes (W8.4, R24, R25)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.notifications.domain import catalogue
from services.notifications.domain.bouncing import ReportBounce
from services.notifications.domain.followed import (
    ChangedFor,
    IncidentAssessed,
    PersonAdded,
    PlanAdjusted,
    Unsafety,
)
from services.notifications.domain.holding_back import HeldBack, NoticeHeldBack
from services.notifications.domain.incidents import Incidents
from services.notifications.domain.informing import InformPerson
from services.notifications.domain.informings import Manner, PersonInformed
from services.notifications.domain.notices import NoticeState, Withdrawal
from services.notifications.domain.obligations import obligations, to_send
from services.notifications.domain.occasion import Occasion
from services.notifications.domain.people import PartyKind
from services.notifications.domain.tasks import Task, intend, sent, tasks, withdraw
from services.notifications.domain.terms import (
    FIRST_DAY,
    GIVE_UP,
    OWN,
    RECHECK,
    recheck_at,
    retry_at,
)
from services.notifications.domain.versions import Versions
from services.notifications.domain.withholding import WithholdInforming
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.reach import Reaches
from shared.eventbase.unknown import NotYetKnown
from tests.unit.notifications.family import (
    ELS,
    FATMA,
    HANS,
    INCIDENT,
    MIRJAM,
    OPA,
    PLAN,
    ROB,
    STEFAN,
    Family,
    at,
    uid,
)
from tests.unit.notifications.post import Post

START = at("2025-03-10 09:00")
SECOND = timedelta(seconds=1)
FATMA_ACTS = Actor("fatma", "worker")


def test_sending_is_given_up_after_five_days_and_not_at_them() -> None:
    """W8.4: the last attempt may be at the very end."""
    last = START + GIVE_UP - timedelta(minutes=1)
    assert retry_at(1, START, last) == START + GIVE_UP
    assert retry_at(1, START, last + SECOND) is None


def test_from_a_day_on_it_is_looked_at_daily() -> None:
    """Every look is a line in the access log."""
    day = START + FIRST_DAY
    assert recheck_at(START, day - SECOND) == day - SECOND + timedelta(hours=1)
    assert recheck_at(START, day) == day + timedelta(days=1)


def test_what_is_to_be_done_now_was_looked_at_now() -> None:
    """Else it would be looked at again and again."""
    task = Task(OPA, Occasion(1), None, START, START)
    assert task.again_at(START) == START + timedelta(hours=1)
    assert task.again_at(START - SECOND) == START


def test_both_kinds_of_acute_make_the_terms_short() -> None:
    """W3: "both" is acute too."""
    assert [kind for kind in Unsafety if kind.is_acute] == [Unsafety.ACUTE, Unsafety.BOTH]


def test_a_judgement_that_was_never_given_does_not_make_it_acute() -> None:
    """R24: before the first judgement the ordinary terms hold."""
    assert not Versions().is_acute


def test_what_is_due_is_told_in_the_order_in_which_it_became_due() -> None:
    """An incident between two versions; and at one moment the lower version first."""
    family = Family()
    family.lead(FATMA)
    family.version(2, opa=2)
    family.version(1, opa=1)
    family.later()
    family.incident()
    family.later()
    family.version(3, opa=3)
    found = [due.occasion.version for due in obligations(family.state(), OWN)]
    assert found == [1, 2, None, 3]


def test_a_lead_who_has_a_version_of_their_own_is_told_of_the_incident_too() -> None:
    """W9.1: the newest version does not take its place."""
    family = Family()
    family.lead(OPA)
    family.incident()
    family.later()
    family.version(1, opa=1)
    assert {due.occasion.incident for due in to_send(family.state())} == {INCIDENT, None}


def test_when_an_incident_was_first_assessed_is_known() -> None:
    """R25: a second judgement changes nothing of that."""
    family = Family()
    family.incident()
    for moment in ("2025-03-09 10:00", "2025-03-09 11:00"):
        family.follow(IncidentAssessed(INCIDENT), moment, "evaluations")
    assert family.state()[Incidents].assessed == {INCIDENT: at("2025-03-09 10:00")}


def test_who_told_somebody_is_in_the_record() -> None:
    """W8.4: another than who writes it down."""
    family = Family()
    family.version(1, opa=1)
    (told,) = family.do(
        InformPerson(person=OPA, version=1, manner=Manner.PHONE, confirmation="Ja.", by=ROB)
    )
    assert isinstance(told, PersonInformed)
    assert told.by == ROB


def test_a_person_is_hidden_here_from_whom_they_are_hidden_there() -> None:
    """Design 6: as plans says it."""
    family = Family()
    family.follow(PersonAdded(uid(99), PartyKind.NETWORK, (STEFAN,)))
    assert family.state()[Reaches].of[uid(99)].hidden_from == {STEFAN}


def test_nothing_is_withheld_of_a_version_that_has_yet_to_arrive() -> None:
    """Design 2: a later one may still come."""
    decision = WithholdInforming(person=OPA, version=3, reason="x", decided_by=FATMA, consulted=ROB)
    with pytest.raises(NotYetKnown):
        Family().do(decision)


def test_only_what_is_there_to_do_and_still_due_is_intended() -> None:
    """W8.4: not twice, and not what somebody knows by now."""
    family = Family()
    family.version(1, opa=1)
    (task,) = tasks(family.state())
    family.do(InformPerson(person=OPA, version=1, manner=Manner.PHONE, confirmation="Ja."))
    assert family.decide(lambda state, doing: intend(state, task, doing)) == []
    family.version(2, opa=2)
    (newer,) = tasks(family.state())
    assert family.decide(lambda state, doing: intend(state, task, doing)) == []
    assert len(family.decide(lambda state, doing: intend(state, newer, doing))) == 1
    assert family.decide(lambda state, doing: intend(state, newer, doing)) == []


def test_only_what_is_not_settled_is_withdrawn() -> None:
    """W8.4: what was sent is sent; what never was is nothing."""
    family = Family()
    family.version(1, opa=1)
    (task,) = tasks(family.state())
    (intent,) = family.decide(lambda state, doing: intend(state, task, doing))
    family.decide(lambda state, doing: sent(state, intent.notice, doing))
    doing = Doing(FATMA_ACTS, family.now, lambda: uid(98))
    for notice in (intent.notice, uid(98)):
        assert withdraw(family.state(), notice, Withdrawal.NOTHING_DUE, doing) == []


def test_what_was_held_back_is_looked_at_an_hour_later_for_that_person_and_version() -> None:
    """W8.4: of another version, or for another, at once."""
    family = Family()
    family.version(1, els=1, hans=1)
    family.later()
    first = {task.person: task for task in tasks(family.state())}
    held = NoticeHeldBack(ELS, first[ELS].occasion, HeldBack.NO_SAFE_CONTACT)
    family.decide(lambda state, doing: [held])
    after = {task.person: task.at for task in tasks(family.state())}
    assert after == {ELS: family.now + RECHECK, HANS: first[HANS].at}
    family.later()
    family.version(2, els=2)
    newer = {task.person: task.at for task in tasks(family.state())}
    assert newer[ELS] == family.now


def test_a_bounce_happened_when_it_came_back() -> None:
    """W8.4: shown with the notice."""
    family = Family()
    post = Post(family)
    family.version(1, mirjam=1)
    post.contacts.email(MIRJAM)
    post.news()
    [notice] = post.notices
    assert notice.state is NoticeState.SENT
    family.later(timedelta(days=1))
    family.do(ReportBounce(notice=notice.notice))
    [bounced] = post.notices
    assert bounced.changed_at == family.now


def test_a_version_under_which_somebody_had_none_yet_is_nobodys() -> None:
    """W8.4: own numbers begin where the first own version was."""
    family = Family()
    family.version(1, mirjam=1)
    family.version(2, opa=1)
    family.version(3, mirjam=2)
    versions = family.state()[Versions]
    own = [versions.own_number(OPA, Occasion(number)) for number in (1, 2, 3, 4)]
    assert own == [None, 1, 1, None]
    assert versions.own_number(OPA, Occasion(incident=INCIDENT)) is None
    assert versions.own_number(OPA, Occasion(2, made_by=uid(97))) is None
    assert versions.behind_own(OPA, 1) is versions.all[2]


def test_a_number_that_was_given_twice_is_of_the_last() -> None:
    """After a restore plans may number anew: the newest that made it counts."""
    family = Family()
    family.version(1, opa=1)
    family.version(2, opa=1)
    versions = family.state()[Versions]
    assert versions.behind_own(OPA, 1) is versions.all[2]
    assert versions.behind_own(OPA, 9) is None


def test_an_incident_that_opens_as_the_first_version_does_comes_first() -> None:
    """Design 2: at one moment there is one order, whatever order they came in."""
    family = Family()
    family.incident()
    family.now = family.state()[Incidents].reported[INCIDENT]
    family.version(1, opa=1)
    for history in (family.history, family.history[::-1]):
        found = obligations(catalogue.fold(PLAN, history), OWN)
        assert [due.occasion.version for due in found] == [None, 1]


def test_a_version_is_told_with_how_many_are_to_be_informed() -> None:
    """W8.4: nobody, one, or more; never who."""
    nobody, one, more = (
        PlanAdjusted(2, tuple(ChangedFor(who, 1) for who in people))
        for people in ((), (OPA,), (OPA, ELS))
    )
    tell = catalogue.sentences[PlanAdjusted]
    made = "Versie 2 van het plan is gemaakt."
    assert tell(nobody, None) == f"{made} Voor niemand wijzigde de eigen versie."
    assert tell(one, None) == f"{made} Eén persoon moet hierover worden geïnformeerd."
    assert tell(more, None) == f"{made} 2 mensen moeten hierover worden geïnformeerd."
