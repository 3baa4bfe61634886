"""When services in other processes are at rest, by what they tell of themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from vangnet.journey.rest import Rest, Restless

LEVEL = {
    'vangnet_feed_position{service="evaluations",source="plans"}': 7,
    'vangnet_feed_position{service="notifications",source="plans"}': 7,
    'vangnet_feed_position{service="notifications",source="evaluations"}': 3,
    'vangnet_feed_lag_events{service="evaluations",source="plans"}': 0,
    'vangnet_feed_lag_events{service="notifications",source="plans"}': 0,
    'vangnet_feed_lag_events{service="notifications",source="evaluations"}': 0,
    'vangnet_record_last_seq{service="plans"}': 7,
    'vangnet_record_last_seq{service="evaluations"}': 3,
    'vangnet_record_last_seq{service="notifications"}': 2,
}
ROUNDS = 'vangnet_timer_rounds_total{service="notifications"}'
DONE = 'vangnet_timer_done_total{service="notifications"}'
SENT = {'vangnet_record_last_seq{service="notifications"}': 3, DONE: 1}
BEHIND = {'vangnet_feed_position{service="notifications",source="plans"}': 6}
WAITING = {'vangnet_feed_lag_events{service="notifications",source="plans"}': 1}


def telling(*pages: dict[str, float]) -> tuple[Callable[[], str], list[int]]:
    """A page that tells these one after the other, and the last one for ever; how often it did."""
    told: list[int] = []

    def read() -> str:
        told.append(1)
        rows = LEVEL | {DONE: 0} | pages[min(len(told), len(pages)) - 1]
        return "# HELP x\n" + "\n".join(f"{name} {float(value)}" for name, value in rows.items())

    return read, told


def ticking() -> Iterator[float]:
    """Seconds that pass as somebody looks at the clock."""
    yield from map(float, range(1_000_000))


def rest(page: Callable[[], str]) -> Rest:
    """Nobody really waits."""
    clock = ticking()
    return Rest([page], lambda: next(clock), lambda seconds: None)


def test_it_is_rest_when_all_is_followed_and_a_round_that_began_after_it_did_nothing():
    """The first one may have begun before the last act was followed."""
    page, told = telling({ROUNDS: 4}, {ROUNDS: 4}, {ROUNDS: 5}, {ROUNDS: 6})
    rest(page)()
    assert len(told) == 4


@pytest.mark.parametrize("behind", [BEHIND, WAITING])
def test_whoever_is_behind_is_waited_for(behind: dict[str, float]):
    """Rounds of before it had followed do not count."""
    page, told = telling({ROUNDS: 3} | behind, {ROUNDS: 9}, {ROUNDS: 10}, {ROUNDS: 11})
    rest(page)()
    assert len(told) == 4


def test_what_a_timer_did_makes_the_waiting_begin_again():
    """What it recorded is to be followed too, and may make something else due."""
    rounds = [{ROUNDS: 9 + n} | SENT for n in range(3)]
    page, told = telling({ROUNDS: 3}, {ROUNDS: 8} | SENT, *rounds)
    rest(page)()
    assert len(told) == 5


@pytest.mark.parametrize("never", [BEHIND | {ROUNDS: 1}, {ROUNDS: 1}])
def test_what_never_rests_is_given_up(never: dict[str, float]):
    """A follower that stands still, or a timer that does not ring: said after a minute."""
    with pytest.raises(Restless, match="vangnet lag"):
        rest(telling(never)[0])()


def test_a_process_that_tells_nothing_yet_is_waited_for():
    """It has only just begun."""
    page, told = telling({ROUNDS: 1}, {ROUNDS: 2}, {ROUNDS: 3})
    asked: list[int] = []

    def begins() -> str:
        asked.append(1)
        return "" if len(asked) < 3 else page()

    rest(begins)()
    assert len(told) == 3
