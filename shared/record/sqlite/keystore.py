"""The key store port in a SQLite file of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from uuid import UUID

from eventsourcing.sqlite import SQLiteCursor

from shared.eventbase.sealed import CORE, Compartment, Kind
from shared.record.errors import ErasedPlanError, KeyStoreError
from shared.record.keycache import KeyCache
from shared.record.keys import KEY_BYTES, KEY_ID_BYTES, Key, Wrapped, Wrapper
from shared.record.sqlite.database import SqliteDatabase

_CACHED = 20_000
_LIVE = (
    "SELECT key_id, epoch, wrapped FROM data_key "
    "WHERE plan_id = ? AND compartment = ? AND wrapped IS NOT NULL"
)
_DESTROYED = "SELECT 1 FROM data_key WHERE plan_id = ? AND compartment = ? AND wrapped IS NULL"
_BY_ID = "SELECT plan_id, compartment, epoch, wrapped FROM data_key WHERE key_id = ?"
_INSERT = "INSERT INTO data_key VALUES (?, ?, ?, ?, ?)"
_DESTROY = (
    "UPDATE data_key SET wrapped = NULL "
    "WHERE plan_id = ? AND compartment = ? AND wrapped IS NOT NULL"
)
_STALE = "SELECT key_id, epoch, wrapped FROM data_key WHERE wrapped IS NOT NULL AND epoch <> ?"
_REWRAP = "UPDATE data_key SET epoch = ?, wrapped = ? WHERE key_id = ?"


class SqliteKeyStore:
    """Keys wrapped by an epoch key that is not in this file. ``random_bytes``: cryptographic."""

    def __init__(
        self,
        database: SqliteDatabase,
        wrapper: Wrapper,
        random_bytes: Callable[[int], bytes],
        cached: int = _CACHED,
    ) -> None:
        self._database = database
        self._wrapper = wrapper
        self._random_bytes = random_bytes
        self._cache = KeyCache(cached)
        self._unwrapping = Lock()

    def ensure(self, plan_id: UUID, compartments: Iterable[Compartment]) -> dict[Compartment, Key]:
        """The key of each compartment; new ones are durable before this returns, all at once."""
        wanted = tuple(compartments)
        keys = {c: key for c in wanted if (key := self._cache.by_place(plan_id, c)) is not None}
        missing = [c for c in dict.fromkeys(wanted) if c not in keys]
        if missing:
            generation = self._cache.generation
            with self._database.transaction(commit=True) as cursor:
                # Wrapping under the write lock: a rotation cannot come in between.
                keys |= {c: self._live_or_new(cursor, plan_id, c) for c in missing}
            self._cache.put([keys[c] for c in missing], generation)
        return keys

    def find(self, key_id: bytes) -> Key | None:
        """The key; None when it was destroyed. Raises KeyStoreError when it never was here."""
        key = self._cache.by_id(key_id)
        if key is not None:
            return key
        generation = self._cache.generation
        with self._unwrapping:
            key = self._read(key_id)
        if key is not None:
            self._cache.put([key], generation)
        return key

    def destroy(self, plan_id: UUID, compartment: Compartment) -> None:
        """Destroys the compartment's key, in this file, its log and this process.

        Raises OperationalError when a reader kept the log in use too long: do it again.
        """
        with self._database.transaction(commit=True) as cursor:
            cursor.execute(_DESTROY, (plan_id.hex, compartment.name))
        self._cache.forget()
        self._database.truncate_log()

    def rotate(self) -> None:
        """Wraps every live key under a new epoch key and destroys the old epoch keys.

        Interrupted anywhere, every key is still readable and the next rotation finishes it.
        """
        with self._database.transaction(commit=True) as cursor:
            epoch = self._wrapper.begin_epoch()
            cursor.execute(_STALE, (epoch,))
            for key_id, old, blob in cursor.fetchall():
                wrapped = self._wrapper.rewrap(Wrapped(old, blob))
                cursor.execute(_REWRAP, (wrapped.epoch, wrapped.blob, key_id))
        self._database.truncate_log()
        # Nobody still holds a row that only an old epoch key opens, and no backup is being made.
        with self._database.transaction(commit=True), self._unwrapping:
            self._wrapper.destroy_others(epoch)
        self._cache.forget()

    def close(self) -> None:
        """Closes the file and forgets every key."""
        self._cache.forget()
        self._database.close()

    def _live_or_new(self, cursor: SQLiteCursor, plan_id: UUID, compartment: Compartment) -> Key:
        place = plan_id.hex, compartment.name
        cursor.execute(_LIVE, place)
        found = cursor.fetchone()
        if found is not None:
            secret = self._wrapper.unwrap(Wrapped(found[1], found[2]))
            return Key.of(found[0], plan_id, compartment, secret)
        if compartment == CORE:
            _refuse_destroyed(cursor, place)
        secret = self._random_bytes(KEY_BYTES)
        key = Key.of(self._random_bytes(KEY_ID_BYTES), plan_id, compartment, secret)
        wrapped = self._wrapper.wrap(secret)
        cursor.execute(_INSERT, (key.key_id, *place, wrapped.epoch, wrapped.blob))
        return key

    def _read(self, key_id: bytes) -> Key | None:
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_BY_ID, (key_id,))
            row = cursor.fetchone()
        if row is None:
            raise KeyStoreError(
                "Een sleutel ontbreekt: deze sleutelopslag hoort niet bij dit register, of is "
                "ouder. Zet de sleutelopslag terug die erbij hoort."
            )
        plan, compartment, epoch, blob = row
        if blob is None:
            return None
        secret = self._wrapper.unwrap(Wrapped(epoch, blob))
        return Key.of(key_id, UUID(plan), _compartment(compartment), secret)


def _refuse_destroyed(cursor: SQLiteCursor, place: tuple[str, str]) -> None:
    cursor.execute(_DESTROYED, place)
    if cursor.fetchone() is not None:
        raise ErasedPlanError("Dit plan is gewist: er kan niets meer aan worden toegevoegd.")


def _compartment(name: str) -> Compartment:
    kind, _, subject = name.partition(":")
    return Compartment(Kind(kind), UUID(subject) if subject else None)
