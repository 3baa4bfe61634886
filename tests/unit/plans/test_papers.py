"""A version as it stood on paper, and each person's own numbers (W0.11, W8.4, design 6)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain import catalogue
from services.plans.domain.plan.agreeing import ChangeAgreement
from services.plans.domain.plan.agreements import Agreements, Purpose
from services.plans.domain.plan.versions import Versions
from services.plans.messages import Messages
from services.plans.on_paper import OnPaper, folded
from services.plans.own_versions import Papers
from shared.eventbase.reach import Reaches
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
    on_paper = OnPaper(family.case.history, catalogue.fold, folded())
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


def test_the_messages_about_many_versions_fold_each_of_them_once() -> None:
    """W8.4: the twentieth version of a plan costs a rebuild no more folds than the second."""
    family = Family()
    family.in_force()
    for _ in range(4):
        family.case.do(adjust(agree(family.stefan, family.mirjam)))
    folds: list[int] = []

    def fold(plan_id: UUID, history: Any) -> Any:
        folds.append(len(history))
        return catalogue.fold(plan_id, history)

    messages = Messages(lambda _: family.case.history, fold, NoBoxes())
    numbers = [
        data["version"]
        for r in family.case.history
        if "version" in (data := messages.data(r) or {})
    ]
    assert numbers == [1, 2, 3, 4, 5]
    assert len(folds) == len(numbers)
