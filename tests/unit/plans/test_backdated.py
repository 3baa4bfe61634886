"""Nothing is dated before what it is about: it would be recorded, and hide nothing."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from services.plans.api.act_schemas import ACT_SCHEMAS
from services.plans.domain import catalogue
from services.plans.domain.family.case_lead import AssignCaseLead
from services.plans.domain.picture.concerns import Concerns
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.correction import CorrectEvent
from services.plans.domain.plan.discussing import Agrees, AgreeToPlan, DiscussPlan, Voices
from services.plans.domain.plan.emergency import DropSafetyPiece
from services.plans.domain.plan.promises import AnswerAgreement
from services.plans.domain.together.assigning import AnswerTask
from services.plans.domain.together.coordination import Coordination, RecordCoordination
from shared.eventbase.act import Act
from shared.eventbase.reach import Reaches
from shared.eventbase.together import placeholder
from shared.web.together import enterable
from tests.unit.plans.acts import Family, activate, add, adjust, agree, concern
from tests.unit.plans.case import NOWHERE, at
from tests.unit.plans.histories import change
from tests.unit.plans.test_correction import correct
from tests.unit.plans.test_emergency import code_word
from tests.unit.plans.test_tasks import Division, as_person
from tests.unit.plans.test_together import together

MADE, BETWEEN, CHANGED, NOW = (f"2025-03-{day} 09:00" for day in (11, 13, 14, 17))


def dated(act: Any, moment: str) -> Any:
    """The same act, said to have happened at another moment."""
    return msgspec.structs.replace(act, effective_at=at(moment))


class Changed:
    """An agreement that Stefan reads: on paper since the 11th, other words since the 14th."""

    def __init__(self) -> None:
        self.family = Family()
        self.case = self.family.case
        self.case.now = at("2025-03-11 08:59")
        self.item = self.family.in_force()
        (self.made,) = self.case.do(change(self.item, self.family.stefan), CHANGED)
        self.case.now = at(NOW)

    @property
    def hiding(self) -> Act:
        """The same, hidden from Stefan."""
        changed = change(self.item, self.family.mirjam)
        return msgspec.structs.replace(changed, hidden_from=(self.family.stefan,))

    @property
    def reads(self) -> bool:
        """Whether Stefan reads it."""
        return self.case.state()[Reaches].of[self.item].includes(self.family.stefan)


@pytest.mark.parametrize("around", [adjust, together, lambda act: together(adjust(act))])
def test_what_stands_in_an_act_happened_when_that_act_did(around: Any) -> None:
    """W8.3, 3.7: a hiding of before the last change would be accepted, and hide nothing."""
    made = Changed()
    early = dated(around(made.hiding), BETWEEN)
    assert made.case.refused(early) == {"afspraak-voor-begin"}
    assert made.case.refused(dated(around(made.hiding), NOW)) == set()
    assert not made.reads


def test_a_correction_puts_nothing_in_place_before_what_that_is_about() -> None:
    """W8.1: another agreement than the one that is corrected was changed later."""
    made = Changed()
    (mistake,) = made.case.do(dated(agree(made.family.els), BETWEEN))
    wrong = correct(made.case, mistake, made.hiding)
    assert made.case.refused(wrong) == {"afspraak-voor-begin"}
    assert made.case.refused(dated(wrong, NOW)) == set()
    assert not made.reads


def test_a_wrong_date_is_corrected_to_one_before_the_mistake() -> None:
    """W8.1: what is right is decided as if the mistake had not been made."""
    made = Changed()
    assert made.case.refused(dated(made.hiding, BETWEEN)) == {"afspraak-voor-begin"}
    made.case.do(dated(correct(made.case, made.made, made.hiding), BETWEEN))
    assert made.case.state()[Agreements].all[made.item].since == at(BETWEEN)
    assert not made.reads


def test_what_is_right_cannot_be_about_what_is_taken_back() -> None:
    """W8.1: it would change an agreement that was never made."""
    family = Family()
    (wrong,) = family.case.do(agree(family.stefan))
    about = correct(family.case, wrong, change(wrong.item, family.els))
    assert family.case.refused(about) == {"afspraak-onbekend"}


def test_what_a_backdated_meeting_makes_was_there_then() -> None:
    """S6.2: a later entry may change it, and a version of that meeting holds it."""
    family = Family()
    family.case.now = at(NOW)
    changed = change(placeholder("afspraak"), family.els)
    meeting = together((agree(family.stefan), "afspraak"), concern(), changed)
    family.case.do(dated(meeting, BETWEEN))
    (agreement,) = family.case.state()[Agreements].standing
    assert (agreement.since, agreement.responsible) == (at(BETWEEN), (family.els,))
    assert len(family.case.state(valid=at(CHANGED))[Concerns].all) == 1


def test_taking_back_is_no_part_of_a_meeting() -> None:
    """Decision 17: all of it happened at one moment, and what is right happened at another."""
    offered = {schema.ACT for schema in enterable(catalogue, ACT_SCHEMAS).values()}
    assert CorrectEvent not in offered
    assert AssignCaseLead in offered


def test_a_piece_of_the_emergency_plan_is_not_changed_or_dropped_before_it_was_agreed() -> None:
    """W3.1, domain 4.1: forgotten for whom it leaked, it would go on for them."""
    family = Family()
    item = family.case.item(code_word(family, for_people=(family.mirjam, family.els)), BETWEEN)
    narrowed = code_word(family, item=item, for_people=(family.mirjam,))
    dropped = DropSafetyPiece(item=item, reason="Uitgelekt")
    family.case.now = at(NOW)
    for act in (narrowed, dropped):
        assert family.case.refused(dated(act, MADE)) == {"noodplan-voor-begin"}
        assert family.case.refused(dated(act, CHANGED)) == set()


def test_a_new_piece_may_have_been_agreed_at_any_moment() -> None:
    """W3.1: what was agreed in the night is typed in by day."""
    family = Family()
    assert family.case.refused(dated(code_word(family), MADE), NOW) == set()


def test_coordination_is_not_dated_before_what_was_agreed_last() -> None:
    """W7.1: it would be recorded, and nobody would turn to whom it names."""
    family = Family()
    agreed = RecordCoordination(coordinator=family.fatma, contact_moments="Bellen")
    other = RecordCoordination(coordinator=family.joris, contact_moments="Appen")
    family.case.do(agreed, BETWEEN)
    family.case.now = at(NOW)
    assert family.case.refused(dated(other, MADE)) == {"afstemming-voor-vorige"}
    assert family.case.refused(dated(other, CHANGED)) == set()
    current = family.case.state()[Coordination].current
    assert current is not None and current.coordinator == family.joris


def test_nobody_agreed_to_a_version_before_it_was_made() -> None:
    """W0.9: with which version somebody agrees is what was in force when they said so."""
    family = Family()
    family.case.now = at("2025-03-11 08:59")
    family.in_force()
    family.case.do(adjust(agree(family.els)), CHANGED)
    said = AgreeToPlan(agrees=Agrees.YES, person=family.stefan)
    family.case.now = at(NOW)
    assert family.case.refused(dated(said, BETWEEN)) == {"instemming-voor-versie"}
    assert family.case.refused(dated(said, NOW)) == set()
    assert family.case.state()[Voices].answers[-1].plan_version == 2


def test_a_talk_was_about_the_version_of_then() -> None:
    """W0.9: written down after the next version was made."""
    family = Family()
    family.case.now = at("2025-03-11 08:59")
    family.in_force()
    family.case.do(adjust(agree(family.els)), CHANGED)
    family.case.now = at(NOW)
    talk = DiscussPlan(person=family.stefan, by=family.fatma, manner="Thuis")
    for moment, number in ((BETWEEN, 1), (NOW, 2), ("2025-03-10 09:00", None)):
        family.case.do(dated(talk, moment))
        by_moment = {each.at: each.plan_version for each in family.case.state()[Voices].discussions}
        assert by_moment[at(moment)] == number


def test_whoever_answers_for_themselves_does_so_now() -> None:
    """Design 6: the refusal of a moment would tell when something changed that is hidden."""
    division = Division()
    task, family = division.asked(), division.family
    answers = (
        (AnswerAgreement(agreement=division.agreement, accepted=True), family.stefan),
        (AgreeToPlan(agrees=Agrees.NO), family.stefan),
        (AnswerTask(task=task, accepted=True), division.school),
    )
    family.case.do(activate())
    for act, person in answers:
        speaker = as_person(person)
        assert family.case.refused(dated(act, MADE), actor=speaker) == {"eigen-antwoord-is-nu"}
        assert family.case.refused(act, actor=speaker) == set()


def test_naming_somebody_hidden_is_naming_nobody() -> None:
    """W7.1, design 6: an id that was seen elsewhere tells a person nothing."""
    family = Family()
    hans = family.case.item(add("Hans", hidden_from=(family.stefan,)))
    stefan = as_person(family.stefan)
    said = [
        family.case.refused(AgreeToPlan(agrees=Agrees.YES, person=who), actor=stefan)
        for who in (hans, NOWHERE)
    ]
    assert said[0] == said[1]
    assert "persoon-onbekend" in said[0]
