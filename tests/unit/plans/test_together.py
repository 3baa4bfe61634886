"""A meeting entered in one go: all of it or nothing, and its parts may point at one another."""

from __future__ import annotations

from itertools import groupby
from typing import Any
from uuid import UUID

import pytest

from services.plans.domain import catalogue
from services.plans.domain.picture.concerns import Concerns
from services.plans.domain.picture.sharing import LeaveConcernUnshared, ShareConcern, Sharing
from services.plans.domain.plan.adjustment import PlanAdjusted
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.together import EnterTogether, Entry, placeholder
from tests.unit.plans.acts import Family, activate, add, adjust, agree, concern
from tests.unit.plans.case import NOWHERE
from tests.unit.plans.histories import FULL


def together(*entries: tuple[Act, str] | Act) -> EnterTogether:
    """A meeting of these acts, some with a label."""
    made = [Entry(*each) if isinstance(each, tuple) else Entry(each) for each in entries]
    return EnterTogether(entries=tuple(made))


def test_a_later_entry_points_at_what_an_earlier_one_makes() -> None:
    """S6.2: what is said in the meeting and what is done with it, in one request."""
    family = Family()
    told = ShareConcern(concern=placeholder("zorg"), person=family.stefan)
    recorded, shared = family.case.do(together((concern(), "zorg"), told))
    assert shared.concern == recorded.item
    assert list(family.case.state()[Sharing].told) == list(family.case.state()[Concerns].all)


def test_two_entries_of_a_kind_make_two_things() -> None:
    """Ids are never shared between entries."""
    family = Family()
    family.case.do(together((concern(), "een"), (concern(), "twee")))
    assert len(family.case.state()[Concerns].all) == 2


def test_what_is_wrong_in_one_entry_undoes_all_and_every_wrong_is_named_at_once() -> None:
    """S7.4: nothing is lost, and nobody has to try three times."""
    family = Family()
    wrong = together(
        concern(),
        ShareConcern(concern=NOWHERE, person=family.stefan),
        LeaveConcernUnshared(concern=NOWHERE, reason="x"),
    )
    assert [b.rule for b in family.case.broken(wrong)] == ["zorg-onbekend", "zorg-onbekend"]
    assert family.case.state()[Concerns].all == {}


def test_a_plan_comes_into_force_and_is_adjusted_in_the_meeting_that_made_it() -> None:
    """T1: agreements, the plan and its first version, entered at the kitchen table."""
    family = Family()
    family.case.do(together((agree(family.stefan), "afspraak"), activate()))
    family.case.do(together(adjust(agree(family.els))))
    state = family.case.state()
    assert len(state[Agreements].all) == 2
    assert [version.number for version in state[Versions].all] == [1, 2]


@pytest.mark.parametrize(
    ("entries", "guarded"), [((concern(),), False), ((concern(), adjust(unchanged=True)), True)]
)
def test_only_a_meeting_with_an_adjustment_needs_the_revision_that_was_read(
    entries: tuple[Act, ...], guarded: bool
) -> None:
    """Design 2, concurrency: additive acts need no precondition."""
    assert catalogue.guards(together(*entries)) is guarded


def test_a_label_stands_for_the_same_thing_wherever_it_is_named() -> None:
    """The wire and the decision agree on it, and it is no id of anything."""
    assert placeholder("zorg") == placeholder("zorg") != placeholder("zorgen")
    assert isinstance(placeholder("zorg"), UUID)


def test_labels_reach_into_lists_and_values_inside_an_act() -> None:
    """An agreement may be based on a moment that was told in the same meeting."""
    family = Family()
    slept: Any = concern()
    hidden = agree(family.stefan, bottom_lines=(placeholder("x"),))
    assert family.case.refused(together((slept, "x"), hidden)) == {"afspraak-verwijst"}
    inside = adjust(agree(family.stefan, shared_with=(placeholder("wie"),)))
    family.case.do(together(agree(family.els), activate()))
    person = family.case.do(together((add("Buurvrouw Toos"), "wie"), inside))[0].person
    made = list(family.case.state()[Agreements].all.values())[-1]
    assert made.shared_with == (person,)


def test_the_first_id_that_an_act_asks_for_is_that_of_what_it_makes() -> None:
    """Decision 17: a label stands for it. Ids are counted, so the act's own says which was first.

    An adjustment makes a version, which has a number and nothing in a meeting points at.
    """
    for act_id, group in groupby(FULL.history, lambda recorded: recorded.stamp.act_id):
        done = list(group)
        if isinstance(done[-1].event, PlanAdjusted):
            continue
        first = UUID(int=act_id.int + 1)
        made = {getattr(recorded.event, recorded.event.SUBJECT, None) for recorded in done}
        assert first in made | {recorded.stamp.event_id for recorded in done}, done[0].event
