"""Whether it is acute, at the exact edges: what was judged at one moment, and of whom."""

from __future__ import annotations

from services.evaluations.domain.followed.course_events import NeedMapped, SafetyWeighed
from services.evaluations.domain.followed.events import UnsafetyJudged
from services.evaluations.domain.followed.safety import Safety, Stand
from services.evaluations.domain.followed.values import Unsafety
from shared.eventbase.event import Event
from tests.unit.evaluations.case import MIRJAM, NOOR, Case, at

NOON = "2025-03-12 12:00"


def stands(*events: Event) -> list[list[Stand]]:
    """How it stood after all of this at one moment: as it came in, and the other way round."""
    case = Case()
    for event in events:
        case.follow(event, NOON)
    return [state[Safety].stands for state in (case.state(), case.backwards())]


def test_nothing_is_acute_before_anybody_judged_it() -> None:
    """W0.4: that safety is lost does not make it so."""
    case = Case()
    case.follow(SafetyWeighed(False, (MIRJAM,)), NOON)
    assert not case.state()[Safety].is_acute_at(at(NOON))


def test_who_lost_safety_is_in_danger_as_much_as_who_was_named() -> None:
    """W5.1: it is not reached while one of them is not safe."""
    case = Case()
    case.follow(UnsafetyJudged(Unsafety.ACUTE, (MIRJAM,)), "2025-03-10 09:00")
    case.follow(SafetyWeighed(False, (NOOR,)), "2025-03-11 09:00")
    case.follow(SafetyWeighed(True, (MIRJAM,)), NOON)
    stand = case.state()[Safety].stood_at(at(NOON))
    assert stand is not None and stand.acute and not stand.reached


def test_safety_that_is_weighed_while_it_is_judged_acute_is_weighed_after_it() -> None:
    """W3.1, W5.1: at one moment; so it is not acute, whichever came first."""
    acute, safe = UnsafetyJudged(Unsafety.ACUTE, (MIRJAM,)), SafetyWeighed(True, (MIRJAM,))
    for found in stands(acute, safe):
        assert (found[-1].acute, found[-1].reached) == (False, True)


def test_of_two_judgements_at_one_moment_the_acute_one_holds() -> None:
    """W3.4: the stricter, whichever came first."""
    acute, other = UnsafetyJudged(Unsafety.ACUTE), UnsafetyJudged(Unsafety.STRUCTURAL)
    for found in (*stands(acute, other), *stands(other, acute)):
        assert found[-1].acute


def test_what_was_weighed_twice_at_one_moment_has_one_order() -> None:
    """Design 2: it stands the same whichever came first."""
    forwards, backwards = stands(SafetyWeighed(True, (NOOR,)), SafetyWeighed(False, (NOOR,)))
    assert forwards == backwards


def test_recovery_is_worked_on_from_when_it_was_mapped_what_is_needed() -> None:
    """W6.1, R19: that moment is kept."""
    case = Case()
    case.follow(NeedMapped(), NOON)
    assert case.state()[Safety].recovering == [at(NOON)]
