"""Who acts or reads, and the circumstances of an act: all passed in, nothing reached for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

import msgspec

from shared.eventbase.state import State
from shared.eventbase.terms import Terms


class Actor(msgspec.Struct, frozen=True):
    """Who acts or reads, as the token says: subject, role, and the person it stands for."""

    subject: str
    role: str
    person: UUID | None = None


class Doing(msgspec.Struct, frozen=True):
    """The circumstances of one act: who, now (V = K = now), and where new ids come from.

    ``terms``: the thresholds that hold here. ``state_of`` gives what is known of another plan.
    """

    actor: Actor
    now: datetime
    new_id: Callable[[], UUID]
    terms: Terms = Terms({})
    state_of: Callable[[UUID], State] = State
