"""Seeing and speaking the children of a plan."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from services.evaluations.domain import catalogue
from services.evaluations.domain.children.children import Children, NameChildren
from services.evaluations.domain.children.conversations import Conversations, NotSpoken, Speaker
from services.evaluations.domain.children.owed import SEE, SPEAK
from services.evaluations.domain.children.recording import RecordChildConversation
from services.evaluations.domain.correction.correcting import CorrectEvent
from services.evaluations.domain.followed.events import PlanEnded, UnsafetyJudged
from services.evaluations.domain.followed.values import Unsafety
from shared.access.gate import Sight
from shared.eventbase.obligation import Obligation
from shared.eventbase.reach import Reaches
from tests.unit.evaluations.case import (
    BAS,
    ELS,
    LATE,
    MIRJAM,
    NOOR,
    STEFAN,
    Case,
    at,
    evaluated,
    family,
    person,
    uid,
)
from tests.unit.evaluations.test_reach import Closed, seen_by

MONDAY = "2025-03-10 17:00"


def talk(child: UUID = NOOR, **more: Any) -> RecordChildConversation:
    """Grandmother talks with a child, alone."""
    said = {"by": ELS, "speaker": Speaker.NETWORK, "alone": True, "child_words": "Ik let op."}
    return RecordChildConversation(child=child, **{**said, **more})


def seen_only(child: UUID, why: NotSpoken) -> RecordChildConversation:
    """A child was seen, and not spoken."""
    return talk(child, not_spoken=why, child_words=None, alone=None, explanation="Hij sliep.")


def children_in_view(case: Case) -> None:
    """Children come and go, and are seen and spoken."""
    case.do(NameChildren(children=(NOOR, MIRJAM)), "2025-05-30 11:00")
    case.do(talk(shared_with=(MIRJAM,), hidden_from=(STEFAN,)))
    case.do(seen_only(MIRJAM, NotSpoken.UNWILLING))
    case.do(NameChildren(children=(NOOR,)), "2025-06-01 11:00")


def duties(case: Case, duty: str, child: UUID = NOOR) -> list[Obligation]:
    """What there was to do for one child."""
    return [each for each in case.obligations() if each.duty == duty and each.about == child]


def flags(case: Case) -> set[str]:
    """The names of the points that are open."""
    return {point.rule for point in catalogue.open_points(case.state(), LATE)}


def test_until_somebody_says_which_children_there_are_it_stays_in_sight():
    """S7.3: also "none" is an answer (W0.10)."""
    case = family(children=None)
    assert flags(case) == {"kinderen-niet-benoemd"}
    case.do(NameChildren(children=()), MONDAY)
    assert flags(case) == set()


def test_a_child_is_somebody_of_the_dossier():
    """W7.1."""
    assert family().refused(NameChildren(children=(uid(99),)), MONDAY) == {"persoon-onbekend"}


def test_what_was_said_last_of_the_children_holds():
    """S7.3: a child is born, another turns eighteen."""
    case = family(children=(NOOR,))
    case.do(NameChildren(children=(BAS,), why="Noor is achttien."), "2025-06-01 10:00")
    assert case.state()[Children].now == (BAS,)
    assert case.state(valid=at("2025-05-01 10:00"))[Children].now == (NOOR,)


def test_while_acute_every_child_is_seen_within_a_working_day():
    """R06: judged on Monday, due when Tuesday is over; speaking on Monday afternoon settles it."""
    case = family(acute=True, children=(NOOR,))
    [due] = duties(case, SEE)
    assert (due.rule, due.due_at, due.settled) == ("R06", at("2025-03-11 23:00"), None)
    case.do(talk(), MONDAY)
    [due] = duties(case, SEE)
    assert due.settled is not None and not due.settled_late


def test_without_acute_unsafety_there_is_no_such_hurry():
    """R06: only after an acute judgement, and again at the next one."""
    case = family(children=(NOOR,))
    assert duties(case, SEE) == []
    case.follow(UnsafetyJudged(Unsafety.ACUTE), "2025-05-26 10:00")
    case.follow(UnsafetyJudged(Unsafety.STRUCTURAL), "2025-06-10 10:00")
    case.follow(UnsafetyJudged(Unsafety.BOTH), "2025-07-01 10:00")
    assert [due.opened.at for due in duties(case, SEE)] == [
        at("2025-05-26 10:00"),
        at("2025-07-01 10:00"),
    ]


def test_a_child_that_is_named_later_is_seen_from_then_on():
    """R06: a child that came to the family while it was acute."""
    case = family(acute=True, children=(NOOR,))
    case.do(NameChildren(children=(NOOR, BAS)), "2025-03-12 10:00")
    assert duties(case, SEE, BAS)[0].due_at == at("2025-03-13 23:00")


def test_nobody_asks_after_a_child_that_was_named_when_it_was_over():
    """R06: the acute time had ended when the child came."""
    case = family(acute=True, children=(NOOR,))
    case.follow(UnsafetyJudged(Unsafety.STRUCTURAL), "2025-04-07 10:00")
    case.do(NameChildren(children=(BAS,)), "2025-04-08 10:00")
    assert duties(case, SEE, BAS) == []
    assert duties(case, SEE)[0].settled is not None


def test_a_child_that_nobody_spoke_is_missed_in_time():
    """S7.3, R07: Bas was not spoken for two weeks while it was acute: overdue."""
    case = family(acute=True, children=(NOOR, BAS))
    case.do(talk(NOOR), "2025-03-20 10:00")
    [bas] = duties(case, SPEAK, BAS)
    assert bas.due_at == at("2025-03-24 23:00")
    assert bas.overdue(at("2025-03-24 23:00"))
    assert not duties(case, SPEAK)[-1].overdue(at("2025-03-24 23:00"))


def test_when_it_is_not_acute_six_weeks_is_the_longest():
    """R07: counted from the last conversation."""
    case = family(children=(NOOR,))
    case.do(talk(), "2025-03-31 10:00")
    first, second = duties(case, SPEAK)
    assert first.settled is not None
    assert (second.opened.at, second.due_at) == (at("2025-03-31 10:00"), at("2025-05-12 22:00"))


def test_becoming_acute_shortens_the_time_to_talk():
    """R07: two weeks from the judgement, and not six from the last conversation."""
    case = family(children=(NOOR,))
    case.follow(UnsafetyJudged(Unsafety.ACUTE), "2025-03-17 10:00")
    assert duties(case, SPEAK)[0].due_at == at("2025-03-31 22:00")


def test_seen_and_not_spoken_is_a_thing_of_its_own():
    """S7.3: a refusal was a look at the child, and no conversation; with a baby nobody talks."""
    case = family(acute=True, children=(NOOR, BAS))
    case.do(seen_only(NOOR, NotSpoken.UNWILLING), MONDAY)
    case.do(seen_only(BAS, NotSpoken.TOO_YOUNG), MONDAY)
    assert duties(case, SEE)[0].settled and duties(case, SEE, BAS)[0].settled
    assert len(duties(case, SPEAK)) == 1
    assert duties(case, SPEAK)[0].settled is None
    assert len(duties(case, SPEAK, BAS)) == 2
    assert not case.state()[Conversations].of(BAS)[0].spoken


def test_after_the_plan_nothing_is_due():
    """W0.6: the end closes what was open, and what came after is no turn."""
    case = family(acute=True, children=(NOOR,))
    case.follow(PlanEnded(), "2025-03-12 10:00")
    case.do(talk(), "2025-03-14 10:00")
    assert all(due.settled for due in (*duties(case, SPEAK), *duties(case, SEE)))
    assert len(duties(case, SPEAK)) == 1


def test_a_child_is_spoken_between_two_evaluations():
    """R07: and otherwise it stays in sight until the next."""
    case = family(children=(NOOR,))
    evaluated(case, "2025-03-14 10:00")
    evaluated(case, "2025-03-21 10:00")
    assert flags(case) == {"kind-niet-gesproken-tussen-evaluaties"}
    case.do(talk(effective_at=at("2025-03-18 10:00")), "2025-03-22 10:00")
    assert flags(case) == set()


def test_whether_the_child_was_alone_may_be_unknown_and_is_asked():
    """S7.3: it can be typed in by somebody who was not there."""
    case = family(children=(NOOR,))
    case.do(talk(alone=None), MONDAY)
    assert flags(case) == {"onbekend-of-kind-alleen-was"}
    case.do(talk(alone=False), "2025-03-11 10:00")
    assert flags(case) == set()


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"not_spoken": NotSpoken.UNWILLING}, "woorden-zonder-gesprek"),
        ({"by": NOOR}, "gesprek-met-zichzelf"),
        ({"shared_with": (MIRJAM,), "hidden_from": (MIRJAM,)}, "wel-en-niet-delen"),
        ({"by": uid(99)}, "persoon-onbekend"),
    ],
)
def test_what_makes_no_sense_is_refused(changes: dict[str, Any], rule: str):
    """S7.3: and without it the same conversation is recorded."""
    assert family().refused(talk(**changes), MONDAY) == {rule}
    assert family().do(talk(), MONDAY)


def test_what_a_child_says_is_its_own():
    """S7.3, domain.md 3.7: nobody else reads it, unless it may be shared with them."""
    case = family(children=(NOOR,))
    [own] = case.do(talk(), MONDAY)
    assert seen_by(case, own.conversation) == {NOOR}
    [shared] = case.do(talk(shared_with=(MIRJAM,)))
    assert seen_by(case, shared.conversation) == {NOOR, MIRJAM}


def test_what_may_not_be_shared_with_father_is_not_there_for_him():
    """S7.3: whatever else is said, and not even that there was a conversation."""
    case = family(children=(NOOR,))
    [told] = case.do(talk(shared_with=(MIRJAM,), hidden_from=(STEFAN,)), MONDAY)
    sight = Sight(person(STEFAN), case.state()[Reaches].of, Closed())
    assert not sight.sees(told.conversation)
    assert sight.known((NOOR, MIRJAM, ELS)) == []


def test_a_wrong_conversation_is_taken_back_and_what_is_right_stands_there():
    """S7.3: it was Bas; what was hidden stays hidden."""
    case = family(children=(NOOR, BAS))
    [wrong] = case.do(talk(hidden_from=(STEFAN,)), MONDAY)
    voids = case.event_id(wrong)
    shown = CorrectEvent(voids=voids, reason="Het was Bas.", instead=talk(BAS))
    assert case.refused(shown) == {"correctie-onthult"}
    right = talk(BAS, hidden_from=(STEFAN,))
    case.do(CorrectEvent(voids=voids, reason="Het was Bas.", instead=right))
    assert case.state()[Conversations].children == [BAS]


def test_who_the_children_are_is_said_anew_and_not_corrected():
    """S7.3: the later statement takes the place of the earlier."""
    case = family(children=(NOOR,))
    wrong = case.history[-1].stamp.event_id
    assert case.refused(CorrectEvent(voids=wrong, reason="x")) == {"correctie-van-afronding"}


def test_a_conversation_that_was_typed_in_late_counts_when_it_was_held():
    """R07: known later, held in time."""
    case = family(acute=True, children=(NOOR,))
    case.do(talk(effective_at=at("2025-03-11 10:00")), "2025-04-20 10:00")
    assert duties(case, SPEAK)[0].settled_late is False
    assert duties(case, SPEAK)[1].due_at - at("2025-03-11 10:00") > timedelta(weeks=2)
