"""Who has confirmed an erasure, and who has not (R43; integrity 3.3)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.notifications.domain import catalogue
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
from shared.eventbase.obligation import Obligation
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


def owed(family: Family) -> Obligation:
    """What is still to be done about it, or was."""
    (found,) = catalogue.obligations_at(family.state(), OWN, family.now)
    return found


def test_a_missing_confirmation_is_an_obligation_until_the_last_service_confirms(
    family: Family,
) -> None:
    """R43: open since the order, due within a day, settled by the last confirmation."""
    confirm(family, Keeper.PLANS, Keeper.NOTIFICATIONS)
    found = owed(family)
    assert (found.duty, found.rule, found.about) == ("wissing-bevestigen", "R43", REQUEST)
    assert (found.opened.at, found.due_at) == (family.now, family.now + timedelta(hours=24))
    assert found.settled is None
    family.now += timedelta(hours=2)
    confirm(family, Keeper.EVALUATIONS)
    settled = owed(family).settled
    assert settled is not None
    assert settled == order(family).confirmed[Keeper.EVALUATIONS].mark


def test_a_confirmation_that_stays_away_for_a_day_is_overdue(family: Family) -> None:
    """R43, integrity 3.3: whoever looks at what is owed sees that it is too late."""
    confirm(family, Keeper.PLANS, Keeper.EVALUATIONS)
    found = owed(family)
    day = found.opened.at + timedelta(hours=24)
    assert (found.overdue(day - timedelta(microseconds=1)), found.overdue(day)) == (False, True)
