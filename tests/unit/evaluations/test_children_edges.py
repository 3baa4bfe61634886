"""The children, at the exact edges: who is named, seen or spoken, and from when."""

from __future__ import annotations

from datetime import timedelta

from services.evaluations.domain import catalogue
from services.evaluations.domain.children.children import Children, NameChildren
from services.evaluations.domain.children.conversations import Conversations
from services.evaluations.domain.children.owed import SEE, SPEAK
from services.evaluations.domain.followed.events import (
    DossierBegun,
    PlanEnded,
    UnsafetyJudged,
)
from services.evaluations.domain.followed.values import (
    Unsafety,
)
from services.evaluations.domain.sitting.starting import StartEvaluation
from shared.eventbase.obligation import Obligation
from shared.eventbase.rule import Broken
from tests.unit.evaluations.case import (
    BAS,
    ELS,
    NOOR,
    PLAN,
    Case,
    Manner,
    at,
    family,
    start,
)
from tests.unit.evaluations.clear_words import ClearWords
from tests.unit.evaluations.test_children import talk


def owed(case: Case, duty: str) -> list[Obligation]:
    """What is or was owed of one duty."""
    return [each for each in case.obligations() if each.duty == duty]


def judged(case: Case, kind: Unsafety, now: str) -> None:
    """Plans judged the unsafety."""
    case.follow(UnsafetyJudged(kind), now)


def _open(case: Case) -> list[Broken]:
    return catalogue.open_points(case.state(), case.now)


def test_which_children_it_is_about_is_what_was_said_last() -> None:
    """S7.3: in the order of happening, not of telling."""
    case = family(children=None)
    case.do(NameChildren(children=(BAS,)), "2025-03-12 09:00")
    late = NameChildren(children=(NOOR,), effective_at=at("2025-03-11 09:00"))
    case.do(late, "2025-03-13 09:00")
    state = case.state()
    assert state[Children].now == (BAS,)
    backwards = case.history[::-1]
    assert catalogue.fold(PLAN, backwards)[Children].now == (BAS,)


def test_speaking_a_child_is_not_owed_from_when_it_is_no_longer_named() -> None:
    """R07: at the same moment as the plan came into force it never was."""
    case = family(children=None)
    for children, now in (((BAS,), "2025-03-10 16:00"), ((NOOR,), "2025-03-10 16:30")):
        case.do(NameChildren(children=children, effective_at=at(now)), "2025-03-10 16:32")
    assert {each.about for each in owed(case, SPEAK)} == {NOOR}


def test_seeing_a_child_is_owed_since_the_later_of_danger_and_naming_or_since_the_danger() -> None:
    """R06: named at the very moment of danger, it is the danger that asks for it."""
    case = family(children=(BAS,))
    danger = case.follow(UnsafetyJudged(Unsafety.ACUTE), "2025-03-12 09:00")
    for children, now in (((NOOR,), "2025-03-12 09:00"), ((NOOR, ELS), "2025-03-13 09:00")):
        case.do(NameChildren(children=children), now)
    named = case.history[-1].stamp.event_id
    opened = {each.about: each.opened.event_id for each in owed(case, SEE)}
    assert opened == {NOOR: danger, ELS: named}


def test_a_child_that_is_seen_at_the_moment_of_danger_was_seen() -> None:
    """R06: from that moment on; not before."""
    for now, seen in (("2025-03-12 09:00", True), ("2025-03-12 08:59", False)):
        case = family(children=(BAS,))
        judged(case, Unsafety.ACUTE, "2025-03-12 09:00")
        case.do(talk(BAS, effective_at=at(now)), "2025-03-12 09:05")
        [due] = owed(case, SEE)
        assert (due.settled is not None) is seen


def test_danger_that_was_over_when_a_child_was_named_asks_nothing_of_it() -> None:
    """R06: over at that very moment too."""
    case = family(children=(BAS,))
    judged(case, Unsafety.ACUTE, "2025-03-12 09:00")
    judged(case, Unsafety.NONE_FOUND, "2025-03-13 09:00")
    case.do(NameChildren(children=(BAS, NOOR)), "2025-03-13 09:00")
    assert {each.about for each in owed(case, SEE)} == {BAS}


def test_a_child_spoken_at_an_evaluation_was_spoken_between_them() -> None:
    """R07: the two days themselves count; whatever order they are told in."""
    flag = "kind-niet-gesproken-tussen-evaluaties"
    first, last = at("2025-03-14 10:00"), at("2025-03-28 10:00")
    hour = timedelta(hours=1)
    for moment, missed in ((first, 0), (last, 0), (first - hour, 1), (last + hour, 1)):
        case = family(children=(BAS,))
        start(case, "2025-03-28 10:00")
        case.do(
            StartEvaluation(
                plan_version=1,
                manner=Manner.DELIBERATION,
                participants=(ELS,),
                effective_at=first,
            ),
            "2025-03-28 10:05",
        )
        case.do(talk(BAS, effective_at=moment), "2025-03-29 10:00")
        points = [p for p in _open(case) if p.rule == flag]
        assert len(points) == missed


def test_children_are_told_in_one_order_and_their_conversations_as_they_happened() -> None:
    """Design 2: whatever order they came in."""
    case = family(children=(BAS, NOOR))
    case.do(talk(BAS), "2025-03-20 09:00")
    case.do(talk(NOOR), "2025-03-21 09:00")
    case.do(talk(BAS, effective_at=at("2025-03-15 09:00")), "2025-03-22 09:00")
    forward = catalogue.fold(PLAN, case.history)[Conversations]
    assert forward.children == sorted((BAS, NOOR))
    assert [held.mark.at.day for held in forward.of(BAS)] == [15, 20]


def test_no_children_are_named_is_said_in_so_many_words_and_why() -> None:
    """W0.10: a plan may be about adults only."""

    case = family(children=None)
    for why, told in ((None, ""), ("Bas is achttien.", " Bas is achttien.")):
        [named] = case.do(NameChildren(children=(), why=why))
        tell = catalogue.sentences[type(named)]
        assert tell(named, ClearWords()) == f"Dit plan gaat niet over kinderen.{told}"


def test_children_are_asked_for_while_there_is_something_to_name_them_for() -> None:
    """S7.3: not before anything was judged, and not of a plan that ended."""
    flag = "kinderen-niet-benoemd"
    case = Case()
    case.follow(DossierBegun(), "2025-03-10 09:00")
    seen = [flag in {point.rule for point in _open(case)}]
    judged(case, Unsafety.ACUTE, "2025-03-10 10:00")
    seen.append(flag in {point.rule for point in _open(case)})
    case.follow(PlanEnded(), "2025-03-11 10:00")
    seen.append(flag in {point.rule for point in _open(case)})
    assert seen == [False, True, False]


def test_a_child_is_unheard_between_the_last_two_of_three_evaluations() -> None:
    """R07: told in whatever order; what was before them does not help."""
    flag = "kind-niet-gesproken-tussen-evaluaties"
    case = family(children=(BAS,))
    case.do(talk(BAS), "2025-03-14 12:00")
    start(case, "2025-03-28 10:00")
    for moment in ("2025-03-14 10:00", "2025-03-21 10:00"):
        earlier = StartEvaluation(
            plan_version=1,
            manner=Manner.DELIBERATION,
            participants=(ELS,),
            effective_at=at(moment),
        )
        case.do(earlier, "2025-03-28 11:00")
    for state in (case.state(), case.backwards()):
        points = catalogue.open_points(state, case.now)
        assert [p.rule for p in points].count(flag) == 1
