"""Whether all that was recorded elsewhere by K is here, is known and not guessed (ADR 0023)."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import UTC, datetime, timedelta
from uuid import UUID

from shared.service.caught_up import CaughtUp, Heads, Upstream
from shared.web.view import Reached

PLAN, STREAM, OTHER = (UUID(int=n, version=4) for n in (1, 2, 3))
K = datetime(2025, 3, 10, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Inbox:
    """Has taken so much of each stream."""

    def __init__(self, **taken: int) -> None:
        self.taken = {STREAM: taken.get("stream", 0), OTHER: taken.get("other", 0)}

    def heads(self, service: str, streams: Set[UUID]) -> Mapping[UUID, int]:
        assert service == "plans"
        return {stream: self.taken[stream] for stream in streams}


class Plans:
    """Says how far it was, and counts how often it is asked."""

    def __init__(self, said: Heads | None) -> None:
        self.said = said
        self.asked: list[datetime] = []

    def heads(self, plan_id: UUID, known: datetime) -> Heads | None:
        self.asked.append(known)
        return self.said


def caught_up(inbox: Inbox, plans: Plans) -> CaughtUp:
    """As a service that follows plans has it."""
    return CaughtUp(inbox, {"plans": Upstream("plannen", plans.heads)})


def test_what_has_not_arrived_is_counted_over_all_streams() -> None:
    """Every stream has a head of its own: that one was followed says nothing of another."""
    plans = Plans(Heads(K, {STREAM: 3, OTHER: 2}))
    assert caught_up(Inbox(stream=1, other=2), plans)(PLAN, K) == (Reached("plannen", 2),)


def test_what_was_followed_further_than_that_makes_up_for_nothing() -> None:
    """A stream that is ahead hides no other that is behind."""
    plans = Plans(Heads(K, {STREAM: 3, OTHER: 2}))
    assert caught_up(Inbox(stream=9, other=1), plans)(PLAN, K) == (Reached("plannen", 1),)


def test_what_was_complete_once_is_not_asked_again_up_to_there() -> None:
    """Nothing can be recorded any more before a moment that its own service has stated."""
    plans = Plans(Heads(K, {STREAM: 3}))
    found = caught_up(Inbox(stream=3), plans)
    for known in (K, K, K - HOUR):
        assert found(PLAN, known) == (Reached("plannen", 0),)
    assert plans.asked == [K]
    found(PLAN, K + HOUR)
    assert plans.asked == [K, K + HOUR]


def test_what_was_not_complete_is_asked_again() -> None:
    """It may have arrived meanwhile."""
    inbox, plans = Inbox(stream=2), Plans(Heads(K, {STREAM: 3}))
    found = caught_up(inbox, plans)
    assert found(PLAN, K) == (Reached("plannen", 1),)
    inbox.taken[STREAM] = 3
    assert found(PLAN, K) == (Reached("plannen", 0),)


def test_complete_is_only_what_the_owner_states_and_no_later_moment() -> None:
    """It was asked for K and answers for an hour before: between the two more may still come."""
    plans = Plans(Heads(K - HOUR, {STREAM: 3}))
    found = caught_up(Inbox(stream=3), plans)
    assert found(PLAN, K) == found(PLAN, K) == (Reached("plannen", 0),)
    assert plans.asked == [K, K]


def test_without_an_answer_nothing_is_claimed() -> None:
    """Neither that it is complete, nor that it is not."""
    plans = Plans(None)
    found = caught_up(Inbox(), plans)
    assert found(PLAN, K) == (Reached("plannen", None),)
    plans.said = Heads(None, {})
    assert found(PLAN, K) == (Reached("plannen", 0),)
    assert len(plans.asked) == 2
