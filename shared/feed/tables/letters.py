"""The table ``dead_letter``: what was parked."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from shared.feed.delivery import Delivery, Reason
from shared.feed.letter import DeadLetter, LetterState, payload_of
from shared.feed.tables.table import Table, id_or_none, text_or_none

_BLOCKED = "SELECT DISTINCT plan_id FROM dead_letter WHERE source = ? AND state = 'parked'"
_PARK = """
INSERT INTO dead_letter
(source, position, plan_id, stream_id, version, reason, payload, attempts, parked_at, state)
VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, 'parked')
ON CONFLICT (source, position) DO UPDATE SET attempts = dead_letter.attempts + 1
"""
_STATE = "SELECT state FROM dead_letter WHERE source = ? AND position = ?"
_SETTLE = "UPDATE dead_letter SET state = ?, payload = NULL WHERE source = ? AND position = ?"
_SETTLE_KEYLESS = """
UPDATE dead_letter SET state = 'taken', payload = NULL
WHERE source = ? AND plan_id IS NULL AND state = 'parked' AND position <= ?
"""
_CLEAR = "DELETE FROM dead_letter WHERE source = ? AND position >= 0"
_DROP_STRAYS = """
UPDATE dead_letter SET state = 'dropped', payload = NULL WHERE source = ? AND state = 'parked'
"""
_LETTERS = """
SELECT source, position, plan_id, stream_id, version, reason, attempts, parked_at, state
FROM dead_letter WHERE state = 'parked'{} ORDER BY source, position
"""
_EVERY, _OF_PLAN = _LETTERS.format(""), _LETTERS.format(" AND plan_id = ?")
_PAYLOAD = "SELECT payload FROM dead_letter WHERE source = ? AND position = ?"


class LetterRows(Table):
    """Dead letters, what they hold sealed per plan and gone once they are settled."""

    def blocked(self, service: str) -> set[UUID | None]:
        return {id_or_none(plan_id) for (plan_id,) in self._all(_BLOCKED, service)}

    def park(self, service: str, delivery: Delivery, reason: Reason) -> None:
        row = (
            service,
            delivery.position,
            text_or_none(delivery.plan_id),
            text_or_none(delivery.stream_id),
            delivery.version,
            reason.value,
            self._sealing.seal(delivery.plan_id, payload_of(delivery)),
            self._moment(),
        )
        self._run(_PARK, *row)

    def letter_state(self, service: str, position: int) -> LetterState | None:
        found = self._all(_STATE, service, position)
        return LetterState(found[0][0]) if found else None

    def settle(self, letter: DeadLetter, state: LetterState) -> None:
        self._run(_SETTLE, state.value, letter.source, letter.position)

    def settle_keyless(self, service: str, reached: int) -> None:
        self._run(_SETTLE_KEYLESS, service, reached)

    def letters(self, plan_id: UUID | None) -> list[DeadLetter]:
        rows = self._all(_EVERY) if plan_id is None else self._all(_OF_PLAN, str(plan_id))
        return [_letter(row) for row in rows]

    def payload(self, letter: DeadLetter) -> bytes | None:
        sealed = self._all(_PAYLOAD, letter.source, letter.position)[0][0]
        return None if sealed is None else self._sealing.unseal(letter.plan_id, sealed)

    def _clear_letters(self, service: str) -> None:
        self._run(_CLEAR, service)
        self._run(_DROP_STRAYS, service)


def _letter(row: Any) -> DeadLetter:
    return DeadLetter(
        source=row[0],
        position=row[1],
        plan_id=id_or_none(row[2]),
        stream_id=id_or_none(row[3]),
        version=row[4],
        reason=Reason(row[5]),
        attempts=row[6],
        parked_at=datetime.fromisoformat(row[7]),
        state=LetterState(row[8]),
    )
