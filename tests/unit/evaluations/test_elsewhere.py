"""What is worked on from the support plan, at the exact edges: from when, until when, and known."""

from __future__ import annotations

from services.evaluations.domain.followed.course_events import (
    PlacedElsewhere,
    PlacementEnded,
    ReductionPlanned,
)
from services.evaluations.domain.followed.elsewhere import Elsewhere
from shared.eventbase.event import Event
from tests.unit.evaluations.case import Case, at, uid
from tests.unit.evaluations.course_history import CARE, ELSEWHERE, GOAL, HERE, REDUCTION, RISK

NOON, LATER = "2025-03-12 12:00", "2025-03-13 12:00"


def followed(*events: tuple[Event, str]) -> Case:
    """These were followed, each when it happened."""
    case = Case()
    for event, now in events:
        case.follow(event, now)
    return case


def test_what_is_elsewhere_is_so_from_the_very_moment_of_placing_it() -> None:
    """W10.4: not a minute before."""
    elsewhere = followed((PlacedElsewhere(GOAL), NOON)).state()[Elsewhere]
    assert elsewhere.at(at("2025-03-12 11:59")) == {}
    assert elsewhere.at(at(NOON)) == {GOAL: at(NOON)}


def test_what_one_could_know_of_elsewhere_is_what_was_placed_and_known_by_then() -> None:
    """W10.4: both, each from its very moment on."""
    case = followed((PlacedElsewhere(CARE), NOON))
    case.follow(PlacedElsewhere(GOAL), NOON, known=LATER)
    elsewhere = case.state()[Elsewhere]
    moments = ("2025-03-12 11:59", NOON, "2025-03-13 11:59", LATER)
    assert [set(elsewhere.known_at(at(each))) for each in moments] == [
        set(),
        {CARE},
        {CARE},
        {CARE, GOAL},
    ]


def test_what_was_placed_again_after_it_ended_is_there_since_then() -> None:
    """W10.4, design 2: whatever order it came in."""
    again = "2025-03-14 12:00"
    placed = PlacedElsewhere(GOAL)
    case = followed((placed, NOON), (PlacementEnded(GOAL), LATER), (placed, again))
    for state in (case.state(), case.backwards()):
        assert state[Elsewhere].at(at(again)) == {GOAL: at(again)}


def test_what_ended_at_the_moment_of_placing_is_not_there() -> None:
    """W10.4, design 2: whichever of the two came first."""
    case = followed((PlacedElsewhere(GOAL), NOON), (PlacementEnded(GOAL), NOON))
    for state in (case.state(), case.backwards()):
        assert state[Elsewhere].at(at(NOON)) == {}


def test_what_was_placed_there_at_one_moment_has_one_order() -> None:
    """Design 2: an agenda reads the same whatever order they came in."""
    case = followed((PlacedElsewhere(uid(99)), NOON), (PlacedElsewhere(GOAL), NOON))
    for state in (case.state(), case.backwards()):
        assert list(state[Elsewhere].at(at(NOON))) == [GOAL, uid(99)]


def test_a_reduction_is_elsewhere_when_it_was_planned_there() -> None:
    """W5.2, W10.4: and not when it is planned here."""
    here, there = (
        ReductionPlanned(uid(71), RISK, HERE),
        ReductionPlanned(REDUCTION, RISK, ELSEWHERE),
    )
    state = followed((here, NOON), (there, NOON)).state()
    assert set(state[Elsewhere].at(at(NOON))) == {REDUCTION}
