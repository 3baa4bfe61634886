"""Several acts decided as one."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.eventbase.act import Act
from shared.eventbase.batch import decide_in_turn
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Refused, Rule, refuse, when
from shared.eventbase.state import State
from tests.unit.eventbase.happenings import PLAN, START, Said

DOING = Doing(Actor("fatma", "worker"), START, lambda: UUID(int=7, version=4))


class Say(Act, frozen=True, kw_only=True):
    """Says a number."""

    number: int


class Heard:
    """The numbers that were said."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.versions: list[int] = []


def counting() -> Catalogue:
    """A catalogue in which only the next number can be said."""
    catalogue = Catalogue("test")
    next_one = Rule(
        "volgende", "W1", "Niet {}.", lambda s, a, d: when(a.number != len(s[Heard].numbers) + 1)
    )

    @catalogue.act(Say, "Zeggen", ("W1",), (Said,))
    def say(state: State, act: Say, doing: Doing) -> list[Event]:
        refuse([next_one], state, act, doing)
        return [Said(act.number)]

    @catalogue.fold.on(Said)
    def heard(state: State, event: Said, stamp: Stamp) -> None:
        state[Heard].numbers.append(event.number)
        state[Heard].versions.append(stamp.version)

    return catalogue


def test_each_act_sees_what_those_before_it_led_to() -> None:
    """And the state ends as if all had been recorded, with the versions that they would get."""
    state = State(PLAN)
    events = decide_in_turn(counting(), state, [Say(number=n) for n in (1, 2, 3)], Act(), DOING)
    assert events == [Said(1), Said(2), Said(3)]
    assert state[Heard].versions == [1, 2, 3]
    assert state.versions == {PLAN: 3}


def test_all_that_is_refused_is_said_at_once() -> None:
    """Design 3: not only the first that is wrong."""
    acts = [Say(number=n) for n in (5, 1, 7)]
    with pytest.raises(Refused) as refused:
        decide_in_turn(counting(), State(PLAN), acts, Act(), DOING)
    assert [broken.rule for broken in refused.value.broken] == ["volgende", "volgende"]


def test_no_acts_are_no_events() -> None:
    """An adjustment may have no changes of its own."""
    assert decide_in_turn(counting(), State(PLAN), [], Act(), DOING) == []
