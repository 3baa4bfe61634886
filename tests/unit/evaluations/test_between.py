"""What people see, say and hear between evaluations."""

from typing import Any

import pytest

from services.evaluations.domain.between.addressing import Addressings, AddressPerson
from services.evaluations.domain.between.contacts import RecordFamilyContact, Way
from services.evaluations.domain.between.observations import Observations, RecordObservation
from services.evaluations.domain.between.owed import CONTACT
from services.evaluations.domain.breaches.claims import ReportBreach
from services.evaluations.domain.breaches.hearing import HearAboutBreach
from services.evaluations.domain.children.conversations import Speaker
from services.evaluations.domain.followed.events import PlanEnded, UnsafetyJudged
from services.evaluations.domain.followed.values import Unsafety
from shared.eventbase.act import Act
from shared.eventbase.reach import Reaches
from shared.eventbase.unknown import NotInvolved
from tests.unit.evaluations.case import (
    A1,
    ELS,
    FATMA,
    MIRJAM,
    NOOR,
    STEFAN,
    WORKER,
    Case,
    at,
    family,
    person,
    start,
    uid,
)
from tests.unit.evaluations.test_children import talk
from tests.unit.evaluations.test_obligations import duties
from tests.unit.evaluations.test_reach import seen_by

MONDAY = "2025-03-17 10:00"


def visit(**changes: Any) -> RecordFamilyContact:
    """Fatma visits mother."""
    said = {"what": "Thuis geweest.", "by": FATMA, "people": (MIRJAM,), "way": Way.VISIT}
    return RecordFamilyContact(**{**said, **changes})


def between_history(case: Case) -> None:
    """Everything that people see and say between evaluations."""
    case.do(RecordObservation(what="Rustig.", about=(STEFAN,)), "2025-06-05 10:00", person(ELS))
    case.do(AddressPerson(whom=STEFAN, about="Drank.", result="Hij luisterde."), None, person(ELS))
    case.do(visit())


def test_the_network_tells_what_it_saw_and_is_the_observer():
    """S7.2: who, what, about whom, and when it was seen; typed in later."""
    case = family()
    act = RecordObservation(
        what="De overdracht ging rustig.", about=(STEFAN,), effective_at=at("2025-03-15 18:00")
    )
    [recorded] = case.do(act, MONDAY, person(ELS))
    assert (recorded.observer, recorded.about) == (ELS, (STEFAN,))
    assert case.state()[Observations].all[recorded.observation].mark.at == at("2025-03-15 18:00")
    assert seen_by(case, recorded.observation) == {ELS}


def test_a_worker_writes_down_what_somebody_else_saw():
    """S7.2: and says who that was."""
    case = family()
    assert case.refused(RecordObservation(what="x"), MONDAY) == {"waarneming-van-niemand"}
    [recorded] = case.do(RecordObservation(what="x", observer=ELS), MONDAY)
    assert recorded.observer == ELS


def test_nobody_sees_or_speaks_in_anothers_name():
    """S7.2: the token says who."""
    case = family()
    for act in (
        RecordObservation(what="x", observer=MIRJAM),
        AddressPerson(whom=STEFAN, about="x", by=MIRJAM),
    ):
        assert case.refused(act, MONDAY, person(ELS)) == {"melder-is-uzelf"}
        with pytest.raises(NotInvolved):
            case.do(act, MONDAY, person(uid(98)))


def test_somebody_is_spoken_to_about_what_was_seen_with_what_came_of_it():
    """S7.2: by whom, whom, about what, result."""
    case = family()
    [seen] = case.do(RecordObservation(what="x"), MONDAY, person(ELS))
    act = AddressPerson(
        whom=STEFAN, about="Drank.", result="Hij belt zelf.", observation=seen.observation
    )
    [addressed] = case.do(act, None, person(ELS))
    stands = case.state()[Addressings].all[addressed.addressing].event
    assert (stands.by, stands.whom, stands.observation) == (ELS, STEFAN, seen.observation)
    assert seen_by(case, addressed.addressing) == {ELS}


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        (AddressPerson(whom=STEFAN, about="x"), "aanspreken-zonder-wie"),
        (AddressPerson(whom=STEFAN, by=STEFAN, about="x"), "zichzelf-aangesproken"),
        (AddressPerson(whom=STEFAN, by=ELS, about="x", observation=uid(5)), "waarneming-onbekend"),
        (visit(people=(ELS,)), "contact-zonder-gezin"),
        (visit(people=()), "contact-zonder-gezin"),
        (visit(by=uid(98)), "persoon-onbekend"),
    ],
)
def test_what_makes_no_sense_is_refused(act: Act, rule: str):
    """S7.2, R37."""
    assert family().refused(act, MONDAY) == {rule}


def test_an_observation_of_somebody_else_does_not_exist_for_a_person():
    """Design 6: nobody learns by trying."""
    case = family()
    [seen] = case.do(RecordObservation(what="x"), MONDAY, person(ELS))
    act = AddressPerson(whom=STEFAN, about="x", observation=seen.observation)
    assert case.refused(act, None, person(MIRJAM)) == {"waarneming-onbekend"}
    assert case.do(AddressPerson(**{**_fields(act), "by": MIRJAM}), None, WORKER)


def _fields(act: Act) -> dict[str, Any]:
    return {name: getattr(act, name) for name in act.__struct_fields__}


def test_the_family_is_never_three_weeks_out_of_sight():
    """R37: counted from the plan, and from each contact."""
    case = family()
    [due] = duties(case, CONTACT)
    assert (due.rule, due.due_at) == ("R37", at("2025-03-31 22:00"))
    case.do(visit(), MONDAY)
    first, second = duties(case, CONTACT)
    assert first.settled is not None
    assert second.due_at == at("2025-04-07 22:00")


def test_while_acute_it_is_three_working_days():
    """R37: and from the day on which it becomes so."""
    assert duties(family(acute=True), CONTACT)[0].due_at == at("2025-03-13 23:00")
    case = family()
    case.follow(UnsafetyJudged(Unsafety.ACUTE), "2025-03-17 10:00")
    assert duties(case, CONTACT)[0].due_at == at("2025-03-20 23:00")


@pytest.mark.parametrize(
    ("act", "counts"),
    [
        (talk(by=FATMA, speaker=Speaker.PROFESSIONAL), True),
        (talk(), False),
        (AddressPerson(by=FATMA, whom=STEFAN, about="x"), True),
        (AddressPerson(by=ELS, whom=STEFAN, about="x"), False),
        (AddressPerson(by=FATMA, whom=ELS, about="x"), False),
    ],
)
def test_contact_is_of_a_professional_with_the_family(act: Act, counts: bool):
    """R37: what grandmother hears is no contact of the team."""
    case = family(children=(NOOR,))
    case.do(act, MONDAY)
    assert (duties(case, CONTACT)[0].settled is not None) is counts


def test_an_evaluation_and_a_hearing_are_contact_too():
    """R37: when somebody of the family took part or was heard."""
    case = family()
    start(case, MONDAY)
    start(case, "2025-03-18 10:00", people=(ELS,))
    [claimed] = case.do(ReportBreach(agreement=A1, what="x"), "2025-03-19 10:00")
    case.do(HearAboutBreach(breach=claimed.breach, person=STEFAN, heard=False, text="x"))
    assert len(duties(case, CONTACT)) == 2
    case.do(HearAboutBreach(breach=claimed.breach, person=STEFAN, heard=True, text="x"))
    assert len(duties(case, CONTACT)) == 3


def test_after_the_plan_nobody_has_to_call():
    """W0.6."""
    case = family()
    case.follow(PlanEnded(), MONDAY)
    assert duties(case, CONTACT)[-1].settled is not None


def test_an_observation_is_recorded_of_nobody_who_is_no_part_of_it():
    """Design 6: a token of another dossier is not admitted; of ours, it is kept with its event."""
    case = family()
    with pytest.raises(NotInvolved):
        case.do(RecordObservation(what="x"), MONDAY, person(uid(98)))
    act = RecordObservation(what="x", about=(NOOR,), hidden_from=(STEFAN,))
    [recorded] = case.do(act, MONDAY, person(ELS))
    assert (recorded.observer, recorded.about) == (ELS, (NOOR,))
    assert case.state()[Reaches].of[recorded.observation].hidden_from == {STEFAN}
    kept = case.state()[Observations].all[recorded.observation]
    assert kept.mark.event_id == case.event_id(recorded)
    assert kept.words.content is not None and kept.words.content.what == "x"
