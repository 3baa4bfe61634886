"""Rotating the epoch key: every data key is wrapped anew, and the old epoch keys are destroyed."""

from __future__ import annotations

from collections.abc import Callable

from eventsourcing.persistence import Cursor

from shared.record.database import Database
from shared.record.keys import Wrapped, Wrapper

# Whoever wraps, rewraps or destroys a data key does so alone.
TABLE = "data_key"
# So many at a time: meanwhile nobody can make a key, and whoever records something waits.
_BATCH = 500
_STALE = (
    "SELECT key_id, epoch, wrapped FROM data_key WHERE wrapped IS NOT NULL AND epoch <> ? "
    f"LIMIT {_BATCH}"
)
_REWRAP = "UPDATE data_key SET epoch = ?, wrapped = ? WHERE key_id = ?"
_LOCKED = "SELECT times FROM erasure WHERE id = 1"


def rotate(database: Database, wrapper: Wrapper, begin: Callable[[], str]) -> None:
    """Wraps every live key under the epoch key that ``begin`` gives, and destroys the others.

    Interrupted anywhere, every key is still readable and the next rotation finishes it.
    """
    epoch = begin
    while _some_rewrapped(database, wrapper, epoch):
        epoch = wrapper.present_epoch
    database.forget_deleted()
    while not _old_epochs_destroyed(database, wrapper):
        database.forget_deleted()


def wait_for_turn(cursor: Cursor) -> None:
    """Reads a first answer: from here on nobody else changes the keys or the epoch keys."""
    cursor.execute(_LOCKED)
    cursor.fetchone()


def _some_rewrapped(database: Database, wrapper: Wrapper, epoch: Callable[[], str]) -> bool:
    with database.transaction(commit=True, alone=TABLE) as cursor:
        return _rewrap(cursor, wrapper, epoch) > 0


def _old_epochs_destroyed(database: Database, wrapper: Wrapper) -> bool:
    # Alone once more: nobody is wrapping a key. What is rewrapped here is committed before the
    # epoch key that it needed is destroyed.
    with database.transaction(commit=True, alone=TABLE) as cursor:
        if _rewrap(cursor, wrapper, wrapper.present_epoch):
            return False
        wrapper.destroy_others(wrapper.present_epoch())
        return True


def _rewrap(cursor: Cursor, wrapper: Wrapper, epoch: Callable[[], str]) -> int:
    wait_for_turn(cursor)
    cursor.execute(_STALE, (epoch(),))
    stale = cursor.fetchall()
    for key_id, old, blob in stale:
        wrapped = wrapper.rewrap(Wrapped(old, blob))
        cursor.execute(_REWRAP, (wrapped.epoch, wrapped.blob, key_id))
    return len(stale)
