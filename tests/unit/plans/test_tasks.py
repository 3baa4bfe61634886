"""Tasks: asked of a party, accepted or declined by them, and not forgotten (W7.1, R36)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from services.plans.domain.family.people import PartyKind
from services.plans.domain.plan.agreeing import ChangeAgreement, EndAgreement
from services.plans.domain.plan.agreements import Purpose
from services.plans.domain.together.assigning import AnswerTask, AssignTask, EndTask
from services.plans.domain.together.tasks import Tasks, standing_tasks
from shared.access.role import Role
from shared.eventbase.doing import Actor
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.unknown import NotInvolved
from tests.unit.plans.acts import MARCH_10, Family, add, agree
from tests.unit.plans.case import NOWHERE, STRANGER, at, day
from tests.unit.plans.test_correction import correct

DUTY = "taak-bevestigen"


def as_person(person: UUID) -> Actor:
    """Somebody with a token of their own."""
    return Actor("token", Role.PERSON, person)


class Division:
    """A plan whose agreement is Stefan's and for Mirjam, and a school that can help."""

    def __init__(self, **more: Any) -> None:
        self.family = Family()
        self.case = self.family.case
        self.school = self.case.item(add("De Wilgen", PartyKind.AGENCY))
        people = {"for_people": (self.family.mirjam,), **more}
        self.agreement = self.case.item(agree(self.family.stefan, **people))

    def task(self, **more: Any) -> AssignTask:
        """The school is asked to keep an eye on the children."""
        said = {
            "agreement": self.agreement,
            "party": self.school,
            "task": "Elke ochtend vragen hoe het gaat",
            "valid_from": MARCH_10,
        }
        return AssignTask(**said | more)

    def asked(self, **more: Any) -> UUID:
        """The school was asked."""
        return self.case.item(self.task(**more))

    def reach(self, item: UUID) -> Reach:
        """Whom an item concerns now."""
        return self.case.state()[Reaches].of[item]


def test_a_school_that_did_not_accept_its_task_yet_promised_nothing() -> None:
    """W7.1: nobody of the family counts on it, and the worker keeps seeing that it is open."""
    division = Division()
    mirjam = division.family.mirjam
    task = division.asked(shared_with=(mirjam,))
    assert not division.case.state()[Tasks].all[task].accepted
    assert not division.reach(task).includes(mirjam)
    assert "taak-niet-bevestigd" in division.case.flags()
    division.case.do(AnswerTask(task=task, accepted=True))
    assert division.case.state()[Tasks].all[task].accepted
    assert division.reach(task).includes(mirjam)
    assert "taak-niet-bevestigd" not in division.case.flags()


def test_a_declined_task_says_why_and_stays_in_sight_until_it_is_dropped() -> None:
    """W7.1: a promise that was taken back is none either."""
    division = Division()
    task = division.asked(shared_with=(division.family.mirjam,))
    division.case.do(AnswerTask(task=task, accepted=True))
    declined = AnswerTask(task=task, accepted=False)
    assert division.case.refused(declined) == {"taak-afgewezen-zonder-reden"}
    division.case.do(AnswerTask(task=task, accepted=False, reason="Te weinig mensen"))
    assert not division.reach(task).includes(division.family.mirjam)
    assert "taak-afgewezen" in division.case.flags()
    division.case.do(EndTask(task=task, reason="Een ander doet het"))
    assert "taak-afgewezen" not in division.case.flags()


def test_a_task_is_confirmed_within_five_working_days_or_is_overdue() -> None:
    """R36: asked on Monday 10 March, too late after Monday 17 March; any answer settles it."""
    division = Division()
    task = division.asked()
    [due] = division.case.obligations(DUTY)
    assert (due.about, due.settled) == (task, None)
    assert due.overdue(at("2025-03-18 00:00"))
    assert not due.overdue(at("2025-03-17 22:00"))
    division.case.do(AnswerTask(task=task, accepted=False, reason="Nee"), "2025-03-12 10:00")
    [settled] = division.case.obligations(DUTY)
    assert settled.settled is not None
    assert settled.settled.at == at("2025-03-12 10:00")


def test_a_task_that_is_asked_no_longer_is_waited_for_no_longer() -> None:
    """R36: ended, it can be answered no more."""
    division = Division()
    task = division.asked()
    division.case.do(EndTask(task=task, reason="Niet nodig"))
    [due] = division.case.obligations(DUTY)
    assert due.settled is not None
    assert division.case.refused(AnswerTask(task=task, accepted=True)) == {"taak-onbekend"}
    assert division.case.refused(EndTask(task=NOWHERE, reason="x")) == {"taak-onbekend"}


def test_the_party_answers_in_their_own_name() -> None:
    """W7.1: and it shows that nobody else wrote it down."""
    division = Division()
    task = division.asked()
    division.case.do(AnswerTask(task=task, accepted=True), actor=as_person(division.school))
    answer = division.case.state()[Tasks].all[task].answer
    assert answer is not None
    assert answer.own
    division.case.do(AnswerTask(task=task, accepted=True))
    heard = division.case.state()[Tasks].all[task].answer
    assert heard is not None
    assert not heard.own


def test_a_task_of_somebody_else_does_not_exist_to_a_person() -> None:
    """Design 6: the same refusal as for a task that is nowhere."""
    division = Division()
    task = division.asked(shared_with=(division.family.mirjam,))
    mirjam = as_person(division.family.mirjam)
    own = AnswerTask(task=task, accepted=True)
    nowhere = AnswerTask(task=NOWHERE, accepted=True)
    assert division.case.broken(own, actor=mirjam) == division.case.broken(nowhere, actor=mirjam)
    with pytest.raises(NotInvolved):
        division.case.do(own, actor=as_person(STRANGER))


def test_a_task_belongs_to_an_agreement_that_holds() -> None:
    """W7.1: and ends with it."""
    division = Division()
    assert division.case.refused(division.task(agreement=NOWHERE)) == {"taak-zonder-afspraak"}
    division.asked()
    division.case.do(EndAgreement(item=division.agreement, reason="Klaar"))
    assert standing_tasks(division.case.state()) == []
    assert division.case.refused(division.task()) == {"taak-zonder-afspraak"}


def test_everybody_named_in_a_task_belongs_to_the_dossier_and_its_days_run_forward() -> None:
    """W7.1."""
    division = Division()
    wrong = division.task(party=STRANGER, valid_until=day("2025-03-09"))
    assert division.case.refused(wrong) == {"persoon-onbekend", "taak-looptijd"}
    assert division.case.refused(division.task(valid_until=MARCH_10)) == set()


def test_nobody_answers_a_task_before_it_was_asked() -> None:
    """Design 3: it would be recorded and change nothing."""
    division = Division()
    task = division.asked()
    early = AnswerTask(task=task, accepted=True, effective_at=at("2025-03-09 09:00"))
    assert division.case.refused(early) == {"taak-voor-begin"}


def test_a_hidden_agreement_is_not_told_of_by_way_of_a_task() -> None:
    """Domain 3.7: neither by asking whom it is hidden from, nor by sharing."""
    family = Division().family
    division = Division(hidden_from=(family.mirjam,), for_people=())
    mirjam = division.family.mirjam
    assert division.case.refused(division.task(party=mirjam)) == {"taak-verborgen"}
    assert division.case.refused(division.task(shared_with=(mirjam,))) == {"taak-verborgen"}
    own = division.task(hidden_from=(division.school,))
    assert division.case.refused(own) == {"taak-verborgen"}
    assert division.case.refused(division.task()) == set()


def test_a_task_does_not_tell_of_a_party_who_is_hidden() -> None:
    """Domain 3.7: with nobody's name on it, it would still tell that somebody is there."""
    division = Division()
    stefan = division.family.stefan
    hans = division.case.item(add("Hans", PartyKind.NETWORK, hidden_from=(stefan,)))
    shared = division.task(party=hans, shared_with=(stefan,))
    assert division.case.refused(shared) == {"taak-verraadt-iemand"}
    hidden = division.task(party=hans, shared_with=(stefan,), hidden_from=(stefan,))
    assert division.case.refused(hidden) == set()


def test_an_agreement_that_is_hidden_later_takes_its_tasks_along() -> None:
    """Design 6: hidden_from always wins, also over what was shared before."""
    division = Division()
    mirjam = division.family.mirjam
    task = division.asked(shared_with=(mirjam,))
    division.case.do(AnswerTask(task=task, accepted=True))
    change = ChangeAgreement(
        item=division.agreement,
        what="Anders",
        responsible=(division.family.stefan,),
        purpose=Purpose.DIRECT_SAFETY,
        valid_from=MARCH_10,
        hidden_from=(mirjam,),
    )
    division.case.do(change)
    assert not division.reach(task).includes(mirjam)


def test_the_task_of_an_agreement_that_was_a_mistake_is_nobodys() -> None:
    """Design 6: nobody knows any more whom that agreement was hidden from."""
    division = Division()
    made = next(r.event for r in division.case.history if r.event.TOPIC == "plan.agreement-made")
    task = division.asked()
    division.case.do(AnswerTask(task=task, accepted=True))
    division.case.do(correct(division.case, made))
    assert division.reach(task).concerns == frozenset()
