"""The edges of erasing: first and last moments, and the half that is of another dossier (R43)."""

from __future__ import annotations

from datetime import timedelta

from services.plans.domain import catalogue
from services.plans.domain.erasing.deciding import ErasureDecided
from services.plans.domain.erasing.erased import PlanContentErased
from services.plans.domain.erasing.holding import Holds
from services.plans.domain.erasing.keeping import retention
from services.plans.domain.erasing.linking import SamePeople, UnlinkSamePerson
from services.plans.domain.erasing.ordering import ErasureOrdered
from shared.eventbase.calendar import end_of_day
from shared.eventbase.erasing import Ground
from shared.eventbase.obligation import Obligation
from tests.unit.plans.acts import Family
from tests.unit.plans.case import NOWHERE, PLAN, TERMS, day, uid
from tests.unit.plans.erasing.acts import (
    BOSS,
    approve,
    ask,
    decide,
    elsewhere,
    hold,
    link,
    refusal,
)


def test_an_order_in_another_dossier_has_the_ground_of_the_decision() -> None:
    """R43: what stands there in the place of what is gone says why."""
    family = Family()
    family.case.do(link(family, elsewhere(family)))
    people = (family.mirjam,)
    request = family.case.item(ask(people=people, asked_by=family.mirjam))
    family.case.do(decide(request, people=people))
    done = family.case.do(approve(family, request), actor=BOSS)
    orders = [event for event in done if isinstance(event, ErasureOrdered)]
    assert [order.ground for order in orders] == [Ground.REQUEST] * 2


def test_a_decision_to_erase_nothing_reads_as_one() -> None:
    """R43: and not as half of a yes."""

    class Words:
        def text(self, sealed: object, field: str) -> str:
            return "Een ander heeft er belang bij"

    family = Family()
    request = family.case.item(ask(NOWHERE, asked_by=family.mirjam))
    (decided,) = family.case.do(refusal(request))
    told = catalogue.sentences[ErasureDecided](decided, Words())  # type: ignore[arg-type]
    assert told == "Besloten is om niets te wissen. Reden: Een ander heeft er belang bij"


def test_a_hold_may_be_for_today_and_is_over_at_midnight() -> None:
    """R43: its last day is a day of it."""
    family = Family()
    today = day("2025-03-10")
    assert family.case.refused(hold(until=today), actor=BOSS) == set()
    holds = family.case.state()[Holds]
    midnight = end_of_day(today)
    assert len(holds.in_force(midnight - timedelta(microseconds=1))) == 1
    assert holds.in_force(midnight) == []


def test_that_something_was_erased_is_no_change_in_the_file() -> None:
    """R44: else each erasure would have the rest kept for longer."""
    family = Family()
    before = retention(family.case.state(), TERMS)
    family.case.now += timedelta(days=100)
    gone = Ground.REQUEST, (uid(902),), (), family.case.now
    family.case.happen(PlanContentErased(uid(901), *gone))
    assert retention(family.case.state(), TERMS) == before


def test_a_link_is_undone_by_the_half_that_stands_in_ones_own_dossier() -> None:
    """R43: the other half is in the other dossier, and is not read here."""
    family = Family()
    linked = family.case.item(link(family, elsewhere(family)))
    family.case.do(UnlinkSamePerson(link=linked, reason="Een ander"))
    own = [r for r in family.case.history if r.event.plan_of(PLAN) == PLAN]
    assert catalogue.fold(PLAN, own)[SamePeople].standing == []


def test_the_first_decision_since_the_term_was_to_be_looked_at_settles_that() -> None:
    """R44: also one at the very moment, and a later one changes nothing."""
    family = Family()

    def owed() -> Obligation:
        (found,) = family.case.obligations("bewaartermijn-herzien")
        return found

    request = family.case.item(ask(whole=True))
    said = decide(request, whole=True, ground=Ground.MISTAKE, effective_at=owed().opened.at)
    (first,) = family.case.do(said, "2044-04-01 09:00")
    family.case.do(decide(request, whole=True, ground=Ground.MISTAKE))
    settled = owed().settled
    assert settled is not None
    assert settled.event_id == family.case.event_id(first)
