"""The key store port in a database of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import lru_cache
from time import monotonic
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Cursor

from shared.eventbase.sealed import CORE, Compartment, Kind
from shared.record import destroying
from shared.record.database import Database
from shared.record.epochs import TERM, Epochs, clock_of
from shared.record.erasures import ErasureList
from shared.record.errors import ErasedPlanError, KeyStoreError
from shared.record.keycache import KeyCache
from shared.record.keys import KEY_BYTES, KEY_ID_BYTES, Key, Wrapped, Wrapper
from shared.record.rotation import TABLE, wait_for_turn

_CACHED = 20_000
# For how long this process may not know that another one destroyed a key.
_UNKNOWING_SECONDS = 1.0
_ATTEMPTS = 3
_FOUND = (
    "SELECT compartment, key_id, epoch, wrapped FROM data_key "
    "WHERE plan_id = ? AND compartment IN ({}) AND wrapped IS NOT NULL "
    "UNION ALL SELECT compartment, NULL, NULL, NULL FROM data_key "
    "WHERE plan_id = ? AND compartment = ? AND wrapped IS NULL"
)
_BY_ID = "SELECT plan_id, compartment, epoch, wrapped FROM data_key WHERE key_id = ?"
# Addresses stay where they are until somebody is to see one.
_OTHERS = (
    "SELECT key_id, compartment, epoch, wrapped FROM data_key WHERE plan_id = ? "
    "AND wrapped IS NOT NULL AND key_id <> ? AND compartment NOT LIKE 'addr:%'"
)
_INSERT = "INSERT INTO data_key VALUES (?, ?, ?, ?, ?)"
# A core key that never was here would otherwise be made by whatever still comes in of the plan.
_NEVER = (
    "INSERT INTO data_key SELECT ?, ?, ?, '', NULL WHERE NOT EXISTS "
    "(SELECT 1 FROM data_key WHERE plan_id = ? AND compartment = ?)"
)
_ERASURES = "SELECT times FROM erasure WHERE id = 1"


class SqlKeyStore:
    """Keys wrapped by an epoch key that is not in this database; several processes may use it.

    ``erasures`` lists what was destroyed, outside it too. ``random_bytes`` is cryptographic;
    without a ``clock`` the database says what time it is. ``term``: the age at which an epoch key
    must be gone. ``seconds`` is a clock that only goes forward.
    """

    def __init__(
        self,
        database: Database,
        wrapper: Wrapper,
        erasures: ErasureList,
        random_bytes: Callable[[int], bytes],
        *,
        clock: Callable[[], datetime] | None = None,
        term: timedelta = TERM,
        cached: int = _CACHED,
        seconds: Callable[[], float] = monotonic,
    ) -> None:
        self._database = database
        self._wrapper = wrapper
        self._listed = erasures
        self._random_bytes = random_bytes
        self._clock = clock or clock_of(database)
        self._epochs = Epochs(database, wrapper, self._clock, term)
        self._cache = KeyCache(cached)
        self._seconds = seconds
        self._erasures: int | None = None
        self._asked = float("-inf")

    def ensure(self, plan_id: UUID, compartments: Iterable[Compartment]) -> dict[Compartment, Key]:
        """The key of each compartment; new ones are durable before this returns, all at once."""
        self._look_for_erasures()
        wanted = tuple(dict.fromkeys(compartments))
        keys = {c: key for c in wanted if (key := self._cache.by_place(plan_id, c)) is not None}
        missing = [c for c in wanted if c not in keys]
        if missing:
            keys |= {key.compartment: key for key in self._made({plan_id: missing})}
        if len(keys) < len(wanted):
            raise _erased()
        return keys

    def prepare(self, wanted: Mapping[UUID, Iterable[Compartment]]) -> None:
        """Has these keys at hand; new ones are durable before this returns, all at once."""
        self._look_for_erasures()
        missing = {
            plan_id: [c for c in compartments if self._cache.by_place(plan_id, c) is None]
            for plan_id, compartments in wanted.items()
        }
        if any(missing.values()):
            self._made(missing)

    def find(self, key_id: bytes) -> Key | None:
        """The key; None when it was destroyed. Raises KeyStoreError when it never was here."""
        self._look_for_erasures()
        key = self._cache.by_id(key_id)
        if key is not None:
            return key
        generation = self._cache.generation
        key = self._read(key_id)
        if key is not None:
            first = self._cache.by_place(key.plan_id, CORE) is None
            self._cache.put([key, *(self._others(key) if first else ())], generation)
        return key

    def compartment(self, key_id: bytes) -> Compartment:
        """What a key is or was of. Raises KeyStoreError when it never was here."""
        return _compartment(self._row(key_id)[1])

    def destroy(self, plan_id: UUID, compartments: Iterable[Compartment]) -> None:
        """Destroys the compartments' keys, here and, within a second, in other processes.

        Raises OperationalError when a reader of the database's log kept it too long: do it again.
        """
        self._destroy(plan_id, {compartment.name for compartment in compartments})

    def destroy_plan(self, plan_id: UUID) -> None:
        """Destroys every key of the plan, in the same way. None is made any more."""
        self._destroy(plan_id, None)

    def agree_with_list(self) -> int:
        """Destroys again what an older copy of this store brought back; gives how many keys.

        Before anything is read here, for what was destroyed must be seen by nobody.
        """
        with self._database.transaction(commit=True, alone=TABLE) as cursor:
            wait_for_turn(cursor)
            again = destroying.agree(cursor, self._listed, self._clock())
        if again:
            self._cache.forget()
            self._database.forget_deleted()
        self._epochs.begin_counting()
        return again

    def complete_by(self) -> datetime:
        """When what was destroyed until now can be read from no copy any more, at the latest."""
        return self._epochs.complete_by()

    def epoch_ends(self) -> datetime:
        """When the present epoch key must be gone; later than that, its turn is late."""
        return self._epochs.ends()

    def rotate(self) -> None:
        """Wraps every live key under a new epoch key and destroys the old epoch keys.

        Interrupted anywhere, every key is still readable and the next rotation finishes it.
        """
        self._epochs.rotate()
        self._cache.forget()

    def rotate_when_due(self, now: datetime) -> int:
        """The same if the epoch key nears its age or an earlier rotation was cut off; 0 or 1."""
        return self._epochs.rotate_when_due(now)

    def close(self) -> None:
        """Closes the database and forgets every key."""
        self._cache.forget()
        self._database.close()

    def _destroy(self, plan_id: UUID, names: Collection[str] | None) -> None:
        now = self._clock()
        with self._database.transaction(commit=True, alone=TABLE) as cursor:
            destroying.destroy(cursor, self._listed, plan_id, names, now)
            if names is None:
                core, plan = CORE.name, plan_id.hex
                never = self._random_bytes(KEY_ID_BYTES), plan, core, plan, core
                cursor.execute(_NEVER, never)
        self._cache.forget()
        self._database.forget_deleted()

    def _look_for_erasures(self) -> None:
        now = self._seconds()
        if now - self._asked < _UNKNOWING_SECONDS:
            return
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_ERASURES)
            (times,) = cursor.fetchone()
        self._asked = now
        if times != self._erasures:
            self._erasures = times
            self._cache.forget()

    def _made(self, missing: Mapping[UUID, list[Compartment]]) -> list[Key]:
        """Those that were there after all, or else new ones; none of a plan that was erased."""
        generation = self._cache.generation
        # Alone, so that a rotation cannot come in between wrapping and storing.
        with self._database.transaction(commit=True, alone=TABLE) as cursor:
            made = [
                key
                for plan_id, compartments in missing.items()
                if compartments
                for key in self._live_or_new(cursor, plan_id, compartments)
            ]
        self._cache.put(made, generation)
        return made

    def _live_or_new(
        self, cursor: Cursor, plan_id: UUID, compartments: list[Compartment]
    ) -> list[Key]:
        names = [c.name for c in compartments]
        plan = plan_id.hex
        cursor.execute(_found(len(names)), (plan, *names, plan, CORE.name))
        found = {(name, blob is None): (*key, blob) for name, *key, blob in cursor.fetchall()}
        if CORE in compartments and (CORE.name, True) in found:
            return []
        keys = []
        for compartment in compartments:
            row = found.get((compartment.name, False))
            if row is None:
                keys.append(self._new(cursor, plan_id, compartment))
            else:
                secret = self._wrapper.unwrap(Wrapped(row[1], row[2]))
                keys.append(Key.of(row[0], plan_id, compartment, secret))
        return keys

    def _new(self, cursor: Cursor, plan_id: UUID, compartment: Compartment) -> Key:
        secret = self._random_bytes(KEY_BYTES)
        key = Key.of(self._random_bytes(KEY_ID_BYTES), plan_id, compartment, secret)
        wrapped = self._wrapper.wrap(secret)
        row = key.key_id, plan_id.hex, compartment.name, wrapped.epoch, wrapped.blob
        cursor.execute(_INSERT, row)
        return key

    def _read(self, key_id: bytes) -> Key | None:
        for attempt in range(1, _ATTEMPTS + 1):
            row = self._row(key_id)
            if row[3] is None:
                return None
            try:
                secret = self._wrapper.unwrap(Wrapped(row[2], row[3]))
            except KeyStoreError:
                # A rotation may have come in between: then the row has changed.
                if attempt == _ATTEMPTS:
                    raise
            else:
                return Key.of(key_id, UUID(row[0]), _compartment(row[1]), secret)
        return None

    def _others(self, key: Key) -> Iterator[Key]:
        """The other keys of its plan: whoever reads one event of a plan reads more of it."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_OTHERS, (key.plan_id.hex, key.key_id))
            rows = cursor.fetchall()
        for key_id, name, epoch, blob in rows:
            # One that a rotation rewrapped in between is read again when it is asked for.
            with suppress(KeyStoreError):
                secret = self._wrapper.unwrap(Wrapped(epoch, blob))
                yield Key.of(key_id, key.plan_id, _compartment(name), secret)

    def _row(self, key_id: bytes) -> Any:
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_BY_ID, (key_id,))
            row = cursor.fetchone()
        if row is None:
            raise KeyStoreError(
                "Een sleutel ontbreekt: deze sleutelopslag hoort niet bij dit register, of is "
                "ouder. Zet de sleutelopslag terug die erbij hoort."
            )
        return row


def _erased() -> ErasedPlanError:
    return ErasedPlanError("Dit plan is gewist: er kan niets meer aan worden toegevoegd.")


@lru_cache(maxsize=256)
def _found(compartments: int) -> str:
    return _FOUND.format(", ".join("?" * compartments))


def _compartment(name: str) -> Compartment:
    kind, _, subject = name.partition(":")
    return Compartment(Kind(kind), UUID(subject) if subject else None)
