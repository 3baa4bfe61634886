"""A version as it stood on paper, and each person's own numbers (W0.11, W8.4, design 6)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pytest

from services.plans.domain import catalogue
from services.plans.domain.plan.agreeing import ChangeAgreement
from services.plans.domain.plan.agreements import Agreements, Purpose
from services.plans.domain.plan.versions import Versions
from services.plans.messages import Messages
from services.plans.on_paper import OnPaper
from services.plans.own_versions import Papers
from shared.eventbase.event import Recorded
from shared.eventbase.reach import Reaches
from shared.eventbase.state import Fold, State
from tests.unit.plans.acts import MARCH_10, Family, activate, adjust, agree
from tests.unit.plans.case import at
from tests.unit.plans.test_correction import correct


class NoBoxes:
    """Nothing was sealed here, so there is nothing to open."""

    def open(self, sealed: Any) -> Any:
        raise AssertionError("content is in the clear")

    compartment = open


def papers(family: Family) -> Papers:
    """The versions on paper, as they were in each."""
    on_paper = OnPaper(family.case.history, catalogue.fold)
    return Papers(on_paper, NoBoxes(), family.case.state()[Reaches].of, {})


def standing(family: Family, number: int) -> set[UUID]:
    """The agreements that version ``number`` puts on paper."""
    version = family.case.state()[Versions].all[number - 1]
    return {a.item for a in papers(family).state(version)[Agreements].standing}


def own(family: Family, person: UUID) -> list[tuple[int, int]]:
    """A person's own numbers, each with the number of the plan's version."""
    mine = papers(family).own(family.case.state()[Versions].all).get(person, [])
    return [(each.number, each.version.number) for each in mine]


def message(family: Family) -> dict[str, Any]:
    """What other services are told of the latest event."""
    told = Messages(lambda _: family.case.history, catalogue.fold, NoBoxes())
    data = told.data(family.case.history[-1])
    assert data is not None
    return data


def test_a_version_typed_in_later_than_it_was_made_has_all_that_was_typed_in_before_it() -> None:
    """W3.1: people and agreements typed in on Monday, the plan made on Sunday: nobody misses it."""
    family = Family()
    item = family.case.item(agree(family.stefan), "2025-03-17 09:00")
    family.case.do(activate(effective_at=at("2025-03-16 16:30")), "2025-03-17 10:00")
    assert standing(family, 1) == {item}
    assert own(family, family.stefan) == [(1, 1)]
    assert [told["item"] for told in message(family)["items"]] == [str(item)]


def test_what_is_recorded_later_does_not_reach_back_into_a_version() -> None:
    """Design 3: not a late agreement with an early date, and not a correction."""
    family = Family()
    (wrong,) = family.case.do(agree(family.stefan))
    family.case.do(activate())
    family.case.do(agree(family.els, effective_at=at("2025-03-10 08:00")))
    family.case.do(correct(family.case, wrong))
    family.case.do(adjust())
    assert standing(family, 1) == {wrong.item}
    assert wrong.item not in standing(family, 2)


def test_a_version_does_not_tell_other_services_of_what_was_corrected_before_it() -> None:
    """W8.1: nobody is asked to evaluate an agreement that was a mistake."""
    family = Family()
    (wrong,) = family.case.do(agree(family.stefan))
    right = family.case.item(agree(family.els))
    family.case.do(correct(family.case, wrong))
    family.case.do(activate())
    assert [told["item"] for told in message(family)["items"]] == [str(right)]


def test_own_numbers_have_no_gaps_and_count_only_what_one_reads() -> None:
    """W8.4: a version that changes only what is hidden from Stefan is none for Stefan."""
    family = Family()
    family.in_force()
    hidden = agree(family.els, for_people=(family.mirjam,), hidden_from=(family.stefan,))
    family.case.do(adjust(hidden))
    family.case.do(adjust(agree(family.stefan, family.mirjam)))
    assert own(family, family.stefan) == [(1, 1), (2, 3)]
    assert own(family, family.mirjam) == [(1, 1), (2, 2), (3, 3)]
    assert own(family, family.els) == [(1, 1), (2, 2)]
    assert own(family, family.fatma) == []


def test_the_message_about_a_version_names_whose_own_version_changed() -> None:
    """W8.4: with the number that it has for each of them, and nobody else."""
    family = Family()
    item = family.in_force()
    change = ChangeAgreement(
        item=item,
        what="Geen contact, ook niet via anderen",
        responsible=(family.stefan,),
        for_people=(family.mirjam,),
        purpose=Purpose.DIRECT_SAFETY,
        valid_from=MARCH_10,
    )
    family.case.do(adjust(change))
    assert message(family)["changed_for"] == [
        {"person": str(family.mirjam), "own_version": 2},
        {"person": str(family.stefan), "own_version": 2},
    ]
    assert "Geen contact" not in str(message(family))


def told(family: Family, person: UUID) -> list[int]:
    """The own number that the latest message names for somebody; empty when it names none."""
    changed = message(family)["changed_for"]
    return [each["own_version"] for each in changed if each["person"] == str(person)]


def changed(item: UUID, family: Family, *responsible: UUID, **more: Any) -> ChangeAgreement:
    """The agreement ``item`` with others to keep it."""
    return ChangeAgreement(
        item=item,
        what="Els haalt de kinderen op.",
        responsible=responsible,
        purpose=Purpose.DIRECT_SAFETY,
        valid_from=MARCH_10,
        **more,
    )


def test_what_is_hidden_later_was_never_there_and_nobody_is_told_that_it_was_hidden() -> None:
    """Design 6: hidden_from always wins; a notice about it would betray it."""
    family = Family()
    item = family.case.item(agree(family.els, family.stefan))
    family.case.do(activate())
    assert own(family, family.stefan) == [(1, 1)]
    family.case.do(adjust(changed(item, family, family.els, hidden_from=(family.stefan,))))
    assert own(family, family.stefan) == [(1, 1)]
    assert told(family, family.stefan) == []


def test_whoever_no_longer_has_to_keep_a_promise_is_told_and_still_sees_what_it_was() -> None:
    """W8.4: nobody goes on with a task that another took over without hearing of it."""
    family = Family()
    item = family.case.item(agree(family.stefan))
    family.case.do(activate())
    family.case.do(adjust(changed(item, family, family.els)))
    assert own(family, family.stefan) == [(1, 1), (2, 2)]
    assert told(family, family.stefan) == [2]


class Counted(Fold):
    """The fold, and how many events it folded in."""

    def __init__(self) -> None:
        self.evolved = 0

    def __call__(self, plan_id: UUID, history: Iterable[Recorded[Any]]) -> State:
        state = State(plan_id)
        for recorded in history:
            self.evolve(state, recorded)
        return state

    def evolve(self, state: State, recorded: Recorded[Any]) -> None:
        self.evolved += 1
        catalogue.fold.evolve(state, recorded)


def test_the_message_about_a_version_folds_no_earlier_version_anew() -> None:
    """W8.4: the twentieth version of a plan costs two folds, no more than the second."""
    family = Family()
    family.in_force()
    for _ in range(4):
        family.case.do(adjust(agree(family.stefan, family.mirjam)))
    counted = Counted()
    messages = Messages(lambda _: family.case.history, counted, NoBoxes())
    data = messages.data(family.case.history[-1]) or {}
    assert data["version"] == 5
    assert 0 < counted.evolved <= 2 * len(family.case.history)


def read_in(state: State) -> str:
    """What was folded in, and what it made; in words, for a state may go on to the next version."""
    folded = [recorded.stamp.event_id for recorded in state.folded]
    return repr((folded, state[Agreements].all, state[Reaches].of, state[Versions].all))


def long_family(late: bool) -> Family:
    """Five versions; with something typed in late, and something taken back, if asked."""
    family = Family()
    family.in_force()
    (wrong,) = family.case.do(agree(family.stefan), "2025-03-18 09:00")
    for day in (20, 21, 22, 23):
        family.case.do(adjust(agree(family.mirjam)), f"2025-03-{day} 09:00")
        if late and day == 20:
            family.case.do(correct(family.case, wrong), "2025-03-20 10:00")
        if late and day == 21:
            happened = at("2025-03-20 08:00")
            family.case.do(agree(family.stefan, effective_at=happened), "2025-03-21 11:00")
    return family


@pytest.mark.parametrize("late", [False, True])
def test_every_version_in_a_row_is_what_it_is_by_itself(late: bool) -> None:
    """W0.11: also after something was typed in late, or was taken back."""
    family = long_family(late)
    on_paper = OnPaper(family.case.history, catalogue.fold)
    versions = [each.at_version for each in family.case.state()[Versions].all]
    alone = [read_in(on_paper.state(version)) for version in versions]
    assert len(set(alone)) == 5
    assert [read_in(state) for state in on_paper.each(versions)] == alone
    assert [read_in(state) for state in on_paper.each(versions[::-1])] == alone[::-1]


def test_a_row_of_versions_is_folded_once() -> None:
    """W0.11: somebody's own numbers in a long dossier cost one fold, and not one per version."""
    family, counted = long_family(late=False), Counted()
    versions = [each.at_version for each in family.case.state()[Versions].all]
    assert len(list(OnPaper(family.case.history, counted).each(versions))) == 5
    assert 0 < counted.evolved <= len(family.case.history)
