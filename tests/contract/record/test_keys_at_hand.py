"""Which keys a process takes out of the store, beyond the one that it was asked for."""

from __future__ import annotations

import secrets
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from shared.eventbase.sealed import CORE, Compartment, Kind
from shared.record.erasures import ErasureList
from shared.record.filewrapper import FileWrapper
from shared.record.keys import Wrapped
from shared.record.keystore import SqlKeyStore
from shared.record.migrate import migrate
from shared.record.opening import KEY_MIGRATIONS
from shared.record.sqlite.database import SqliteDatabase

PLAN, OTHER = uuid4(), uuid4()
ITEMS = [Compartment(Kind.ITEM, uuid4()) for _ in range(3)]
ADDRESS = Compartment(Kind.ADDRESS, uuid4())


class CountingWrapper(FileWrapper):
    """The epoch keys in their file; counts how often a key comes out of its wrapping."""

    unwrapped = 0

    def unwrap(self, wrapped: Wrapped) -> bytes:
        self.unwrapped += 1
        return super().unwrap(wrapped)


@pytest.fixture
def database(tmp_path: Path) -> SqliteDatabase:
    made = SqliteDatabase(tmp_path / "keys.db")
    migrate(made, *KEY_MIGRATIONS)
    FileWrapper.create(tmp_path / "epoch.key", secrets.token_bytes)
    return made


def test_a_plan_that_is_read_has_its_keys_at_hand_and_no_address(
    database: SqliteDatabase, tmp_path: Path
):
    """One question per plan instead of one per key; where somebody lives waits for its own."""
    wrapper = CountingWrapper(tmp_path / "epoch.key", secrets.token_bytes)
    given = database, wrapper, ErasureList(tmp_path / "erased.list"), secrets.token_bytes
    first = SqlKeyStore(*given)
    keys = first.ensure(PLAN, [CORE, *ITEMS, ADDRESS])
    first.ensure(OTHER, [CORE])
    with closing(SqlKeyStore(*given)) as fresh:
        assert fresh.find(keys[CORE].key_id) is not None
        assert wrapper.unwrapped == 1 + len(ITEMS)
        assert all(fresh.find(keys[item].key_id) is not None for item in ITEMS)
        assert wrapper.unwrapped == 1 + len(ITEMS)
        assert fresh.find(keys[ADDRESS].key_id) is not None
        assert wrapper.unwrapped == 2 + len(ITEMS)
