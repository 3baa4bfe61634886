"""What following writes for the sender: marks in the agenda, and nothing that could send."""

from __future__ import annotations

from collections.abc import Sequence

from eventsourcing.persistence import Cursor

from services.notifications.sending.tables.agenda import WAKE
from shared.feed.message import Message

_FOLLOWED = """
INSERT INTO agenda_followed (plan_id, source, reached, highest) VALUES (?, ?, ?, ?)
ON CONFLICT (plan_id, source) DO UPDATE SET reached = excluded.reached, highest =
    CASE WHEN excluded.highest > agenda_followed.highest
    THEN excluded.highest ELSE agenda_followed.highest END
"""
_LEVEL = "UPDATE agenda_followed SET highest = reached WHERE source = ?"
_EMPTIED = "UPDATE agenda_followed SET reached = 0 WHERE source = ?"


class AgendaProjection:
    """A Projection of the inbox on the agenda, in the transaction that follows (design 5)."""

    def followed(self, cursor: Cursor, messages: Sequence[Message]) -> None:
        """There is news of these plans."""
        reached = {(str(m.plan_id), m.source): m.seq for m in messages}
        # Always in one order: of two followers that wake the same plans one waits, and never both.
        for (plan_id, source), seq in sorted(reached.items()):
            cursor.execute(_FOLLOWED, (plan_id, source, seq, seq))
            cursor.execute(WAKE, (plan_id,))

    def emptied(self, cursor: Cursor, source: str) -> None:
        """Nothing is sent about a plan of this source until it is followed as far as it was."""
        cursor.execute(_EMPTIED, (source,))

    def level(self, cursor: Cursor, source: str) -> None:
        """What it was followed to and does not have any more is waited for no longer."""
        cursor.execute(_LEVEL, (source,))
