"""What following writes for the sender: marks in the agenda, and nothing that could send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from services.notifications.sending.sqlite.agenda import WAKE
from shared.feed.message import Message

_FOLLOWED = """
INSERT INTO agenda_followed (plan_id, source, reached, highest) VALUES (?, ?, ?, ?)
ON CONFLICT (plan_id, source) DO UPDATE
SET reached = excluded.reached, highest = max(highest, excluded.highest)
"""
_EMPTIED = "UPDATE agenda_followed SET reached = 0 WHERE source = ?"


class AgendaProjection:
    """A Projection of the inbox on the agenda, in the transaction that follows (design 5)."""

    def followed(self, cursor: Any, messages: Sequence[Message]) -> None:
        """There is news of these plans."""
        for message in messages:
            row = str(message.plan_id), message.source, message.seq, message.seq
            cursor.execute(_FOLLOWED, row)
            cursor.execute(WAKE, (str(message.plan_id),))

    def emptied(self, cursor: Any, source: str) -> None:
        """Nothing is sent about a plan of this source until it is followed as far as it was."""
        cursor.execute(_EMPTIED, (source,))
