"""The difference between two pairs of moments (R51, domain 3.10, 3.5)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import pytest

from shared.eventbase.difference import Became, Difference, ItemChanged, Pair, Why
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.moment import Moment
from shared.eventbase.passing import Passed, Passing
from tests.unit.eventbase.happenings import DAY, PLAN, START, event_id, recorded


class Made(Event, frozen=True):
    """Something was made, or said anew."""

    TOPIC = "test.made"
    NAME = "gemaakt"

    item: UUID


class Over(Event, frozen=True):
    """It is over."""

    TOPIC = "test.over"
    NAME = "voorbij"
    ENDS = True

    item: UUID


class Again(Event, frozen=True):
    """It is there again, under an id of its own."""

    TOPIC = "test.again"
    NAME = "weer"
    ABOUT = "thing"
    ENDS = False

    item: UUID
    thing: UUID


class Wrong(Event, frozen=True):
    """An earlier event was wrong."""

    TOPIC = "test.wrong"
    NAME = "fout"

    item: UUID
    voids: UUID


def at(day: float) -> datetime:
    """A moment, in days since the start."""
    return START + day * DAY


def pair(valid: float, known: float) -> Moment:
    """A pair of moments."""
    return Moment(at(valid), at(known))


def differ(
    history: list[Recorded[Any]], compared: Moment, asked: Moment, **rest: Any
) -> Difference:
    """What differs in a history between two pairs of moments."""
    return Difference(history, Pair(history, compared), Pair(history, asked), **rest)


def thing(number: int) -> UUID:
    """An item."""
    return UUID(int=1000 + number, version=4)


def happens(
    event: Event, seq: int, day: float, stored: float | None = None, act: int | None = None
) -> Recorded[Any]:
    """An event of ``day``, stored then or later; of an act of its own, or of ``act``."""
    found = recorded(event, seq, day, day if stored is None else stored)
    stamp = msgspec.structs.replace(found.stamp, act_id=UUID(int=act or 5000 + seq, version=4))
    return Recorded(found.event, stamp)


def told(item: ItemChanged) -> tuple[Became, list[Why]]:
    """What became of it, and why."""
    return item.became, [change.why for change in item.changes]


def only(
    history: list[Recorded[Any]], compared: Moment, asked: Moment, passings: Any = ()
) -> tuple[Became, list[Why]]:
    """The one item that differs."""
    (item,) = differ(history, compared, asked, passings=passings).items
    return told(item)


MADE = happens(Made(thing(1)), 1, 1)


def test_what_happened_since_is_added_and_looking_back_it_is_not_there_yet() -> None:
    """Both directions, at one K."""
    assert only([MADE], pair(0, 9), pair(2, 9)) == (Became.ADDED, [Why.HAPPENED])
    assert only([MADE], pair(2, 9), pair(0, 9)) == (Became.NOT_YET, [Why.NOT_YET_HAPPENED])


def test_what_was_heard_later_is_told_as_such() -> None:
    """R51: happened on day 1, recorded on day 5; V is the same."""
    late = happens(Made(thing(1)), 1, 1, 5)
    assert only([late], pair(2, 2), pair(2, 6)) == (Became.ADDED, [Why.LEARNED])
    assert only([late], pair(2, 6), pair(2, 2)) == (Became.NOT_YET, [Why.NOT_YET_KNOWN])


def test_more_of_the_same_is_a_change_and_its_end_an_end() -> None:
    """By item, not by event; back from an end it is changed: it stands again."""
    history = [MADE, happens(Made(thing(1)), 2, 3), happens(Over(thing(1)), 3, 5)]
    assert only(history, pair(2, 9), pair(4, 9)) == (Became.CHANGED, [Why.HAPPENED])
    assert only(history, pair(4, 9), pair(6, 9)) == (Became.ENDED, [Why.HAPPENED])
    assert only(history, pair(6, 9), pair(4, 9)) == (Became.CHANGED, [Why.NOT_YET_HAPPENED])
    whole = only(history, pair(0, 9), pair(6, 9))
    assert whole == (Became.ENDED, [Why.HAPPENED] * 3)


def test_what_was_ended_and_began_again_did_not_end() -> None:
    """Somebody who left and came back is there."""
    history = [MADE, happens(Over(thing(1)), 2, 3), happens(Again(thing(2), thing(1)), 3, 5)]
    assert only(history, pair(2, 9), pair(6, 9)) == (Became.CHANGED, [Why.HAPPENED] * 2)
    assert only(history, pair(4, 9), pair(6, 9)) == (Became.CHANGED, [Why.HAPPENED])


def corrected() -> list[Recorded[Any]]:
    """On day 5 it turns out that item 1 was wrong; item 2 comes in its place."""
    wrong = happens(Wrong(thing(9), MADE.stamp.event_id), 2, 5, act=7)
    return [MADE, wrong, happens(Made(thing(2)), 3, 1, 5, act=7)]


def test_a_correction_is_one_change_of_the_item_that_was_wrong() -> None:
    """Domain 3.5: what was believed, what took it back, and what stands there now."""
    (item,) = differ(corrected(), pair(2, 2), pair(2, 6)).items
    assert (item.item, item.became) == (thing(1), Became.CORRECTED)
    right, wrong = sorted(item.changes, key=lambda change: not change.why.counts)
    assert (right.why, right.instead) == (Why.LEARNED, True)
    assert wrong.why is Why.CORRECTED
    assert wrong.correction is not None and wrong.correction.stamp.event_id == event_id(2)


def test_before_the_correction_it_is_still_believed() -> None:
    """The other way about: what was taken back shows as it was believed."""
    (item,) = differ(corrected(), pair(2, 6), pair(2, 2)).items
    assert item.became is Became.CORRECTED
    assert {change.why for change in item.changes} == {Why.STILL_BELIEVED, Why.NOT_YET_KNOWN}


def test_what_became_of_what_came_in_the_place_is_of_the_same_item() -> None:
    """Whoever follows an agreement follows it through a correction."""
    history = [*corrected(), happens(Over(thing(2)), 4, 7)]
    (item,) = differ(history, pair(6, 9), pair(8, 9)).items
    assert (item.item, item.became) == (thing(1), Became.ENDED)


def test_what_a_correction_does_to_something_that_was_there_stays_of_that() -> None:
    """Only what is new stands in the place of something else."""
    wrong = happens(Wrong(thing(9), event_id(1)), 3, 5, act=7)
    history = [MADE, happens(Made(thing(2)), 2, 2), wrong, happens(Over(thing(2)), 4, 5, act=7)]
    found = differ(history, pair(4, 4), pair(6, 6)).items
    assert {item.item: item.became for item in found} == {
        thing(1): Became.CORRECTED,
        thing(2): Became.ENDED,
    }


def test_what_was_made_and_taken_back_between_leaves_the_correction() -> None:
    """It counts at neither pair; that it was taken back does happen between."""
    history = corrected()[:2]
    assert only(history, pair(0, 0.5), pair(9, 9)) == (Became.CORRECTED, [Why.HAPPENED])


def passing(day: float, passed: Passed) -> Passing:
    """Something of item 1 that comes by itself."""
    return Passing(thing(1), at(day), passed, "Vanzelf.")


@pytest.mark.parametrize(
    ("passed", "became"),
    [
        (Passed.BEGAN, Became.ADDED),
        (Passed.ENDED, Became.ENDED),
        (Passed.CHANGED, Became.CHANGED),
    ],
)
def test_what_came_by_itself_counts_too(passed: Passed, became: Became) -> None:
    """A day that comes between the two V's; and only there: after the one, up to the other."""
    came = [passing(3, passed)]
    assert only([MADE], pair(2, 9), pair(3, 9), came) == (became, [])
    back = became if became is Became.CHANGED else Became.NOT_YET
    assert only([MADE], pair(3, 9), pair(2, 9), came) == (back, [])
    assert differ([MADE], pair(3, 9), pair(4, 9), passings=came).items == []
    assert differ([MADE], pair(2, 8), pair(2, 9), passings=came).items == []


def test_nobody_tells_of_what_is_not_told() -> None:
    """What another service tells of is not told twice."""
    assert differ([MADE], pair(0, 9), pair(2, 9), told=lambda recorded: False).items == []


def test_the_items_stand_in_the_order_in_which_they_happened() -> None:
    """Whatever the order of recording."""
    history = [happens(Made(thing(1)), 1, 3, 4), happens(Made(thing(2)), 2, 2, 5)]
    found = differ(history, pair(0, 9), pair(9, 9)).items
    assert [item.item for item in found] == [thing(2), thing(1)]


def lives(seed: int) -> Iterator[Recorded[Any]]:
    """A random history of a few items: late, retroactive, corrected, at one instant."""
    chance = random.Random(seed)
    stored = 0.0
    for seq in range(1, 13):
        stored += chance.choice((0, 0.5, 1))
        day, one = min(stored, chance.randint(0, 6)), thing(chance.randint(1, 4))
        event = chance.choice((Made(one), Over(one), Again(thing(50 + seq), one)))
        if seq > 1 and chance.random() < 0.3:
            event = Wrong(thing(90 + seq), event_id(chance.randint(1, seq - 1)))
            day = stored
        yield happens(event, seq, day, stored, act=chance.choice((seq, seq - 1)) + 7000)


def counting(history: list[Recorded[Any]], moment: Moment) -> set[UUID]:
    """What counts, worked out anew from domain 3.5 and the two clocks."""
    known = [r for r in history if (r.stamp.recorded_at or at(0)) <= moment.known]
    wrong = [r.event.voids for r in known if isinstance(r.event, Wrong)]
    return {
        r.stamp.event_id
        for r in known
        if r.stamp.effective_at <= moment.valid and r.stamp.event_id not in wrong
    }


def test_a_difference_is_exactly_what_counts_at_one_pair_only() -> None:
    """300 random histories: nothing is left out, nothing added, and back is the mirror of it."""
    for seed in range(300):
        history, chance = list(lives(seed)), random.Random(seed)
        one, other = (pair(chance.randint(0, 7), chance.randint(0, 8)) for _ in range(2))
        there = [c for i in differ(history, one, other).items for c in i.changes]
        back = [c for i in differ(history, other, one).items for c in i.changes]
        gained = {c.recorded.stamp.event_id for c in there if c.why.counts}
        lost = {c.recorded.stamp.event_id for c in there if not c.why.counts}
        assert gained == counting(history, other) - counting(history, one), f"seed {seed}"
        assert lost == counting(history, one) - counting(history, other), f"seed {seed}"
        assert {c.recorded.stamp.event_id for c in back if c.why.counts} == lost, f"seed {seed}"


def test_nothing_recorded_later_changes_a_difference() -> None:
    """300 random histories: what is appended after both K's has no part in it."""
    for seed in range(300):
        history, chance = list(lives(seed)), random.Random(seed)
        one, other = (pair(chance.randint(0, 7), chance.randint(0, 8)) for _ in range(2))
        latest = max(one.known, other.known)
        early = [r for r in history if (r.stamp.recorded_at or latest) <= latest]
        whole = differ(history, one, other).items
        assert whole == differ(early, one, other).items, f"seed {seed}"


def test_an_event_without_a_place_in_time_is_known() -> None:
    """Design 3: what was decided and not yet stored counts as known."""
    stamp = Stamp(event_id(1), PLAN, PLAN, 1, event_id(8), "w", "worker", at(1))
    assert only([Recorded(Made(thing(1)), stamp)], pair(0, 9), pair(2, 9)) == (
        Became.ADDED,
        [Why.HAPPENED],
    )
