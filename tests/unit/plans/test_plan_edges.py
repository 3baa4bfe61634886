"""The exact edges of the plan: whom an answer reaches, what is pending, what comes just in time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.plan.after_acute import BOTTOM_LINE, RHYTHM
from services.plans.domain.plan.agreeing import ChangeAgreement, EndAgreement
from services.plans.domain.plan.bottom_lines import WithdrawBottomLine
from services.plans.domain.plan.discussing import Agrees, AgreeToPlan, DiscussPlan
from services.plans.domain.plan.emergency import Piece, RecordSafetyPiece
from services.plans.domain.plan.promises import AnswerAgreement
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import (
    Family,
    activate,
    add,
    adjust,
    agree,
    bottom_line,
    classify,
    close,
    good_enough,
    rhythm,
)
from tests.unit.plans.case import at
from tests.unit.plans.histories import change
from tests.unit.plans.test_correction import correct
from tests.unit.plans.test_tasks import as_person


def test_an_answer_is_hidden_from_whom_its_agreement_is() -> None:
    """Design 6: and it is of whoever gave it."""
    family = Family()
    item = family.case.item(agree(family.els, hidden_from=(family.stefan,)))
    answer = AnswerAgreement(agreement=item, accepted=True, person=family.els)
    reach = family.case.state()[Reaches].of[item]
    given = family.case.item(answer)
    reach = family.case.state()[Reaches].of[given]
    assert (reach.concerns, reach.hidden_from) == ({family.els}, {family.stefan})


def test_an_answer_to_what_was_taken_back_is_nobodys() -> None:
    """Design 6: of an agreement that is gone, nobody knows whom it was hidden from."""
    family = Family()
    [made] = family.case.do(agree(family.els))
    answer = AnswerAgreement(agreement=made.item, accepted=True, person=family.els)
    given = family.case.item(answer)
    family.case.do(correct(family.case, made))
    assert not family.case.state()[Reaches].of[given].includes(family.els)


@pytest.mark.parametrize("said", [None, "oneself"])
def test_a_person_need_not_say_who_they_are(said: str | None) -> None:
    """W7.1, W0.9: their token says so; whoever they name is themselves."""
    family = Family()
    item = family.in_force()
    myself = family.stefan if said else None
    stefan = as_person(family.stefan)
    answer = AnswerAgreement(agreement=item, accepted=True, person=myself)
    assert family.case.refused(answer, actor=stefan) == set()
    agreed = AgreeToPlan(agrees=Agrees.YES, person=myself)
    assert family.case.refused(agreed, actor=stefan) == set()


def test_what_was_discussed_names_the_version_that_it_was_about() -> None:
    """W0.9: who reads it later knows which words were meant."""
    family = Family()
    family.in_force()
    talk = DiscussPlan(person=family.mirjam, by=family.fatma, manner="Samen gelezen")
    [told] = family.case.do(talk)
    assert told.plan_version == 1


def test_an_agreement_or_bottom_line_changes_from_the_moment_that_it_was_made() -> None:
    """W8.3: at that moment too, not before it."""
    for make, end in ((agree, EndAgreement), (bottom_line, WithdrawBottomLine)):
        family = Family()
        item = family.case.item(make(family.stefan))
        made = family.case.now
        early = end(item=item, reason="x", effective_at=made - timedelta(microseconds=1))
        assert len(family.case.refused(early)) == 1
        assert family.case.refused(end(item=item, reason="x", effective_at=made)) == set()


def test_a_change_at_the_moment_of_making_is_a_change() -> None:
    """W8.3: as well as an ending."""
    family = Family()
    item = family.case.item(agree(family.stefan))
    changed: ChangeAgreement = change(item, family.els)
    fields = {name: getattr(changed, name) for name in changed.__struct_fields__}
    at_once = ChangeAgreement(**fields | {"effective_at": family.case.now})
    assert family.case.refused(at_once) == set()


def test_a_rhythm_that_was_agreed_after_the_version_is_in_none_yet() -> None:
    """W8.3: until the next; it is missed as long as there is none."""
    family = Family()
    family.in_force()
    assert "geen-evaluatieritme" in family.case.flags()
    item = family.case.item(rhythm())
    assert "geen-evaluatieritme" not in family.case.flags()
    assert item in family.case.pending
    family.case.do(adjust())
    assert item not in family.case.pending


def test_the_after_care_may_end_on_the_day_of_closing() -> None:
    """R40: not before it."""
    family = Family()
    family.in_force()
    family.case.do(good_enough())
    today = family.case.now.date()
    before = close(follow_up_until=today - timedelta(days=1))
    assert family.case.refused(before) == {"nazorg-voorbij"}
    assert family.case.refused(close(follow_up_until=today)) == set()


def test_an_emergency_plan_that_is_hidden_from_who_needs_it_is_none() -> None:
    """W3.1: it stays in sight that she has none that she can read."""
    family = Family()
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    family.in_force()
    hidden = RecordSafetyPiece(
        piece=Piece.CODE_WORD,
        text="Appeltaart",
        for_people=(family.mirjam, family.els),
        hidden_from=(family.mirjam,),
    )
    family.case.do(hidden)
    assert "geen-noodplan" in family.case.flags()


def test_what_is_shared_with_somebody_names_a_keeper_whom_they_know() -> None:
    """W7.1: else its silence tells that somebody is hidden; those whom it is shared with too."""
    family = Family()
    secret = family.case.item(add("Truus", hidden_from=(family.stefan,)))
    for more in ({"shared_with": (family.stefan,)}, {"for_people": (family.stefan,)}):
        assert family.case.refused(agree(secret, **more)) == {"afspraak-verraadt-iemand"}
    both = agree(secret, family.els, shared_with=(family.stefan,))
    assert family.case.refused(both) == set()


def test_a_plan_of_the_same_moment_as_the_judgement_answers_it() -> None:
    """R02: not an earlier one."""
    family = Family()
    moment = at("2025-03-11 09:00")
    family.case.do(agree(family.stefan), "2025-03-11 08:00")
    family.case.do(classify(Unsafety.ACUTE, family.mirjam), "2025-03-11 09:00")
    family.case.do(activate(effective_at=moment), "2025-03-11 09:30")
    [due] = family.case.obligations("eerste-plan-vaststellen") or [None]
    if due is not None:
        assert due.settled is not None
        assert due.settled.at == moment


def test_what_was_there_before_the_acute_plan_is_not_asked_for_again() -> None:
    """R18, W0.8: nor what came at the same moment; what came later settled it."""
    family = Family()
    family.case.do(rhythm(), "2025-03-10 10:00")
    family.case.do(bottom_line(family.mirjam), "2025-03-10 10:00")
    family.case.do(agree(family.stefan), "2025-03-10 10:00")
    family.case.do(activate(), "2025-03-10 10:00")
    assert family.case.obligations(RHYTHM) == []
    assert family.case.obligations(BOTTOM_LINE) == []
    later = Family()
    later.in_force()
    later.case.do(rhythm(), "2025-03-12 10:00")
    [due] = later.case.obligations(RHYTHM)
    assert due.settled is not None
