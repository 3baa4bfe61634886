"""What happens at the very moment of what it is about, happens after it."""

from __future__ import annotations

import msgspec
import pytest

from services.plans.domain.plan.adjustment import AdjustPlan
from tests.unit.lives.ids import ids_in
from tests.unit.lives.test_nothing_lost import ACTS, WHOLE_HISTORIES


@pytest.mark.parametrize(("service", "n"), ACTS)
def test_an_act_of_the_same_moment_as_what_it_names_is_accepted(service: str, n: int) -> None:
    """Design 3: only what would have happened before it is refused; moments are inclusive."""
    whole = WHOLE_HISTORIES[service]
    act = whole.say(n).act
    named = {each for field in act.__struct_fields__ for each in ids_in(getattr(act, field))}
    # An adjustment is of the version before it, without naming it.
    versions = ("plan.activated", "plan.adjusted") if isinstance(act, AdjustPlan) else ()
    moments = [
        each.stamp.effective_at
        for each in whole.until(n)
        if named & set(ids_in(each.event)) or each.event.TOPIC in versions
    ]
    if act.effective_at is None and moments:
        assert not whole.refuses(n, msgspec.structs.replace(act, effective_at=max(moments)))
