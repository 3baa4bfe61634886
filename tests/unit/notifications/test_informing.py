"""Everybody whose own version changed is told of it, and that is recorded per person (W8.4)."""

from datetime import UTC, date, datetime

import pytest

from services.notifications.domain.followed import LeadAway, LeadCovered
from services.notifications.domain.informing import InformPerson
from services.notifications.domain.informings import Manner
from services.notifications.domain.obligations import obligations
from services.notifications.domain.people import People
from services.notifications.domain.reading import ConfirmRead
from services.notifications.domain.terms import OWN
from shared.eventbase.unknown import NotInvolved, NotYetKnown
from tests.unit.notifications.family import (
    ALL_OWN,
    ANNE,
    DAY,
    ELS,
    FATMA,
    HANS,
    INCIDENT,
    MIRJAM,
    OPA,
    ROB,
    SEVEN,
    Family,
    at,
    token_of,
    uid,
)


def told(person, number, manner=Manner.IN_PERSON, **others) -> InformPerson:
    return InformPerson(
        person=person, version=number, manner=manner, confirmation="zei het na", **others
    )


def test_a_version_opens_an_obligation_for_everybody_whose_own_version_changed():
    """W8.4: seven involved, seven to inform."""
    family = Family()
    family.version(1, **ALL_OWN)
    assert {person for person, _ in family.open()} == set(SEVEN)


def test_nobody_whose_own_version_did_not_change_is_to_be_told():
    """Amendment to W8.4: the number of notices must not betray versions that are not theirs."""
    family = Family()
    family.version(1, **ALL_OWN)
    for person in SEVEN:
        family.do(told(person, 1))
    family.version(2, mirjam=2)
    assert family.open() == [(MIRJAM, 2)]


def test_being_informed_settles_it():
    """W8.4: only this, or a decision not to inform."""
    family = Family()
    family.version(1, opa=1)
    family.do(told(OPA, 1, Manner.PHONE))
    assert family.open() == []


def test_an_earlier_version_stays_due_until_the_person_is_told_of_it_or_of_a_later_one():
    """W8.3, W8.4: a second version never swallows the first in silence."""
    family = Family()
    family.version(1, opa=1)
    family.version(2, opa=2)
    assert family.open() == [(OPA, 1), (OPA, 2)]
    family.do(told(OPA, 1))
    assert family.open() == [(OPA, 2)]


def test_who_is_told_of_a_version_is_told_of_those_before_it_and_the_event_says_so():
    """W8.4: the own version holds all that came before."""
    family = Family()
    family.version(1, opa=1, els=1)
    family.version(2, opa=2)
    [event] = family.do(told(OPA, 2))
    assert family.open() == [(ELS, 1)]
    assert (event.occasion.version, event.own_version) == (2, 2)
    assert family.due(OPA, 1).informed.occasion.version == 2


def test_somebody_can_be_told_of_a_version_in_which_nothing_of_theirs_changed():
    """Recording what was said is never blocked: it settles what was due before."""
    family = Family()
    family.version(1, opa=1)
    family.version(2, els=1)
    [event] = family.do(told(OPA, 2))
    assert (event.own_version, family.open()) == (1, [(ELS, 2)])


def test_told_at_the_table_before_the_version_was_written_down_counts():
    """The order of effective times does not matter to what is settled."""
    family = Family()
    family.version(1, opa=1)
    family.later(DAY)
    family.do(told(OPA, 1, effective_at=at("2025-03-10 08:00")))
    assert family.open() == []


@pytest.mark.parametrize(
    ("act", "rule"),
    [
        (told(HANS, 1), "informeren-geen-eigen-versie"),
        (told(ANNE, 1), "persoon-onbekend"),
        (told(OPA, 1, by=ANNE), "persoon-onbekend"),
        (told(OPA, 1, Manner.READ), "informeren-gelezen"),
        (told(OPA, None), "informeren-waarover"),
        (told(OPA, 1, incident=INCIDENT), "informeren-waarover"),
        (told(FATMA, None, incident=INCIDENT), "informeren-voorval-onbekend"),
    ],
)
def test_informing_that_says_nothing_is_refused(act: InformPerson, rule: str):
    """W8.4: each rule that refuses, with its name."""
    family = Family()
    family.version(1, opa=1)
    assert rule in family.refused(act)


def test_a_version_that_has_not_arrived_yet_is_no_refusal():
    """Design 2: plans may have made it a moment ago; the caller tries again."""
    family = Family()
    family.version(1, opa=1)
    with pytest.raises(NotYetKnown):
        family.do(told(OPA, 7))


def test_a_person_confirms_having_read_their_own_version_by_its_number_for_them():
    """W8.4, 3.7: the plan's own number is never theirs to know."""
    family = Family()
    family.version(1, els=1)
    family.version(2, opa=1)
    [event] = family.do(ConfirmRead(version=1), token_of(OPA))
    assert (event.person, event.occasion.version, event.manner) == (OPA, 2, Manner.READ)
    assert family.open() == [(ELS, 1)]


def test_a_person_cannot_confirm_a_version_that_is_not_theirs():
    """3.7: the answer is the same for a number that exists for others and one that does not."""
    family = Family()
    family.version(1, els=1)
    family.version(2, els=2, opa=1)
    refusals = [family.refused(ConfirmRead(version=n), token_of(OPA)) for n in (2, 9)]
    assert refusals == [{"bevestiging-versie-onbekend"}] * 2


def test_nobody_can_have_read_a_version_before_it_was_made():
    """W8.4: a confirmation is evidence, and cannot lie before what it confirms."""
    family = Family()
    family.version(1, opa=1)
    early = ConfirmRead(version=1, effective_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert family.refused(early, token_of(OPA)) == {"bevestiging-te-vroeg"}


def test_a_stranger_gets_no_other_answer_than_for_a_plan_that_does_not_exist():
    """3.7: a token of another family says nothing about this one."""
    family = Family()
    family.version(1, opa=1)
    with pytest.raises(NotInvolved):
        family.do(ConfirmRead(version=1), token_of(ANNE))


def test_an_incident_is_due_to_whoever_has_the_lead_now():
    """W9.1, R25: also when the lead passes on before anybody was told."""
    family = Family()
    family.lead(FATMA)
    family.incident()
    family.lead(ROB)
    [due] = obligations(family.state(), OWN)
    assert (due.person, due.occasion.incident) == (ROB, INCIDENT)


def test_an_incident_without_a_case_lead_stays_in_sight():
    """W9.1, R38: an obligation of nobody is still one."""
    family = Family()
    family.incident()
    [due] = obligations(family.state(), OWN)
    assert due.is_open and due.person is None


def test_on_a_saturday_in_the_holidays_whoever_stands_in_is_told_of_an_incident():
    """W9.1, R52, W7.2: reported while the lead is away; the lead may be told as well."""
    for day, who in (("2025-05-24", ROB), ("2025-05-26", FATMA)):
        family = Family(f"{day} 19:50")
        family.lead(FATMA)
        away = LeadAway(uid(41), FATMA, date(2025, 5, 19), date(2025, 5, 25))
        family.follow(away)
        family.follow(LeadAway(uid(42), FATMA, date(2025, 5, 1)))
        family.follow(LeadCovered(uid(41), ROB))
        family.incident()
        [due] = obligations(family.state(), OWN)
        assert due.person == who
        assert family.refused(told(who, None, Manner.PHONE, incident=INCIDENT)) == set()
        assert not obligations(family.state(), OWN)[0].is_open


def test_an_incident_is_due_from_when_it_was_reported_not_from_when_it_happened():
    """R25, case A: an assault of Saturday that was reported on Monday."""
    family = Family("2025-03-10 09:10")
    family.lead(FATMA)
    family.incident("2025-03-08 21:50")
    [due] = obligations(family.state(), OWN)
    assert due.send_by.date() == at("2025-03-10").date()
    assert due.confirm_by - due.send_by == at("2025-03-10 04:00") - at("2025-03-10 00:00")


def test_the_case_lead_is_told_of_an_incident_and_nobody_else():
    """W9.1: telling another is no settlement."""
    family = Family()
    family.lead(FATMA)
    family.incident()
    assert family.refused(told(ROB, None, incident=INCIDENT)) == {"informeren-casusregisseur"}
    family.do(told(FATMA, None, Manner.PHONE, incident=INCIDENT))
    family.lead(ROB)
    assert not obligations(family.state(), OWN)[0].is_open


def test_what_a_reader_says_of_when_we_heard_it_is_not_taken():
    """W9.1: when and from whom the organisation knows something, a worker writes down."""
    family = Family()
    family.version(1, opa=1)
    heard = ConfirmRead(version=1, learned_by=ELS)
    assert family.refused(heard, token_of(OPA)) == {"vernomen-door-organisatie"}
    assert family.refused(ConfirmRead(version=1), token_of(OPA)) == set()


def test_who_has_the_lead_may_be_informed_while_somebody_stands_in():
    """W9.1, W7.2: it is due to whoever stands in; the lead is not left out."""
    family = Family("2025-05-24 19:50")
    family.lead(FATMA)
    family.follow(LeadAway(uid(41), FATMA, date(2025, 5, 19), date(2025, 5, 25)))
    family.follow(LeadCovered(uid(41), ROB))
    family.incident()
    assert family.refused(told(FATMA, None, Manner.PHONE, incident=INCIDENT)) == set()


def test_the_lead_is_away_on_the_first_and_on_the_last_day():
    """R52: both inclusive; the days around them the lead is there."""
    family = Family()
    family.lead(FATMA)
    family.follow(LeadAway(uid(41), FATMA, date(2025, 5, 19), date(2025, 5, 21)))
    family.follow(LeadCovered(uid(41), ROB))
    people = family.state()[People]
    on_duty = [people.on_duty(date(2025, 5, day)) for day in range(18, 23)]
    assert on_duty == [FATMA, ROB, ROB, ROB, FATMA]
