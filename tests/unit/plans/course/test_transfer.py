"""Handing a dossier over: whoever has it keeps it until the receiver acknowledges (R39)."""

from __future__ import annotations

from services.plans.domain.course.transfer import Transfers, TransferStatus
from services.plans.domain.family.case_lead import AssignCaseLead, CaseLead
from tests.unit.plans.acts import Family, qualified
from tests.unit.plans.case import NOWHERE, STRANGER, at
from tests.unit.plans.course.acts import decline, offer, take
from tests.unit.plans.test_correction import correct

DUTY = "overdracht-bevestigen"


def led() -> Family:
    """A dossier with a case lead."""
    family = Family()
    family.case.do(AssignCaseLead(person=family.fatma))
    return family


def test_the_sender_stays_responsible_until_the_receiver_acknowledges() -> None:
    """R39, W7.2: then the receiver has the lead, without a gap."""
    family = led()
    item = family.case.item(offer(family.joris), "2025-03-12 10:00")
    assert family.case.state()[CaseLead].person == family.fatma
    family.case.do(take(item), "2025-03-14 10:00")
    state = family.case.state()
    assert state[CaseLead].person == family.joris
    assert state[Transfers].all[item].status is TransferStatus.ACKNOWLEDGED
    then = family.case.state(valid=at("2025-03-13 10:00"))
    assert then[CaseLead].person == family.fatma


def test_an_answer_is_owed_within_five_working_days() -> None:
    """R39: from Wednesday 12 March to the end of Wednesday 19 March."""
    family = led()
    item = family.case.item(offer(family.joris), "2025-03-12 10:00")
    [owed] = family.case.obligations(DUTY)
    assert not owed.overdue(at("2025-03-19 20:00"))
    assert owed.overdue(at("2025-03-20 08:00"))
    family.case.do(take(item))
    [owed] = family.case.obligations(DUTY)
    assert owed.settled is not None


def test_a_transfer_that_is_declined_leaves_everything_as_it_is() -> None:
    """R39: and another can be offered."""
    family = led()
    item = family.case.item(offer(family.joris))
    family.case.do(decline(item))
    state = family.case.state()
    assert state[CaseLead].person == family.fatma
    assert state[Transfers].all[item].status is TransferStatus.DECLINED
    assert family.case.obligations(DUTY)[0].settled is not None
    assert family.case.refused(offer(family.joris)) == set()


def test_a_dossier_goes_to_one_other_professional_at_a_time() -> None:
    """R39: of this dossier."""
    family = led()
    assert family.case.refused(offer(family.els)) == {"overdracht-aan-vakkracht"}
    assert family.case.refused(offer(family.fatma)) == {"overdracht-aan-zichzelf"}
    assert family.case.refused(offer(STRANGER)) == {"persoon-onbekend"}
    family.case.do(offer(family.joris))
    assert family.case.refused(offer(family.joris)) == {"overdracht-loopt"}


def test_only_what_was_offered_and_not_answered_is_answered() -> None:
    """R39: once, and not before it was offered."""
    family = led()
    assert family.case.refused(take(NOWHERE)) == {"overdracht-onbekend"}
    item = family.case.item(offer(family.joris), "2025-03-12 10:00")
    early = take(item, effective_at=at("2025-03-11 10:00"))
    assert family.case.refused(early) == {"overdracht-voor-begin"}
    family.case.do(take(item))
    assert family.case.refused(decline(item)) == {"overdracht-onbekend"}


def test_who_is_no_longer_of_the_dossier_gets_no_lead() -> None:
    """R39, W7.2: somebody who was added by mistake, in a history of before that was refused."""
    family = led()
    (added,) = family.case.do(qualified("Nadia"))
    item = family.case.item(offer(added.person))
    assert family.case.refused(correct(family.case, added)) == {"correctie-van-betrokkene"}
    family.case.history = [each for each in family.case.history if each.event is not added]
    assert family.case.refused(take(item)) == {"overdracht-ontvanger-onbekend"}
    assert family.case.refused(decline(item)) == set()
