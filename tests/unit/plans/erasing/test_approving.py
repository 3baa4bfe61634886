"""An erasure needs two people, time, and no hold (R43; integrity 5, threat 24)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from services.plans.api.act_schemas import ACT_SCHEMAS
from services.plans.domain import catalogue
from services.plans.domain.erasing.approving import ApproveErasure
from services.plans.domain.erasing.deciding import DecideErasure, RefusalGround
from services.plans.domain.erasing.holding import LiftHold, PlaceHold
from services.plans.domain.erasing.ordering import ErasureOrdered, Orders
from shared.eventbase.erasing import DESTRUCTIONS, Ground
from shared.web.together import enterable
from tests.unit.plans.acts import Family, concern
from tests.unit.plans.case import NOWHERE, PLAN, WORKER, Case, at, day
from tests.unit.plans.erasing.acts import (
    BOSS,
    OTHER_BOSS,
    OTHER_PLAN,
    approve,
    ask,
    decide,
    decided,
    elsewhere,
    hold,
    link,
    refusal,
    requested,
)
from tests.unit.plans.test_correction import correct


def test_an_approval_orders_the_erasing_and_stands_last_in_its_own_dossier() -> None:
    """R43: what is granted, and nothing that was only asked for."""
    family = Family()
    item, _ = requested(family)
    request = family.case.item(ask(item, NOWHERE, asked_by=family.mirjam))
    family.case.do(decide(request, item, refusal=RefusalGround.LAW))
    ordered, approved = family.case.do(approve(family, request), actor=BOSS)
    assert ordered == ErasureOrdered(request, PLAN, Ground.REQUEST, (item,))
    assert approved.NAME == "wissing-goedgekeurd"
    assert approved.stream_id(PLAN) == approved.plan_of(PLAN) == PLAN
    assert ordered.plan_of(PLAN) == PLAN
    assert ordered.stream_id(PLAN) != PLAN
    assert [order.event for order in family.case.state()[Orders].all] == [ordered]


def test_whoever_asked_or_decided_does_not_approve() -> None:
    """R43, threat 24: not as a supervisor either, and not after somebody else decided since."""
    family = Family()
    item = family.case.item(concern())
    request = family.case.item(ask(item, asked_by=family.mirjam), actor=BOSS)
    family.case.do(decide(request, item), actor=OTHER_BOSS)
    family.case.do(decide(request, item))
    mine = approve(family, request)
    for actor in (BOSS, OTHER_BOSS, WORKER):
        assert family.case.refused(mine, actor=actor) == {"wissing-vier-ogen"}
    _, own = decided(family)
    assert family.case.refused(approve(family, own), actor=BOSS) == set()


def test_only_the_decision_that_was_read_is_approved_and_only_once() -> None:
    """R43: there is no way back from it, not by a correction either."""
    family = Family()
    item, request = decided(family)
    read = approve(family, request)
    family.case.do(decide(request, item, reason="Anders gezegd"))
    assert family.case.refused(read, actor=BOSS) == {"wissing-ander-besluit"}
    unknown = approve(family, NOWHERE)
    assert "wisverzoek-onbekend" in family.case.refused(unknown, actor=BOSS)
    events = family.case.do(approve(family, request), actor=BOSS)
    again = family.case.refused(approve(family, request), actor=BOSS)
    assert again == {"wissing-al-goedgekeurd"}
    for event in events:
        assert family.case.refused(correct(family.case, event)) == {"correctie-van-wissing"}


def test_what_is_a_supervisors_is_not_entered_in_a_meeting() -> None:
    """R43, threat 24: a meeting is a worker's."""
    offered = {schema.ACT for schema in enterable(catalogue, ACT_SCHEMAS).values()}
    assert DecideErasure in offered
    assert offered.isdisjoint({ApproveErasure, PlaceHold, LiftHold})


def test_what_grants_nothing_cannot_be_approved_and_nothing_before_it_is_decided() -> None:
    """R43: an approval is of a decision that there was."""
    family = Family()
    item, request = requested(family)
    family.case.do(refusal(request))
    assert family.case.refused(approve(family, request), actor=BOSS) == {"wissing-niets-toegewezen"}
    family.case.do(decide(request, item))
    before = approve(family, request, effective_at=family.case.now - timedelta(seconds=1))
    assert family.case.refused(before, actor=BOSS) == {"wissing-voor-besluit"}


def test_a_hold_beats_every_request_and_not_a_decision() -> None:
    """R43, threat 24: until it is lifted; no correction takes it away."""
    family = Family()
    (placed,) = family.case.do(hold(), actor=BOSS)
    _, request = decided(family)
    assert family.case.refused(approve(family, request), actor=BOSS) == {"wissing-bewaarbevel"}
    assert family.case.refused(correct(family.case, placed)) == {"correctie-van-wissing"}
    lift = LiftHold(hold=placed.item, reason="De zaak is klaar")
    (lifted,) = family.case.do(lift, actor=BOSS)
    assert family.case.refused(correct(family.case, lifted)) == {"correctie-van-wissing"}
    assert family.case.refused(lift, actor=BOSS) == {"bewaarbevel-onbekend"}
    assert family.case.refused(approve(family, request), actor=BOSS) == set()


def test_a_hold_ends_after_its_last_day_by_itself() -> None:
    """R43: and one that is over already is no hold."""
    family = Family()
    over = hold(until=day("2025-03-09"))
    assert family.case.refused(over, actor=BOSS) == {"bewaarbevel-voorbij"}
    (placed,) = family.case.do(hold(until=day("2025-03-20")), actor=BOSS)
    _, request = decided(family)
    last_hour = family.case.refused(approve(family, request), "2025-03-20 22:59", BOSS)
    assert last_hour == {"wissing-bewaarbevel"}
    family.case.now = at("2025-03-20 23:00")
    lift = LiftHold(hold=placed.item, reason="Te laat")
    assert family.case.refused(lift, actor=BOSS) == {"bewaarbevel-onbekend"}
    assert family.case.refused(approve(family, request), actor=BOSS) == set()


def test_what_the_office_wants_by_itself_waits_seven_days_after_the_decision() -> None:
    """R43, threat 24: by when that was recorded, whatever day it is said to be of."""
    family = Family()
    item = family.case.item(concern())
    request = family.case.item(ask(item))
    early = at("2025-01-01 09:00")
    family.case.do(decide(request, item, ground=Ground.MISTAKE, effective_at=early))
    soon = family.case.refused(approve(family, request), "2025-03-17 22:59", BOSS)
    assert soon == {"wissing-bedenktijd"}
    assert family.case.refused(approve(family, request), "2025-03-17 23:00", BOSS) == set()


def test_an_order_goes_to_every_dossier_in_which_an_erased_person_stands() -> None:
    """R43: of the whole only to the destructions, of items to no other dossier."""
    family = Family()
    there = elsewhere(family)
    family.case.do(link(family, there))
    request = family.case.item(ask(people=(family.mirjam, family.els), asked_by=family.mirjam))
    family.case.do(decide(request, people=(family.mirjam, family.els)))
    here, other, _ = family.case.do(approve(family, request), actor=BOSS)
    assert here.people == (family.mirjam, family.els)
    assert (other.plan_of(PLAN), other.people, other.items) == (OTHER_PLAN, (there,), ())
    assert len({here.stream_id(PLAN), other.stream_id(PLAN), PLAN}) == 3
    (known,) = family.case.state()[Orders].all
    assert known.event == here
    assert _ordered_there(family.case, OTHER_PLAN) == [other]


def _ordered_there(case: Case, plan: UUID) -> list[ErasureOrdered]:
    return [order.event for order in case.state(plan_id=plan)[Orders].all]


def test_a_hold_in_a_linked_dossier_is_in_the_way_as_well() -> None:
    """R43, threat 24: a link would else be a way round it."""
    family = Family()
    other = Case(first_id=500_000)
    family.case.others[OTHER_PLAN] = other.state(plan_id=OTHER_PLAN)
    there = elsewhere(family)
    family.case.do(link(family, there))
    other.do(hold(), actor=BOSS)
    family.case.others[OTHER_PLAN] = other.state(plan_id=OTHER_PLAN)
    request = family.case.item(ask(people=(family.mirjam,), asked_by=family.mirjam))
    family.case.do(decide(request, people=(family.mirjam,)))
    assert family.case.refused(approve(family, request), actor=BOSS) == {"wissing-bewaarbevel"}


def test_a_whole_dossier_is_ordered_to_be_destroyed_among_the_destructions() -> None:
    """R43: before the term is over as well, when somebody asks for it."""
    family = Family()
    request = family.case.item(ask(whole=True, asked_by=family.mirjam))
    family.case.do(decide(request, whole=True))
    ordered, _ = family.case.do(approve(family, request), actor=BOSS)
    assert (ordered.whole, ordered.plan) == (True, PLAN)
    assert ordered.plan_of(PLAN) == DESTRUCTIONS
