"""The exact edges of what every service decides and folds with (design 3)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import msgspec
import pytest

from shared.eventbase.act import Act
from shared.eventbase.batch import provisional
from shared.eventbase.calendar import easter
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import CoreValue, Event, Recorded, shape
from shared.eventbase.obligation import Duty, Mark, Obligation, when_opened
from shared.eventbase.reach import Reach
from shared.eventbase.rule import Flag, when
from shared.eventbase.state import Fold, State
from shared.eventbase.terms import Terms, Threshold
from tests.unit.eventbase.happenings import DAY, PLAN, START, Said, event_id, numbers, recorded

ME, YOU, HER = (UUID(int=n, version=4) for n in (1, 2, 3))


def oudin(year: int) -> date:
    """Easter by another method (Oudin, 1940)."""
    century = year // 100
    golden = year % 19
    third = (century - 17) // 25
    moon = (century - century // 4 - (century - third) // 3 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    day = moon - weekday
    month = 3 + (day + 40) // 44
    return date(year, month, day + 28 - 31 * (month // 4))


def test_easter_is_what_another_method_says_in_every_year() -> None:
    """Domain 5: working days hang on it, until the last year that a date can have."""
    assert [y for y in range(1583, 10000) if easter(y) != oudin(y)] == []


def test_a_reach_of_two_moments_is_of_both_and_hidden_at_either() -> None:
    """Design 6: what was written then was not written for who came later."""
    now = Reach(frozenset({ME, YOU}), frozenset({HER}))
    then = Reach(frozenset({YOU, HER}), frozenset({ME}))
    assert now.narrowed(then) == Reach(frozenset({YOU}), frozenset({ME, HER}))


def _owed(opened: datetime, due: datetime, duty: str = "a", done: Mark | None = None) -> Obligation:
    return Obligation(duty, "R1", None, Mark(event_id(1), opened), due, done)


def test_what_is_owed_is_too_late_from_the_instant_that_it_was_due() -> None:
    """R22: not a moment before; also when it was done."""
    due = START + DAY
    just, late = due - timedelta(microseconds=1), due
    assert [_owed(START, due).overdue(at) for at in (just, late)] == [False, True]
    for at, too_late in ((just, False), (late, True)):
        done = _owed(START, due, done=Mark(event_id(2), at))
        assert done.settled_late is too_late
        assert not done.overdue(late)
    assert not _owed(START, due).settled_late


def test_what_is_owed_is_told_in_the_order_of_opening_then_due_then_name() -> None:
    """Design 1: the same list each time."""
    order = [
        _owed(START, START + DAY, "b"),
        _owed(START, START + 2 * DAY, "a"),
        _owed(START, START + 2 * DAY, "b"),
        _owed(START + DAY, START + DAY, "a"),
    ]
    backwards = order[::-1]
    assert sorted(backwards, key=when_opened) == order


def test_what_was_opened_at_an_instant_is_owed_at_that_instant() -> None:
    """Design 3: V is inclusive."""
    catalogue = Catalogue("test")
    catalogue.duty(Duty("a", "R1", "iets", lambda state, terms: [_owed(START, START + DAY)]))
    terms = catalogue.terms()
    at = [catalogue.obligations_at(State(PLAN), terms, START + n * DAY) for n in (-1, 0, 1)]
    assert [len(each) for each in at] == [0, 1, 1]


def test_an_event_that_is_not_recorded_yet_has_the_stamp_that_it_would_get() -> None:
    """Design 3: next in its stream, now, by this actor; with ids of its own."""
    ids = iter((event_id(1), event_id(2)))
    doing = Doing(Actor("fatma", "worker"), START, lambda: next(ids))
    state = State(PLAN)
    state.versions[PLAN] = 4
    stamp = provisional(state, Said(1), START, doing).stamp
    assert (stamp.event_id, stamp.act_id) == (event_id(1), event_id(2))
    assert (stamp.plan_id, stamp.stream_id, stamp.version) == (PLAN, PLAN, 5)
    assert (stamp.actor, stamp.role, stamp.effective_at) == ("fatma", "worker", START)
    assert stamp.recorded_at is None


def test_what_happened_at_one_instant_was_recorded_in_an_order_of_its_own() -> None:
    """Design 3: by when it was recorded first, and only then by its place."""
    early, late = recorded(Said(1), 9, 1, 2), recorded(Said(2), 3, 1, 3)
    assert numbers([late, early], 9, 9) == [1, 2]
    decided = recorded(Said(3), 1, 1.5)
    assert numbers([decided, late, early], 9, 9) == [1, 2, 3]


def test_a_threshold_that_was_set_first_and_holds_later_is_found() -> None:
    """In whatever order they are given."""
    later, sooner = Threshold(9, date(2025, 6, 1)), Threshold(7, date(2025, 5, 1))
    terms = Terms({"R1": 3}, {"R1": [later, sooner]})
    days = (date(2025, 4, 30), date(2025, 5, 1), date(2025, 6, 1))
    assert [terms.number("R1", day) for day in days] == [3, 7, 9]


class Span(CoreValue, frozen=True):
    """A value of two kinds of thing."""

    on: date
    by: UUID


class Timed(Event, frozen=True):
    """An event with moments in it."""

    TOPIC = "test.timed"
    NAME = "getimed"

    item: UUID
    at: datetime
    until: datetime | None = None
    spans: tuple[Span, ...] = ()


def test_a_core_holds_only_moments_that_say_where_they_are_and_what_it_must() -> None:
    """Design 4: what cannot be read back is not stored."""
    core = shape(Timed).core_type
    whole = {"item": str(ME), "at": "2025-03-10T09:00:00Z"}
    assert msgspec.convert(whole, core).until is None  # type: ignore[attr-defined]
    assert msgspec.convert(whole, core).spans == ()  # type: ignore[attr-defined]
    later = {"until": "2025-03-10T09:00:00Z", "spans": [{"on": "2025-03-10", "by": str(ME)}]}
    read = msgspec.convert(whole | later, core)
    assert read.until == datetime(2025, 3, 10, 9, tzinfo=UTC)  # type: ignore[attr-defined]
    for wrong in ({"at": "2025-03-10T09:00:00"}, {"until": "2025-03-10T09:00:00"}):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(whole | wrong, core)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"item": str(ME)}, core)
    assert msgspec.convert(whole | {"until": None}, core) == msgspec.convert(whole, core)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(whole | {"at": None}, core)
    with pytest.raises(AttributeError):
        read.until = None  # type: ignore[attr-defined]


class Told(CoreValue, frozen=True):
    """A value of which one part is text."""

    by: UUID
    said: str


def test_one_text_in_a_value_is_enough_to_refuse_it() -> None:
    """Design 4: whatever else stands in it."""

    class Loose(Event, frozen=True):
        TOPIC = "test.loose"
        NAME = "los"

        told: Told

    with pytest.raises(TypeError, match=r"Loose\.told"):
        shape(Loose)


class Nod(Act, frozen=True, kw_only=True):
    """Nods."""


class Nodded(Event, frozen=True):
    """Somebody nodded."""

    TOPIC = "test.nodded"
    NAME = "geknikt"

    loose: str


def test_what_is_registered_is_found_as_it_was_registered() -> None:
    """Design 2: routes, tables and lists are read from it."""
    catalogue = Catalogue("test")
    decide = catalogue.act(Nod, "Knikken", ("W1",), (Said,), True, True)(lambda *_: [])
    known = catalogue.acts[Nod]
    assert (known.act, known.decide, known.title) == (Nod, decide, "Knikken")
    assert (known.paragraphs, known.emits) == (("W1",), (Said,))
    assert (known.changes_plan, known.guarded) == (True, True)
    assert (catalogue.service, catalogue.events) == ("test", {"test.said": Said})
    tell = catalogue.sentence(Said)(lambda event, words: "Ja.")
    assert catalogue.sentences == {Said: tell}
    with pytest.raises(TypeError, match="loose"):
        catalogue.event(Nodded)


def test_a_flag_is_registered_once() -> None:
    """Two topics that disagree are found when they are loaded."""
    catalogue = Catalogue("test")
    flag = Flag("open", "W1", "Open.", lambda state, at: when(True))
    catalogue.flag(flag)
    assert catalogue.flags == {"open": flag}
    with pytest.raises(TypeError):
        catalogue.flag(flag)


def test_obligations_are_told_in_their_order_whatever_registered_them() -> None:
    """Design 1: the earliest opened first; and thresholds set by whoever runs it count."""
    late, soon = _owed(START + DAY, START + DAY, "b"), _owed(START, START + DAY, "a")
    catalogue = Catalogue("test")
    catalogue.duty(Duty("b", "R1", "iets", lambda state, terms: [late]))
    catalogue.duty(Duty("a", "R1", "iets", lambda state, terms: [soon]))
    assert catalogue.obligations(State(PLAN), catalogue.terms()) == [soon, late]
    name = catalogue.threshold("R1", 3)
    assert catalogue.terms({name: [Threshold(4)]}).number(name, START.date()) == 4


def test_what_was_recorded_at_one_instant_stands_in_the_order_of_its_places() -> None:
    """Design 3: the last thing that tells two events apart."""
    first, second, third = (recorded(Said(n), n, 1, 1) for n in (1, 2, 3))
    assert numbers([third, first, second], 9, 9) == [1, 2, 3]
    undecided = [recorded(Said(n), n, 1) for n in (4, 5)]
    assert numbers(undecided, 9, 9) == [4, 5]


def test_what_was_folded_is_found_by_its_id_and_nothing_else_is() -> None:
    """Design 3: what is right in place of a mistake happened when the mistake did."""
    first, second = (recorded(Said(number), number, number) for number in (1, 2))
    state = Fold()(PLAN, [first, second])
    assert state.recorded(event_id(2)) is second
    assert state.recorded(event_id(3)) is None


def test_a_version_is_the_last_that_was_folded_of_its_stream() -> None:
    """Design 3: also the very first, and whatever order they come in."""
    fold = Fold()
    assert fold(PLAN, []).versions == {}
    assert fold(PLAN, [recorded(Said(n), n, 1) for n in (2, 1)]).versions == {PLAN: 2}
    none = msgspec.structs.replace(recorded(Said(1), 1, 1).stamp, version=0)
    assert fold(PLAN, [Recorded(Said(1), none)]).versions == {PLAN: 0}
    state = fold(PLAN, [recorded(Said(3), 3, 1)])
    for later, version in ((2, 3), (4, 4)):
        fold.evolve(state, recorded(Said(later), later, 1))
        assert state.versions == {PLAN: version}


def test_what_was_derived_of_a_state_is_gone_when_something_is_folded_in() -> None:
    """Design 3: it is of what the state was then."""
    fold = Fold()
    state = fold(PLAN, [recorded(Said(1), 1, 1)])
    state.derived["said"] = 1
    fold.evolve(state, recorded(Said(2), 2, 2))
    assert state.derived == {}
