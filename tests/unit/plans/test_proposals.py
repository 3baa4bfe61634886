"""Whom to speak to first follows from the judgement, as a proposal (S1.3, R06)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.picture.proposals import Proposal, Subject
from services.plans.views.conversations import conversations_view
from tests.unit.plans.acts import Family, add, classify
from tests.unit.plans.case import at, day
from tests.unit.plans.looking import look
from tests.unit.plans.picture_history import held, planned


def proposed(family: Family) -> list[Proposal]:
    """What is proposed to a worker now."""
    found: list[Proposal] = conversations_view(look(family.case))["proposals"]
    return found


def child(family: Family, name: str = "Noor", born: str = "2016-02-11", **more: Any) -> UUID:
    """A child of the family."""
    return family.case.item(add(name, birth_date=day(born), **more))


def test_when_acute_the_children_are_proposed_first_with_the_due_date_of_r06() -> None:
    """S1.3: given ACUTE, then "kinderen zien en spreken" is first: within one working day."""
    family = Family()
    noor = child(family)
    family.case.do(classify(Unsafety.ACUTE, noor), "2025-03-14 16:00")
    first = proposed(family)[0]
    assert (first.subject, first.people, first.order) == (Subject.CHILDREN, (noor,), 1)
    assert (first.rule, first.due_at) == ("R06", at("2025-03-17 23:00"))


def test_when_structural_the_family_comes_first_and_the_children_next() -> None:
    """S1.3: order and dates depend on acute versus structural."""
    family = Family()
    noor = child(family)
    family.case.do(classify(Unsafety.STRUCTURAL, noor), "2025-03-10 16:00")
    subjects = [(each.subject, each.people) for each in proposed(family)]
    assert subjects == [
        (Subject.FAMILY, (family.mirjam, family.stefan)),
        (Subject.CHILDREN, (noor,)),
        (Subject.OTHERS, (family.els,)),
    ]
    family.case.do(classify(Unsafety.BOTH, noor))
    assert proposed(family)[0].subject is Subject.CHILDREN


def test_whoever_was_spoken_to_since_or_is_planned_to_be_is_proposed_no_more() -> None:
    """S1.3: overridable: what a worker planned holds, whatever its day."""
    family = Family()
    noor, bas = child(family), child(family, "Bas", "2020-11-30")
    family.case.do(held(family.fatma, noor))
    family.case.do(classify(Unsafety.ACUTE, noor))
    assert proposed(family)[0].people == (noor, bas)
    family.case.do(held(family.fatma, noor))
    assert proposed(family)[0].people == (bas,)
    family.case.do(planned(bas, family.fatma, due=day("2025-04-01")))
    assert Subject.CHILDREN not in [each.subject for each in proposed(family)]


def test_children_are_asked_for_when_no_birth_date_tells_of_any() -> None:
    """W0.10: a plan for adults asks for the children too; eighteen is no child any more."""
    family = Family()
    grown = child(family, "Sem", "2007-03-10")
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    first, then = proposed(family)[:2]
    assert (first.subject, first.people) == (Subject.CHILDREN, ())
    assert grown in then.people


def test_nothing_is_proposed_without_unsafety_and_nothing_is_recorded_by_itself() -> None:
    """S1.3: a proposal opens no obligation and writes no event."""
    family = Family()
    assert proposed(family) == []
    family.case.do(classify(Unsafety.ACUTE, family.mirjam))
    before = len(family.case.history)
    assert proposed(family) != []
    assert len(family.case.history) == before
    assert family.case.obligations("gesprek-voeren") == []
    family.case.do(classify(Unsafety.NONE_FOUND))
    assert proposed(family) == []
