"""Destroying keys, and destroying them again when an older copy of the key store brought them back.

Whoever calls these is alone in the key store.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from eventsourcing.persistence import Cursor

from shared.record.erasures import Erasure, ErasureList

_LIVE = "SELECT key_id, compartment FROM data_key WHERE plan_id = ? AND wrapped IS NOT NULL"
_ALIVE = "SELECT key_id FROM data_key WHERE wrapped IS NOT NULL AND key_id IN ({})"
_DEAD = "SELECT key_id, plan_id, compartment FROM data_key WHERE wrapped IS NULL"
_DESTROY = "UPDATE data_key SET wrapped = NULL WHERE key_id = ? AND wrapped IS NOT NULL"
_COUNT = "UPDATE erasure SET times = times + 1 WHERE id = 1"
_AT_ONCE = 500


def destroy(
    cursor: Cursor,
    erasures: ErasureList,
    plan_id: UUID,
    compartments: Collection[str] | None,
    now: datetime,
) -> None:
    """Destroys the keys of these compartments, or of all (None); on the list before it happens."""
    cursor.execute(_LIVE, (plan_id.hex,))
    gone = [
        Erasure(now, bytes(key_id), plan_id, name)
        for key_id, name in cursor.fetchall()
        if compartments is None or name in compartments
    ]
    erasures.add(gone)
    _destroy(cursor, [erasure.key_id for erasure in gone])


def agree(cursor: Cursor, erasures: ErasureList, now: datetime) -> int:
    """Destroys what is on the list and alive, and lists what is destroyed and not on it.

    Gives how many keys were destroyed again.
    """
    listed = {erasure.key_id for erasure in erasures.read()}
    back = _alive(cursor, sorted(listed))
    if back:
        _destroy(cursor, back)
    cursor.execute(_DEAD)
    dead = [
        Erasure(now, bytes(key_id), UUID(plan_id), name)
        for key_id, plan_id, name in cursor.fetchall()
    ]
    erasures.add(erasure for erasure in dead if erasure.key_id not in listed)
    return len(back)


def _alive(cursor: Cursor, key_ids: list[bytes]) -> list[bytes]:
    found: list[bytes] = []
    for start in range(0, len(key_ids), _AT_ONCE):
        some = key_ids[start : start + _AT_ONCE]
        cursor.execute(_ALIVE.format(", ".join("?" * len(some))), some)
        found += [bytes(row[0]) for row in cursor.fetchall()]
    return found


def _destroy(cursor: Cursor, key_ids: list[bytes]) -> None:
    for key_id in key_ids:
        cursor.execute(_DESTROY, (key_id,))
    # Other processes may still have them in memory.
    cursor.execute(_COUNT)
