"""Judging one delivery, apart from any inbox."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.feed.delivery import Damaged, Delivery, Reason
from shared.feed.verdict import Judge, Outcome
from tests.unit.feed.feeds import BORING, CHECKS, PLANS, message


def damaged(version: int | None, plan_id: UUID | None = PLANS[0]) -> Damaged:
    stream_id = None if version is None else PLANS[0]
    return Damaged(9, Reason.NOT_JSON, b"", plan_id, stream_id, version)


# With version 4 as the last one taken of its stream.
CASES: list[tuple[Delivery, bool, Outcome, Reason | None]] = [
    (message(5), False, Outcome.FOLLOWED, None),
    (message(5, type=BORING), False, Outcome.IGNORED, None),
    (message(4), False, Outcome.DUPLICATE, None),
    (message(4), True, Outcome.DUPLICATE, None),
    (message(6), False, Outcome.STOPPED, Reason.GAP),
    (message(5), True, Outcome.PARKED, Reason.BEHIND),
    (message(6), True, Outcome.PARKED, Reason.BEHIND),
    (message(5, type=BORING), True, Outcome.PARKED, Reason.BEHIND),
    (message(5, data={}), False, Outcome.PARKED, Reason.REFUSED),
    (message(5, source="elders"), False, Outcome.PARKED, Reason.FOREIGN),
    (damaged(5), False, Outcome.PARKED, Reason.NOT_JSON),
    (damaged(5), True, Outcome.PARKED, Reason.BEHIND),
    (damaged(4), False, Outcome.DUPLICATE, None),
    (damaged(6), False, Outcome.STOPPED, Reason.GAP),
    (damaged(None), False, Outcome.PARKED, Reason.NOT_JSON),
    (damaged(5, None), True, Outcome.STOPPED, Reason.NOT_JSON),
]


@pytest.mark.parametrize(("delivery", "blocked", "outcome", "reason"), CASES)
def test_verdict(
    delivery: Delivery, blocked: bool, outcome: Outcome, reason: Reason | None
) -> None:
    """What becomes of it, given that its plan is held up or not."""
    judge = Judge("plans", CHECKS, lambda stream_id: 4, {PLANS[0]} if blocked else set())
    verdict = judge(delivery)
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
