"""What everybody needs to recover, and the help for it (W6.1, W6.2, W6.3, R33)."""

from __future__ import annotations

from services.plans.domain.course.helping import Helping, HelpStatus
from services.plans.domain.course.recovery import Need, RecoveryNeeds, is_complete, unmapped
from services.plans.domain.course.trauma import open_risks
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, add
from tests.unit.plans.case import NOWHERE, STRANGER, at
from tests.unit.plans.course.acts import help_for, need, now, reached, weigh
from tests.unit.plans.test_correction import correct

MAP, ARRANGE = "herstelbehoefte-in-kaart-brengen", "herstelhulp-regelen"
WAITING, STARTED = HelpStatus.WAITING, HelpStatus.STARTED


def test_of_four_three_are_mapped_so_one_is_open_and_recovery_is_not_complete() -> None:
    """W6.1: 2 children and 2 adults; a grandmother of the network is not asked for."""
    family = Family()
    noor, bas = family.case.item(add("Noor")), family.case.item(add("Bas"))
    for person in (family.mirjam, family.stefan, noor):
        family.case.do(need(person))
    assert unmapped(family.case.state()) == [bas]
    assert not is_complete(family.case.state())
    family.case.do(need(bas, Need.NO, kind=None))
    assert unmapped(family.case.state()) == []
    assert is_complete(family.case.state())


def test_unknown_is_an_answer_that_stays_in_sight() -> None:
    """W6.1: mapped, and not forgotten."""
    family = Family()
    family.case.do(need(family.mirjam, Need.UNKNOWN))
    assert family.case.told("herstelbehoefte-onbekend") == [
        f"Van {family.mirjam} is nog niet bekend of hulp nodig is om te herstellen."
    ]
    family.case.do(need(family.mirjam, Need.NO))
    assert "herstelbehoefte-onbekend" not in family.case.flags()
    answers = family.case.state()[RecoveryNeeds].all
    assert len({answer.item for answer in answers}) == 1


def test_everybody_is_mapped_within_eight_weeks_of_direct_safety() -> None:
    """R33: per person of the family."""
    family = Family()
    assert family.case.obligations(MAP) == []
    family.case.do(reached(family), "2025-04-07 11:00")
    owed = family.case.obligations(MAP)
    assert {each.about for each in owed} == {family.mirjam, family.stefan}
    assert all(each.overdue(at("2025-06-03 12:00")) for each in owed)
    assert not any(each.overdue(at("2025-06-02 12:00")) for each in owed)
    family.case.do(need(family.mirjam), "2025-05-12 11:00")
    settled = {o.about: o.settled is not None for o in family.case.obligations(MAP)}
    assert settled == {family.mirjam: True, family.stefan: False}


def test_help_is_arranged_within_four_weeks_of_a_need() -> None:
    """R33: a wish is not arranged yet, a waiting list is."""
    family = Family()
    family.case.do(need(family.mirjam), "2025-05-12 11:00")
    item = family.case.item(help_for(family.mirjam, HelpStatus.WANTED), "2025-05-13 11:00")
    [owed] = family.case.obligations(ARRANGE)
    assert owed.overdue(at("2025-06-10 12:00"))
    assert not owed.overdue(at("2025-06-09 12:00"))
    family.case.do(now(item, WAITING), "2025-05-20 11:00")
    [owed] = family.case.obligations(ARRANGE)
    assert owed.settled is not None
    assert owed.settled.at == at("2025-05-20 11:00")


def test_help_is_owed_only_as_long_as_it_is_needed() -> None:
    """R33: no need, nothing owed; a need that passed is settled."""
    family = Family()
    family.case.do(need(family.stefan, Need.NO))
    assert family.case.obligations(ARRANGE) == []
    family.case.do(need(family.mirjam))
    family.case.do(need(family.mirjam))
    [owed] = family.case.obligations(ARRANGE)
    assert owed.settled is None
    family.case.do(need(family.mirjam, Need.NO))
    [owed] = family.case.obligations(ARRANGE)
    assert owed.settled is not None


def test_an_untreated_trauma_that_a_worker_counts_as_a_risk_is_an_open_risk() -> None:
    """W6.2: not by itself; with a need and no help after R33 it is on the list."""
    family = Family()
    item = family.case.item(need(family.mirjam), "2025-05-12 11:00")
    family.case.now = at("2025-06-12 11:00")
    assert open_risks(family.case.state()) == []
    family.case.do(weigh(family, item))
    assert [risk.person for risk in open_risks(family.case.state())] == [family.mirjam]


def test_it_is_a_risk_until_treatment_begins_or_somebody_says_otherwise() -> None:
    """W6.2: to wait is not to be treated."""
    family = Family()
    item = family.case.item(need(family.mirjam))
    family.case.do(weigh(family, item))
    given = family.case.item(help_for(family.mirjam, WAITING))
    assert open_risks(family.case.state())
    (started,) = family.case.do(now(given, STARTED))
    assert open_risks(family.case.state()) == []
    family.case.do(correct(family.case, started))
    assert open_risks(family.case.state())
    family.case.do(weigh(family, item, is_risk=False))
    assert open_risks(family.case.state()) == []


def test_a_waiting_list_is_counted_in_weeks() -> None:
    """W6.3: "wachtlijst traumabehandeling, 10 weken"; said again, it does not begin again."""
    family = Family()
    item = family.case.item(help_for(family.mirjam, WAITING), "2025-05-12 11:00")
    family.case.do(now(item, WAITING, remark="Nog drie voor ons"), "2025-06-12 11:00")
    waiting = family.case.state()[Helping].all[item]
    assert waiting.weeks_waiting(at("2025-07-21 11:00")) == 10
    assert waiting.words.content is not None
    assert waiting.words.content.kind == "traumabehandeling"
    family.case.do(now(item, STARTED), "2025-08-25 11:00")
    started = family.case.state()[Helping].all[item]
    assert started.weeks_waiting(at("2025-09-01 11:00")) is None
    assert started.since == at("2025-08-25 11:00")


def test_help_that_is_refused_says_why_and_nothing_is_changed_in_the_past() -> None:
    """W6.3: and help that is not known is not changed."""
    family = Family()
    item = family.case.item(help_for(family.mirjam, WAITING))
    refused = HelpStatus.REFUSED
    assert family.case.refused(now(item, refused)) == {"hulp-geweigerd-zonder-reden"}
    assert family.case.refused(help_for(family.stefan, refused)) == {"hulp-geweigerd-zonder-reden"}
    early = now(item, STARTED, effective_at=at("2025-03-01 10:00"))
    assert family.case.refused(early) == {"hulp-voor-begin"}
    assert family.case.refused(now(NOWHERE, STARTED)) == {"hulp-onbekend"}
    assert family.case.refused(now(item, refused, remark="Mirjam wil niet")) == set()


def test_only_needs_and_people_of_this_dossier_are_known() -> None:
    """W7.1."""
    family = Family()
    assert family.case.refused(need(STRANGER)) == {"persoon-onbekend"}
    assert family.case.refused(weigh(family, NOWHERE)) == {"herstelbehoefte-niet-bekend"}
    assert family.case.refused(help_for(STRANGER)) == {"persoon-onbekend"}


def test_what_somebody_needs_reaches_nobody_by_itself() -> None:
    """Domain 3.7: not even that there is something to read."""
    family = Family()
    item = family.case.item(need(family.mirjam, asked=(family.mirjam,)))
    assert not family.case.state()[Reaches].of[item].concerns
