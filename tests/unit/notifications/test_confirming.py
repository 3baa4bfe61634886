"""Who has confirmed an erasure, and who has not (R43; integrity 3.3)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.notifications.domain.confirming import Confirmations, Keeper, Ordered, confirm_by
from services.notifications.domain.erasing import NoticeContentErased
from services.notifications.domain.followed import (
    ErasureOrdered,
    EvaluationContentErased,
    PlanContentErased,
)
from services.notifications.domain.terms import OWN
from shared.eventbase.erasing import Ground
from shared.eventbase.event import Event
from tests.unit.notifications.family import Family, uid

REQUEST = uid(901)


@pytest.fixture
def family() -> Family:
    """Of whom something was ordered to be erased."""
    family = Family(acute=True)
    family.follow(ErasureOrdered(REQUEST, Ground.REQUEST))
    return family


def order(family: Family) -> Ordered:
    """How it stands."""
    return family.state()[Confirmations].ordered[REQUEST]


def confirm(family: Family, *keepers: Keeper, days: int = 30) -> None:
    """These services say that it is done, and complete so many days on."""
    by = family.now + timedelta(days=days)
    if Keeper.PLANS in keepers:
        family.follow(PlanContentErased(REQUEST, by))
    if Keeper.EVALUATIONS in keepers:
        family.follow(EvaluationContentErased(REQUEST, by), source="evaluations")
    if Keeper.NOTIFICATIONS in keepers:
        own: Event = NoticeContentErased(REQUEST, Ground.REQUEST, (), (), by)
        family.decide(lambda state, doing: [own])


@pytest.mark.parametrize("silent", Keeper)
def test_a_service_that_did_not_confirm_is_named(family: Family, silent: Keeper) -> None:
    """R43: a missing confirmation stays in sight, and nothing is called complete without it."""
    confirm(family, *(each for each in Keeper if each is not silent))
    assert (order(family).missing, order(family).complete_by) == ([silent], None)


def test_it_is_complete_when_the_last_copy_of_a_key_is_gone_anywhere(family: Family) -> None:
    """Integrity 3.2: each service has an epoch key of its own, with an end of its own."""
    confirm(family, Keeper.PLANS, days=3)
    confirm(family, Keeper.EVALUATIONS, days=29)
    confirm(family, Keeper.NOTIFICATIONS, days=11)
    assert order(family).complete_by == family.now + timedelta(days=29)


def test_a_confirmation_that_is_followed_before_its_order_counts() -> None:
    """Two feeds are followed apart, and either may be first."""
    family = Family(acute=True)
    confirm(family, *Keeper)
    family.follow(ErasureOrdered(REQUEST, Ground.REQUEST))
    assert order(family).missing == []


def test_a_day_is_given_to_confirm(family: Family) -> None:
    """Integrity 3.3: what is missing after 24 hours is an incident."""
    assert confirm_by(OWN, family.now) == family.now + timedelta(hours=24)
