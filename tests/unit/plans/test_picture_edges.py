"""The exact edges of the picture: what came first, and who is spoken to when (S1, S6)."""

from __future__ import annotations

import pytest

from services.plans.domain.groundwork.unsafety import Unsafety
from services.plans.domain.picture.deliberations import HoldDeliberation
from services.plans.domain.picture.proposals import Subject
from services.plans.domain.picture.scale_questions import Numbers
from services.plans.domain.picture.talking import CancelConversation
from services.plans.views.conversations import conversations_view
from shared.eventbase.act import Act
from tests.unit.plans.acts import Family, classify
from tests.unit.plans.case import at, day
from tests.unit.plans.looking import look
from tests.unit.plans.picture_history import held, number, planned
from tests.unit.plans.test_conversations import DUTY
from tests.unit.plans.test_proposals import child, proposed
from tests.unit.plans.test_scale_questions import sitting


@pytest.mark.parametrize("let_go", [True, False])
def test_a_planned_conversation_was_settled_by_what_came_first(let_go: bool) -> None:
    """S1.2: however it was done, and whatever was heard of first."""
    family = Family()
    plan = family.case.item(planned(family.stefan, family.fatma))
    how: Act = CancelConversation(planned=plan, reason="Al gesproken")
    if not let_go:
        how = held(family.fatma, family.stefan, planned=plan)
    family.case.do(how, "2025-03-14 10:00")
    before = held(family.fatma, family.stefan, planned=plan, effective_at=at("2025-03-12 10:00"))
    family.case.do(before, "2025-03-15 10:00")
    [due] = family.case.obligations(DUTY)
    assert due.settled is not None
    assert due.settled.at == at("2025-03-12 10:00")


def test_of_conversations_that_come_equally_early_the_first_due_comes_first() -> None:
    """S1.2: in the order of the plan, then by due date."""
    family = Family()
    days = ("2025-03-14", "2025-03-12", "2025-03-13")
    for due in days:
        family.case.do(planned(family.stefan, family.fatma, order=1, due=day(due)))
    rows = conversations_view(look(family.case))["planned"]
    assert [row["due"] for row in rows] == sorted(map(day, days))


def test_what_was_found_missing_in_a_deliberation_says_so() -> None:
    """S6.1: it is traced to the sitting in which it came up."""
    family = Family()
    people = (family.stefan, family.fatma)
    met = HoldDeliberation(participants=people, sufficient=False, missing=("De huisarts",))
    [deliberation, *_] = family.case.do(met)
    [row] = conversations_view(look(family.case))["gaps"]
    assert row["origin"] == deliberation.item


def test_everybody_has_a_day_by_which_they_are_spoken_to() -> None:
    """S1.3, R04, R05, R06: of five working days, of five, and of ten."""
    family = Family()
    noor = child(family)
    family.case.do(classify(Unsafety.STRUCTURAL, noor), "2025-03-10 16:00")
    due = {each.subject: (each.rule, each.due_at) for each in proposed(family)}
    assert due == {
        Subject.FAMILY: ("R04", at("2025-03-17 23:00")),
        Subject.CHILDREN: ("R06", at("2025-03-17 23:00")),
        Subject.OTHERS: ("R05", at("2025-03-24 23:00")),
    }


def test_who_was_spoken_to_at_the_moment_of_judging_is_not_proposed_again() -> None:
    """S1.3: as it is when the judgement follows from that conversation."""
    family = Family()
    noor = child(family)
    family.case.do(classify(Unsafety.ACUTE, noor), "2025-03-10 16:00")
    talk = held(family.fatma, noor, effective_at=at("2025-03-10 16:00"))
    family.case.do(talk, "2025-03-10 17:00")
    assert Subject.CHILDREN not in [each.subject for each in proposed(family)]


def test_nought_is_a_number_on_the_scale() -> None:
    """S6.3: and it is kept."""
    family = Family()
    met = sitting(family, family.mirjam)
    assert family.case.refused(number(met, family.mirjam, value=0)) == set()
    [given] = family.case.state()[Numbers].of[met]
    assert given.words.content is not None
    assert given.words.content.value == 0
