"""Asking for erasure, and the decision on it (R43)."""

from __future__ import annotations

from uuid import UUID

import pytest

from services.plans.domain.erasing.deciding import Decisions, ErasureDecided, RefusalGround
from services.plans.domain.erasing.ordering import ErasureOrdered, Orders
from services.plans.domain.erasing.requests import Requests
from services.plans.domain.erasing.steps import Step
from shared.eventbase.erasing import Ground
from shared.eventbase.obligation import Obligation
from shared.eventbase.reach import Reaches
from tests.unit.plans.acts import Family, add
from tests.unit.plans.case import NOWHERE, at
from tests.unit.plans.erasing.acts import (
    BOSS,
    approve,
    ask,
    decide,
    decided,
    refusal,
    requested,
)
from tests.unit.plans.test_correction import correct


def last(family: Family, request: UUID) -> ErasureDecided:
    """The decision that counts."""
    found = family.case.state()[Decisions].last(request)
    assert found is not None
    return found.event


def owed(family: Family, request: UUID) -> Obligation:
    """That a request must be answered."""
    found = family.case.obligations("wisverzoek-afhandelen")
    return next(each for each in found if each.about == request)


def test_a_request_names_something_and_the_whole_or_parts_but_not_both() -> None:
    """R43: items may be of any service, so nobody here says that one is unknown."""
    family = Family()
    assert family.case.refused(ask()) == {"wisverzoek-zonder-inhoud"}
    assert family.case.refused(ask(NOWHERE, whole=True)) == {"wisverzoek-geheel-en-deel"}
    assert family.case.refused(ask(asked_by=NOWHERE, whole=True)) == {"persoon-onbekend"}
    for accepted in (ask(NOWHERE), ask(people=(family.els,)), ask(whole=True)):
        assert family.case.refused(accepted) == set()


def test_a_request_is_nobodys_to_read_but_a_professionals() -> None:
    """R43, domain 3.7: whoever asked included; what is asked tells what there is."""
    family = Family()
    _, request = decided(family)
    family.case.do(approve(family, request), actor=BOSS)
    state = family.case.state()
    events = [r.event for r in family.case.history if isinstance(r.event, Step)]
    made = [event.item for event in events if not isinstance(event, ErasureOrdered)]
    assert len(made) == 3
    assert [state[Reaches].of[item].concerns for item in made] == [frozenset()] * 3


def test_somebody_who_was_added_by_mistake_can_be_erased_and_that_is_kept_in_sight() -> None:
    """R43: the dossier no longer knows them, and still holds who they are."""
    family = Family()
    (wrong,) = family.case.do(add("Een ander"))
    family.case.do(correct(family.case, wrong))
    family.case.do(ask(people=(family.els,)))
    assert family.case.told("te-wissen-persoon-onbekend") == []
    family.case.do(ask(people=(wrong.person,)))
    (told,) = family.case.told("te-wissen-persoon-onbekend")
    assert str(wrong.person) in told


def test_a_decision_grants_nothing_that_was_not_asked() -> None:
    """R43: parts of a whole that was asked for are, the whole of what was asked in part is not."""
    family = Family()
    item, request = requested(family)
    assert "wissing-niet-gevraagd" in family.case.refused(decide(request, item, NOWHERE))
    assert "wissing-niet-gevraagd" in family.case.refused(
        decide(request, item, people=(family.els,))
    )
    assert "wissing-niet-gevraagd" in family.case.refused(decide(request, whole=True))
    assert family.case.refused(decide(request, item)) == set()
    whole = family.case.item(ask(whole=True, asked_by=family.mirjam))
    mixed = decide(whole, item, whole=True)
    assert family.case.refused(mixed) == {"wissing-niet-gevraagd"}
    part = decide(whole, item, refusal=RefusalGround.LAW)
    assert family.case.refused(part) == set()
    assert family.case.refused(decide(whole, whole=True)) == set()


def test_of_a_person_who_was_asked_for_an_address_may_be_granted_and_not_the_other_way() -> None:
    """R43: where somebody can be found is a part of somebody."""
    family = Family()
    els = (family.els,)
    everything = family.case.item(ask(people=els, asked_by=family.els))
    part = decide(everything, addresses=els, refusal=RefusalGround.LAW)
    assert family.case.refused(part) == set()
    request = family.case.item(ask(addresses=els, asked_by=family.els))
    assert family.case.refused(decide(request, people=els)) >= {"wissing-niet-gevraagd"}
    assert family.case.refused(decide(request, addresses=els)) == set()
    family.case.do(approve(family, request), actor=BOSS)
    (order,) = family.case.state()[Orders].all
    assert (order.event.addresses, order.event.people) == (els, ())


def test_an_address_and_the_whole_cannot_both_be_asked_for() -> None:
    """R43: the whole holds every address; whoever is not known here is kept in sight."""
    family = Family()
    mixed = ask(addresses=(family.els,), whole=True)
    assert family.case.refused(mixed) == {"wisverzoek-geheel-en-deel"}
    family.case.do(ask(addresses=(NOWHERE,)))
    assert str(NOWHERE) in family.case.told("te-wissen-persoon-onbekend")[0]


@pytest.mark.parametrize("granted", ["nothing", "part"])
def test_whatever_is_not_granted_has_a_ground_for_that(granted: str) -> None:
    """R43: and what is granted as a whole has none."""
    family = Family()
    item, _ = requested(family)
    request = family.case.item(ask(item, NOWHERE, asked_by=family.mirjam))
    items = (item,) if granted == "part" else ()
    assert family.case.refused(decide(request, *items)) == {"wissing-weigergrond"}
    explained = decide(request, *items, refusal=RefusalGround.LAW)
    assert family.case.refused(explained) == set()
    superfluous = decide(request, item, NOWHERE, refusal=RefusalGround.LAW)
    assert family.case.refused(superfluous) == {"wissing-weigergrond"}


def test_good_care_keeps_a_file_only_when_its_term_is_over() -> None:
    """R44, domain 3.5: the term is no shield against a request."""
    family = Family()
    _, request = requested(family)
    care = refusal(request, refusal=RefusalGround.GOOD_CARE)
    assert family.case.refused(care) == {"wissing-goede-zorg"}
    over = refusal(request, refusal=RefusalGround.GOOD_CARE, ground=Ground.TERM_OVER)
    assert family.case.refused(over) == set()


def test_what_nobody_asked_for_is_not_erased_because_somebody_asked() -> None:
    """R43: the office has a reason of its own, or none."""
    family = Family()
    request = family.case.item(ask(NOWHERE))
    assert family.case.refused(decide(request, NOWHERE)) == {"wissing-zonder-vrager"}
    mistake = decide(request, NOWHERE, ground=Ground.MISTAKE)
    assert family.case.refused(mistake) == set()


def test_a_decision_is_about_a_request_and_counts_until_the_next() -> None:
    """R43: as long as nobody approved it; a correction gives the word back to the one before."""
    family = Family()
    assert "wisverzoek-onbekend" in family.case.refused(decide(NOWHERE))
    _, request = decided(family)
    (second,) = family.case.do(refusal(request))

    assert last(family, request).refusal is RefusalGround.OTHERS_INTEREST
    family.case.do(correct(family.case, second))
    first = last(family, request)
    assert first.refusal is None
    family.case.do(approve(family, request, decision=first.item), actor=BOSS)
    assert family.case.refused(refusal(request)) == {"wissing-al-goedgekeurd"}


def test_a_request_is_answered_and_carried_out_within_three_months() -> None:
    """R43: from when it was asked; a decision to grant something is not the end of it."""
    family = Family()
    item, _ = requested(family)
    asked = ask(item, asked_by=family.mirjam, effective_at=at("2025-02-01 09:00"))
    request = family.case.item(asked)

    assert owed(family, request).due_at == at("2025-05-01 22:00")
    family.case.do(decide(request, item))
    assert owed(family, request).settled is None
    family.case.do(approve(family, request), actor=BOSS)
    assert owed(family, request).settled is not None


def test_a_request_that_is_refused_as_a_whole_is_answered() -> None:
    """R43: there is nothing to approve, and nobody waits."""
    family = Family()
    _, request = requested(family)
    family.case.do(refusal(request))
    (owed,) = family.case.obligations("wisverzoek-afhandelen")
    assert owed.settled is not None
    assert family.case.state()[Requests].all[request].asked_by == family.mirjam
