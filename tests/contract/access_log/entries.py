"""Entries to write, and a seal that tests can recognise."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from shared.access.log import AccessEntry, Action, Outcome

PLAN = UUID("5b0d3f0e-7a55-4f6e-9f0d-2f8a4b1c9d10")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def seal(plan_id: UUID | None, text: str) -> bytes:
    """Not a seal, but something else than the text."""
    return f"sealed for {plan_id}: {text[::-1]}".encode()


def entry(**changes: Any) -> AccessEntry:
    """A worker's look at a plan."""
    sound: dict[str, Any] = {
        "id": uuid4(),
        "at": NOW,
        "subject": "s1",
        "role": "worker",
        "person": None,
        "action": Action.READ,
        "outcome": Outcome.OK,
        "status": 200,
        "service": "plannen",
        "operation": "plan",
        "plan_id": PLAN,
        "trace_id": "t1",
        "valid": NOW,
        "known": NOW,
    }
    return AccessEntry(**{**sound, **changes})
