"""What happens when something of the family is erased."""

from __future__ import annotations

from datetime import timedelta

from services.plans.domain.erasing.erased import PlanContentErased
from shared.eventbase.erasing import Ground
from tests.unit.plans.acts import Family
from tests.unit.plans.case import uid


def erased(family: Family) -> None:
    """The service erased what it was ordered to."""
    month_on = family.case.now + timedelta(days=30)
    family.case.happen(
        PlanContentErased(uid(901), Ground.REQUEST, (uid(902),), (uid(903),), month_on)
    )
