"""Whoever must keep an agreement accepts or declines it, themselves or through a worker (W7.1)."""

from __future__ import annotations

from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.promises import AnswerAgreement, unconfirmed
from tests.unit.plans.acts import Family, adjust, agree
from tests.unit.plans.case import NOWHERE, at
from tests.unit.plans.histories import change
from tests.unit.plans.test_tasks import as_person


def test_an_agreement_is_confirmed_by_each_who_must_keep_it() -> None:
    """W7.1: a worker writes down what Stefan said."""
    family = Family()
    item = family.case.item(agree(family.stefan, family.els))
    family.case.do(AnswerAgreement(agreement=item, accepted=True, person=family.stefan))
    state = family.case.state()
    assert unconfirmed(state, state[Agreements].all[item]) == [family.els]


def test_a_declined_agreement_has_a_reason_and_stays_in_sight() -> None:
    """W7.1: it still stands, and the worker sees that somebody will not keep it."""
    family = Family()
    item = family.in_force()
    declined = AnswerAgreement(agreement=item, accepted=False, person=family.stefan)
    assert family.case.refused(declined) == {"afspraak-afgewezen-zonder-reden"}
    family.case.do(
        AnswerAgreement(agreement=item, accepted=False, person=family.stefan, reason="Nooit")
    )
    assert "afspraak-afgewezen" in family.case.flags()
    assert item in {a.item for a in family.case.state()[Agreements].standing}
    family.case.do(AnswerAgreement(agreement=item, accepted=True, person=family.stefan))
    assert "afspraak-afgewezen" not in family.case.flags()


def test_nobody_is_held_to_words_that_came_later() -> None:
    """W7.1: a changed agreement is to be confirmed again, and not by an older answer."""
    family = Family()
    item = family.in_force()
    family.case.do(AnswerAgreement(agreement=item, accepted=True, person=family.stefan))
    family.case.do(adjust(change(item, family.stefan)), "2025-03-12 09:00")
    state = family.case.state()
    assert unconfirmed(state, state[Agreements].all[item]) == [family.stefan]
    early = AnswerAgreement(
        agreement=item,
        accepted=True,
        person=family.stefan,
        effective_at=at("2025-03-11 09:00"),
    )
    assert family.case.refused(early) == {"antwoord-voor-afspraak"}


def test_only_whoever_keeps_an_agreement_answers_it() -> None:
    """W7.1: not Mirjam, for whom it is, and not nobody."""
    family = Family()
    item = family.in_force()
    for person in (family.mirjam, None):
        answer = AnswerAgreement(agreement=item, accepted=True, person=person)
        assert family.case.refused(answer) == {"antwoord-van-een-ander"}
    nowhere = AnswerAgreement(agreement=NOWHERE, accepted=True, person=family.stefan)
    assert family.case.refused(nowhere) == {"antwoord-afspraak-onbekend"}


def test_a_person_answers_for_themselves_only() -> None:
    """W7.1: with their own token, and in nobody else's name."""
    family = Family()
    item = family.in_force()
    stefan = as_person(family.stefan)
    other = AnswerAgreement(agreement=item, accepted=True, person=family.els)
    assert family.case.refused(other, actor=stefan) == {"antwoord-namens-uzelf"}
    (answered,) = family.case.do(AnswerAgreement(agreement=item, accepted=True), actor=stefan)
    assert answered.person == family.stefan


def test_what_a_person_cannot_read_is_not_there_to_answer() -> None:
    """Design 6: another's agreement, a hidden one, a draft and none at all: one refusal."""
    family = Family()
    family.in_force()
    items = (
        family.case.item(agree(family.els)),
        family.case.item(agree(family.stefan, hidden_from=(family.stefan,))),
        NOWHERE,
    )
    family.case.do(adjust())
    draft = family.case.item(agree(family.stefan))
    refusals = {
        family.case.broken(
            AnswerAgreement(agreement=item, accepted=True), actor=as_person(family.stefan)
        )
        for item in (*items, draft)
    }
    assert [broken.rule for (broken,) in refusals] == ["antwoord-afspraak-onbekend"]


def test_nobody_promises_words_that_they_did_not_read() -> None:
    """W7.1, design 6: a change that is in no version yet, and one that makes it theirs."""
    family = Family()
    own, other = family.in_force(), family.case.item(agree(family.els))
    family.case.do(adjust())
    family.case.do(change(own, family.stefan))
    family.case.do(change(other, family.els, family.stefan))
    answers = [AnswerAgreement(agreement=item, accepted=True) for item in (own, other)]
    stefan = as_person(family.stefan)
    for answer in answers:
        assert family.case.refused(answer, actor=stefan) == {"antwoord-afspraak-onbekend"}
    family.case.do(adjust())
    for answer in answers:
        assert family.case.refused(answer, actor=stefan) == set()


def test_what_a_person_says_of_when_we_heard_it_is_not_taken() -> None:
    """W9.1: when and from whom the organisation knows something, a worker writes down."""
    family = Family()
    item = family.in_force()
    accepted = AnswerAgreement(agreement=item, accepted=True, learned_by=family.els)
    assert family.case.refused(accepted, actor=as_person(family.stefan)) == {
        "vernomen-door-organisatie"
    }
    answered = AnswerAgreement(
        agreement=item, accepted=True, person=family.stefan, learned_by=family.els
    )
    assert family.case.refused(answered) == set()
