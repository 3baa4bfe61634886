"""The table ``dead_letter``: what was parked."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from shared.feed.delivery import Delivery, Reason
from shared.feed.letter import DeadLetter, LetterState, payload_of
from shared.feed.sqlite.tables import Tables

_BLOCKED = "SELECT DISTINCT plan_id FROM dead_letter WHERE source = ? AND state = 'parked'"
_PARK = """
INSERT INTO dead_letter
(source, position, plan_id, stream_id, version, reason, payload, attempts, parked_at, state)
VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, 'parked')
ON CONFLICT (source, position) DO UPDATE SET attempts = attempts + 1
"""
_SETTLE = "UPDATE dead_letter SET state = ?, payload = NULL WHERE source = ? AND position = ?"
_SETTLE_KEYLESS = """
UPDATE dead_letter SET state = 'taken', payload = NULL
WHERE source = ? AND plan_id IS NULL AND state = 'parked' AND position <= ?
"""
_LETTERS = """
SELECT source, position, plan_id, stream_id, version, reason, attempts, parked_at, state
FROM dead_letter WHERE state = 'parked' AND (? IS NULL OR plan_id = ?) ORDER BY source, position
"""
_PAYLOAD = "SELECT payload FROM dead_letter WHERE source = ? AND position = ?"


class LetterRows(Tables):
    """Dead letters, what they hold sealed per plan and gone once they are settled."""

    def blocked(self, service: str) -> set[UUID | None]:
        self._cursor.execute(_BLOCKED, (service,))
        return {_uuid(plan_id) for (plan_id,) in self._cursor.fetchall()}

    def park(self, service: str, delivery: Delivery, reason: Reason) -> None:
        row = (
            service,
            delivery.position,
            _text(delivery.plan_id),
            _text(delivery.stream_id),
            delivery.version,
            reason.value,
            self._sealing.seal(delivery.plan_id, payload_of(delivery)),
            self._moment(),
        )
        self._cursor.execute(_PARK, row)

    def settle(self, letter: DeadLetter, state: LetterState) -> None:
        self._cursor.execute(_SETTLE, (state.value, letter.source, letter.position))

    def settle_keyless(self, service: str, reached: int) -> None:
        self._cursor.execute(_SETTLE_KEYLESS, (service, reached))

    def letters(self, plan_id: UUID | None) -> list[DeadLetter]:
        self._cursor.execute(_LETTERS, (_text(plan_id), _text(plan_id)))
        return [_letter(row) for row in self._cursor.fetchall()]

    def payload(self, letter: DeadLetter) -> bytes | None:
        self._cursor.execute(_PAYLOAD, (letter.source, letter.position))
        sealed = self._cursor.fetchall()[0][0]
        return None if sealed is None else self._sealing.unseal(letter.plan_id, sealed)


def _letter(row: tuple[Any, ...]) -> DeadLetter:
    return DeadLetter(
        source=row[0],
        position=row[1],
        plan_id=_uuid(row[2]),
        stream_id=_uuid(row[3]),
        version=row[4],
        reason=Reason(row[5]),
        attempts=row[6],
        parked_at=datetime.fromisoformat(row[7]),
        state=LetterState(row[8]),
    )


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)


def _uuid(value: str | None) -> UUID | None:
    return None if value is None else UUID(value)
