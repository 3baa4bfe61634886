"""The one transaction in which the rows of a dossier go."""

from __future__ import annotations

from uuid import UUID

from eventsourcing.persistence import Cursor

from shared.eventbase.erasing import DESTRUCTIONS, Range
from shared.record import rows
from shared.record.destruction import Opened, ranges, stated
from shared.record.errors import DestructionError

_OPEN = "INSERT INTO destruction VALUES (?, ?, ?, ?)"
_LIST = "INSERT INTO destroyed SELECT seq, leaf_hash, ? FROM leaf WHERE plan_id = ?"
_ANSWERS = "DELETE FROM idempotency WHERE plan_id = ?"
_EVENTS = (
    "DELETE FROM stored_events WHERE (originator_id, originator_version) IN "
    "(SELECT originator_id, originator_version FROM leaf WHERE plan_id = ?)"
)
_LEAVES = "DELETE FROM leaf WHERE plan_id = ?"


def where(cursor: Cursor, plan_id: UUID) -> tuple[Range, ...]:
    """Where the rows of a plan are."""
    cursor.execute(rows.SEQS_OF, (plan_id.hex,))
    return ranges([seq for (seq,) in cursor.fetchall()])


def remove(cursor: Cursor, opened: Opened) -> None:
    """Leaves of each row of the plan that is named there only its place in the tree.

    Nothing when none is left. Raises DestructionError when what is named is not what is there:
    something was recorded after it was said, and that has to be said as well.
    """
    said = stated(opened)
    if said is None or said.plan == DESTRUCTIONS:
        raise DestructionError(f"Gebeurtenis {opened.seq} zegt niet welk dossier vernietigd is.")
    found = where(cursor, said.plan)
    if not found:
        return
    if found != said.rows:
        raise DestructionError(
            f"Gebeurtenis {opened.seq} noemt niet alles van het dossier dat vernietigd is. Leg de "
            "vernietiging opnieuw vast."
        )
    plan = said.plan.hex
    cursor.execute(_OPEN, (opened.seq, opened.salt, opened.content, opened.receipt))
    cursor.execute(_LIST, (opened.seq, plan))
    for statement in (_ANSWERS, _EVENTS, _LEAVES):
        cursor.execute(statement, (plan,))
