"""Coordination, handing over the lead, and cover in absence (W7.1, W7.2, R38)."""

from __future__ import annotations

import pytest

from services.plans.domain.family.case_lead import AssignCaseLead, CaseLead
from services.plans.domain.family.people import PartyKind
from services.plans.domain.together.coordination import Coordination, RecordCoordination
from services.plans.domain.together.cover import Absences, AnnounceAbsence, ArrangeCover
from services.plans.domain.together.handover import Handovers, TellOfCaseLead, TransferCaseLead
from tests.unit.plans.acts import Family, add, qualified
from tests.unit.plans.case import NOWHERE, at, day
from tests.unit.plans.test_correction import correct
from tests.unit.plans.test_papers import message
from tests.unit.plans.test_tasks import Division

COVER = "vervanging-regelen"


def led() -> Family:
    """Fatma has the lead."""
    family = Family()
    family.case.do(AssignCaseLead(person=family.fatma))
    return family


def test_divided_tasks_ask_for_somebody_who_coordinates() -> None:
    """W7.1: who coordinates, when there is contact, and who stands in."""
    division = Division()
    family = division.family
    assert "afstemming-niet-afgesproken" not in division.case.flags()
    division.asked()
    assert "afstemming-niet-afgesproken" in division.case.flags()
    agreed = RecordCoordination(
        coordinator=family.fatma,
        backup=family.joris,
        contact_moments="Elke maandag bellen",
        participants=(family.mirjam,),
    )
    division.case.do(agreed)
    assert "afstemming-niet-afgesproken" not in division.case.flags()
    held = division.case.state()[Coordination].current
    assert held is not None
    assert (held.coordinator, held.backup) == (family.fatma, family.joris)


def test_a_backup_is_somebody_else_and_nobody_hidden_takes_part_in_sight() -> None:
    """W7.1, domain 3.7."""
    family = Family()
    same = RecordCoordination(
        coordinator=family.fatma, backup=family.fatma, contact_moments="Bellen"
    )
    assert family.case.refused(same) == {"afstemming-achtervang"}
    hans = family.case.item(add("Hans", PartyKind.NETWORK, hidden_from=(family.stefan,)))
    together = RecordCoordination(
        coordinator=family.fatma, contact_moments="Bellen", participants=(hans, family.stefan)
    )
    assert family.case.refused(together) == {"afstemming-verraadt-iemand"}


def test_the_lead_passes_at_one_instant_with_notes() -> None:
    """W7.2: given the lead leaves, the case is never left without a successor."""
    family = led()
    family.case.do(TransferCaseLead(person=family.joris, notes="Bel Els eerst"))
    assert family.case.state()[CaseLead].person == family.joris
    (handover,) = family.case.state()[Handovers].all
    assert (handover.from_person, handover.person) == (family.fatma, family.joris)
    for recorded in family.case.history[6:]:
        known = recorded.stamp.recorded_at
        assert known is not None
        assert family.case.state(known=known)[CaseLead].person is not None


def test_the_lead_is_handed_to_another_professional_by_whoever_has_it() -> None:
    """W7.2."""
    family = Family()
    nobody = TransferCaseLead(person=family.fatma, notes="x")
    assert family.case.refused(nobody) == {"overdracht-zonder-casusregisseur"}
    family.case.do(AssignCaseLead(person=family.fatma))
    assert family.case.refused(nobody) == {"overdracht-aan-zichzelf"}
    els = TransferCaseLead(person=family.els, notes="x")
    assert family.case.refused(els) == {"casusregie-vakkracht"}


def test_the_only_lead_cannot_be_corrected_away() -> None:
    """W7.2: at no instant is there no lead; with another before or after, it can."""
    family = Family()
    (given,) = family.case.do(AssignCaseLead(person=family.fatma))
    assert family.case.refused(correct(family.case, given)) == {"correctie-van-casusregie"}
    family.case.do(AssignCaseLead(person=family.joris))
    assert family.case.refused(correct(family.case, given)) == set()
    assert family.case.state()[CaseLead].person == family.joris


def test_everybody_is_told_who_leads_now() -> None:
    """W7.2, W8.4: each who is not stays in sight; the next handover begins anew."""
    family = led()
    assert "casusregie-niet-bekend" not in family.case.flags()
    family.case.do(TransferCaseLead(person=family.joris, notes="x"))
    assert len(family.case.told("casusregie-niet-bekend")) == 3
    family.case.do(TellOfCaseLead(people=(family.mirjam, family.stefan), manner="Gebeld"))
    assert [str(family.els) in told for told in family.case.told("casusregie-niet-bekend")] == [
        True
    ]
    family.case.do(TransferCaseLead(person=family.fatma, notes="Terug"))
    assert len(family.case.told("casusregie-niet-bekend")) == 3


def test_nobody_is_told_of_a_lead_that_there_is_not() -> None:
    """W7.2."""
    family = Family()
    told = TellOfCaseLead(people=(family.mirjam,), manner="Gebeld")
    assert family.case.refused(told) == {"bekendmaking-zonder-casusregisseur"}


@pytest.mark.parametrize(
    ("last_day", "owed"), [("2025-03-17", False), ("2025-03-18", True), (None, True)]
)
def test_an_absence_of_more_than_five_working_days_needs_cover(
    last_day: str | None, owed: bool
) -> None:
    """R38: from Tuesday 11 March, Monday is the fifth working day; without an end it needs one."""
    family = led()
    until = day(last_day) if last_day else None
    family.case.do(AnnounceAbsence(first_day=day("2025-03-11"), last_day=until))
    assert bool(family.case.obligations(COVER)) is owed


def test_cover_is_due_when_the_absence_begins() -> None:
    """R38: zero minutes; whoever is away cannot stand in."""
    family = led()
    absence = family.case.item(
        AnnounceAbsence(first_day=day("2025-03-12"), last_day=day("9999-12-31"))
    )
    [due] = family.case.obligations(COVER)
    assert due.due_at == at("2025-03-11 23:00")
    self = ArrangeCover(absence=absence, person=family.fatma, notes="x")
    assert family.case.refused(self) == {"vervanging-door-zichzelf"}
    family.case.do(ArrangeCover(absence=absence, person=family.joris, notes="Bel Els"))
    [due] = family.case.obligations(COVER)
    assert due.settled is not None
    held = family.case.state()[Absences].all[absence]
    assert held.cover is not None
    assert held.cover.person == family.joris


def test_an_absence_that_began_long_ago_is_due_at_once_and_another_lead_settles_it() -> None:
    """W7.2: the lead passed, so there is nobody to stand in for."""
    family = led()
    family.case.do(AnnounceAbsence(first_day=day("0001-01-01")))
    [due] = family.case.obligations(COVER)
    assert due.overdue(family.case.now)
    family.case.do(TransferCaseLead(person=family.case.item(qualified("Rob")), notes="x"))
    [due] = family.case.obligations(COVER)
    assert due.settled is not None


def test_an_absence_is_of_somebody_and_its_days_run_forward() -> None:
    """W7.2."""
    family = Family()
    absence = AnnounceAbsence(first_day=day("2025-03-11"), last_day=day("2025-03-10"))
    assert family.case.refused(absence) == {
        "afwezigheid-zonder-casusregisseur",
        "afwezigheid-looptijd",
    }
    cover = ArrangeCover(absence=NOWHERE, person=family.els, notes="x")
    assert family.case.refused(cover) == {"afwezigheid-onbekend", "casusregie-vakkracht"}


def test_who_stands_in_is_told_to_the_other_services_and_not_why() -> None:
    """W7.2, R52: so that an incident of a weekend reaches somebody who is there."""
    family = led()
    away = AnnounceAbsence(first_day=day("2025-03-11"), explanation="Ziek")
    absence = family.case.item(away)
    days = {"first_day": "2025-03-11", "last_day": None}
    assert message(family) == {"item": str(absence), "person": str(family.fatma), **days}
    family.case.do(ArrangeCover(absence=absence, person=family.joris, notes="Bel niet thuis"))
    assert message(family) == {"absence": str(absence), "person": str(family.joris)}
