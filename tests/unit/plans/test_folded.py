"""The state of a history is folded once, and never taken for that of another."""

from __future__ import annotations

import msgspec

from services.plans.domain import catalogue
from services.plans.domain.plan.agreements import Agreements
from shared.eventbase.event import Recorded
from shared.record.folded import Folded
from tests.unit.plans.acts import Family, agree


def lived() -> Family:
    """A family with two agreements."""
    family = Family()
    for _ in range(2):
        family.case.item(agree(family.stefan))
    return family


def test_the_same_history_is_folded_once() -> None:
    """Also when what is asked for is another list of the same events."""
    history, folded = lived().case.history, Folded(catalogue.fold)
    plan_id = history[0].stamp.plan_id
    assert folded(plan_id, history) is folded(plan_id, iter([*history]))


def test_each_part_of_a_history_has_a_state_of_its_own() -> None:
    """Parts as long as one another with the same end too, as of looks without other drafts."""
    history, folded = lived().case.history, Folded(catalogue.fold)
    plan_id = history[0].stamp.plan_id
    for without in range(len(history)):
        part = [*history[:without], *history[without + 1 :]]
        asked, anew = folded(plan_id, part), catalogue.fold(plan_id, part)
        assert asked.folded == anew.folded == part
        assert asked[Agreements].all.keys() == anew[Agreements].all.keys()
    assert folded(plan_id, []).known is False


def test_what_was_erased_since_is_not_in_it() -> None:
    """An event that reads otherwise than it did makes a state of its own."""
    history, folded = lived().case.history, Folded(catalogue.fold)
    plan_id = history[0].stamp.plan_id
    before = folded(plan_id, history)
    last = history[1]
    other = Recorded(last.event, msgspec.structs.replace(last.stamp, actor="gewist"))
    after = folded(plan_id, [history[0], other, *history[2:]])
    assert after is not before
    assert after.folded[1].stamp.actor == "gewist"
