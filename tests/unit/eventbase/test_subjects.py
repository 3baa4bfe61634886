"""What an event points back at, and the order of recording (domain 3.10, 3.5)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from shared.eventbase.event import Event, Recorded
from shared.eventbase.subjects import Pointed, Pointing, Subjects, as_recorded
from tests.unit.eventbase.happenings import START, Said, TakenBack, event_id, recorded

ITEM, OTHER, ELSEWHERE = (UUID(int=900 + n, version=4) for n in range(3))


class Made(Event, frozen=True):
    """Something was made, or said anew."""

    TOPIC = "test.made"
    NAME = "gemaakt"

    item: UUID


class Judged(Event, frozen=True):
    """Something was found of an earlier thing, if any."""

    TOPIC = "test.judged"
    NAME = "beoordeeld"
    ABOUT = "thing"

    item: UUID
    thing: UUID | None = None


def pointed(*events: Event) -> list[list[Pointed]]:
    """What each of these points at, recorded in this order."""
    history = {event_id(n): recorded(event, n, n, n) for n, event in enumerate(events, 1)}
    pointing = Pointing(history.get)
    return [pointing.back(each) for each in history.values()]


def test_the_first_of_an_item_points_at_nothing_and_the_next_at_the_one_before_it() -> None:
    """Each at the last that was said of it, and not at what was said of another."""
    assert pointed(Made(ITEM), Made(OTHER), Made(ITEM), Made(ITEM)) == [
        [],
        [],
        [Pointed(ITEM, event_id(1))],
        [Pointed(ITEM, event_id(3))],
    ]


def test_what_is_about_something_earlier_points_at_it_also_when_that_is_elsewhere() -> None:
    """Of what another service made, no event of ours is known."""
    found = pointed(Made(ITEM), Judged(OTHER, ITEM), Judged(OTHER, ELSEWHERE), Judged(OTHER))
    assert found == [[], [Pointed(ITEM, event_id(1))], [Pointed(ELSEWHERE, None)], []]


def test_what_takes_something_back_points_at_that_event_and_what_it_was_about() -> None:
    """Also when the event is not known any more."""
    found = pointed(Made(ITEM), TakenBack(event_id(1)), TakenBack(event_id(9)))
    assert found == [[], [Pointed(ITEM, event_id(1))], [Pointed(None, event_id(9))]]


def _stamp(**changed: Any) -> Recorded[Event]:
    event, stamp = Said(1), recorded(Said(1), 1, 1, 1).stamp
    return Recorded(event, msgspec.structs.replace(stamp, **changed))


LATER = START + timedelta(days=5)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"seq": 9, "version": 9}, {"recorded_at": LATER}),
        ({"seq": 1, "version": 9}, {"seq": 2}),
        ({"version": 1}, {"version": 2}),
        ({"seq": None, "version": 9}, {"seq": 1}),
    ],
)
def test_recorded_first_is_first_then_by_place_then_by_version(
    earlier: dict[str, Any], later: dict[str, Any]
) -> None:
    """Design 4: within one store that of seq; what has no place yet comes before what has one."""
    first, second = _stamp(**earlier), _stamp(**later)
    assert sorted([second, first], key=as_recorded) == [first, second]


def test_what_is_not_recorded_yet_stands_where_it_happened() -> None:
    """It will be recorded now."""
    new = _stamp(recorded_at=None, seq=None, effective_at=LATER)
    assert sorted([new, _stamp()], key=as_recorded) == [_stamp(), new]


def test_an_event_about_nothing_is_about_itself() -> None:
    """Each such event is an item of its own."""
    said: Recorded[Any] = recorded(Said(1), 1, 1, 1)
    assert Subjects([said]).of(said) == (event_id(1),)


def test_subjects_do_not_depend_on_the_order_in_which_a_history_is_given() -> None:
    """What was put in the place of a mistake is about what that was about."""
    act = UUID(int=77, version=4)

    def of_act(event: Event, seq: int) -> Recorded[Event]:
        found = recorded(event, seq, seq, seq)
        return Recorded(event, msgspec.structs.replace(found.stamp, act_id=act))

    history = [recorded(Made(ITEM), 1, 1, 1), of_act(TakenBack(event_id(1)), 2)]
    history += [of_act(Made(OTHER), 3), recorded(Made(OTHER), 4, 4, 4)]
    for ordered in (history, history[::-1]):
        assert Subjects(ordered).of(history[3]) == (ITEM,)
