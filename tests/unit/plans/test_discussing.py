"""Going through the plan with everybody, and what each says to it (W0.9)."""

from __future__ import annotations

from services.plans.domain.plan.discussing import Agrees, AgreeToPlan, DiscussPlan, Voices
from services.plans.domain.plan.versions import Path, Versions
from shared.eventbase.doing import Actor
from tests.unit.plans.acts import Family, activate, agree, bottom_line, rhythm
from tests.unit.plans.case import STRANGER, day
from tests.unit.plans.test_papers import papers
from tests.unit.plans.test_tasks import as_person


def test_a_father_sees_his_three_duties_their_consequences_and_nothing_else() -> None:
    """W0.9: who supports him, what happens if it fails, and not what is hidden from him."""
    family = Family()
    stefan, els = family.stefan, family.els
    for number in range(3):
        family.case.do(agree(stefan, els, what=f"Plicht {number}", if_not_kept="Wij bellen."))
    family.case.do(agree(els, for_people=(family.mirjam,), hidden_from=(stefan,)))
    family.case.do(activate())
    version = family.case.state()[Versions].all[0]
    page = papers(family).page(version, Actor("", "person", stefan), day("2025-03-10"))
    assert [a["what"] for a in page["agreements"]] == ["Plicht 0", "Plicht 1", "Plicht 2"]
    assert {a["if_not_kept"] for a in page["agreements"]} == {"Wij bellen."}
    assert [a["responsible"] for a in page["agreements"]] == [[stefan, els]] * 3
    assert family.mirjam not in {person["person"] for person in page["people"]}


def test_what_somebody_says_to_the_plan_stands_in_the_dossier_and_blocks_nothing() -> None:
    """W0.9: yes, partly, no, or could not answer, with a remark; a plan with a no comes about."""
    family = Family()
    for act in (agree(family.stefan), bottom_line(family.mirjam), rhythm()):
        family.case.do(act)
    no = AgreeToPlan(person=family.stefan, agrees=Agrees.NO, remark="Onzin")
    family.case.do(no)
    assert family.case.refused(activate(Path.REGULAR)) == set()
    family.case.do(AgreeToPlan(person=family.mirjam, agrees=Agrees.COULD_NOT_ANSWER))
    first, second = family.case.state()[Voices].answers
    assert (first.agrees, first.plan_version, first.own) == (Agrees.NO, None, False)
    assert (second.agrees, second.plan_version) == (Agrees.COULD_NOT_ANSWER, 1)


def test_who_of_the_family_was_not_asked_yet_stays_in_sight() -> None:
    """W0.9: each of them, from the first version on; the network need not be asked."""
    family = Family()
    assert "instemming-niet-gevraagd" not in family.case.flags()
    family.in_force()
    assert len(family.case.told("instemming-niet-gevraagd")) == 2
    family.case.do(AgreeToPlan(person=family.mirjam, agrees=Agrees.PARTLY))
    family.case.do(AgreeToPlan(person=family.stefan, agrees=Agrees.NO))
    assert "instemming-niet-gevraagd" not in family.case.flags()


def test_agreements_that_nobody_heard_of_are_flagged() -> None:
    """W0.9, W0.2: until the plan was gone through with at least one of those involved."""
    family = Family()
    assert "afspraken-niet-besproken" not in family.case.flags()
    family.in_force()
    assert "afspraken-niet-besproken" in family.case.flags()
    family.case.do(DiscussPlan(person=family.mirjam, by=family.fatma, manner="Samen gelezen"))
    assert "afspraken-niet-besproken" not in family.case.flags()


def test_everybody_speaks_for_themselves() -> None:
    """W0.9: with a token of one's own, or through a worker who says who it was."""
    family = Family()
    stefan = as_person(family.stefan)
    other = AgreeToPlan(person=family.mirjam, agrees=Agrees.YES)
    assert family.case.refused(other, actor=stefan) == {"instemming-namens-uzelf"}
    assert family.case.refused(AgreeToPlan(agrees=Agrees.YES)) == {"instemming-van-niemand"}
    (said,) = family.case.do(AgreeToPlan(agrees=Agrees.YES), actor=stefan)
    assert said.person == family.stefan
    assert family.case.state()[Voices].answers[0].own
    stranger = DiscussPlan(person=STRANGER, by=family.fatma, manner="Thuis")
    assert family.case.refused(stranger) == {"persoon-onbekend"}


def test_a_person_can_always_say_something_of_the_plan() -> None:
    """Design 6: a refusal would tell whether there is a plan that they cannot see."""
    family = Family()
    before = AgreeToPlan(agrees=Agrees.NO)
    assert family.case.refused(before, actor=as_person(family.stefan)) == set()
    family.case.do(agree(family.els))
    family.case.do(activate())
    assert family.case.refused(before, actor=as_person(family.stefan)) == set()
