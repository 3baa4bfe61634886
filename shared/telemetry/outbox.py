"""What a service still has to send, as it tells of itself."""

from __future__ import annotations

from datetime import datetime

import msgspec


class Unsent(msgspec.Struct, frozen=True):
    """How many notices are in a state, a name from the code, and since when the oldest of them."""

    state: str
    count: int
    oldest: datetime | None = None
