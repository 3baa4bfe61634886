"""The files of the key store: who may read them, and what happens when one is lost or half done."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from shared.eventbase.sealed import CORE, ERASED, Compartment, Kind
from shared.record.erasures import ERASURES_FILE, Erasure, ErasureList
from shared.record.errors import KeyStoreError, SettingsError
from shared.record.filewrapper import FileWrapper
from shared.record.keystore import SqlKeyStore
from shared.record.opening import EPOCHS_FILE
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.open_record import KEYS_FILE, migrate_record, open_record
from tests.contract.record.family import Clock, act, agreed
from tests.contract.record.stores import SqliteStore, terms


def test_only_its_owner_can_read_the_epoch_keys(store: SqliteStore):
    """And a file that others can read is refused."""
    path = store.folder / EPOCHS_FILE
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    with pytest.raises(KeyStoreError, match="0600"):
        store.open()


def test_a_lost_epoch_file_is_never_replaced_in_silence(store: SqliteStore, plan: UUID):
    """With keys in the store, opening and migrating both say that it is gone."""
    record = store.open()
    record.append([act(agreed(plan, 1))])
    record.close()
    (store.folder / EPOCHS_FILE).unlink()
    with pytest.raises(KeyStoreError, match="ontbreekt"):
        store.open()
    with pytest.raises(KeyStoreError, match="ontbreekt"):
        migrate_record(store.folder, secrets.token_bytes)


def test_an_epoch_file_of_another_store_does_not_pass_for_an_erasure(
    store: SqliteStore, plan: UUID, tmp_path: Path
):
    """It is an error with a remedy."""
    record = store.open()
    record.append([act(agreed(plan, 1))])
    record.close()
    (store.folder / EPOCHS_FILE).unlink()
    FileWrapper.create(store.folder / EPOCHS_FILE, secrets.token_bytes)
    again = store.open()
    with pytest.raises(KeyStoreError, match="past niet"):
        again.of_plan(plan)
    again.close()


def test_a_second_epoch_file_is_not_made_over_the_first(store: SqliteStore):
    """That would destroy every key."""
    with pytest.raises(KeyStoreError, match="al een sleutelbestand"):
        FileWrapper.create(store.folder / EPOCHS_FILE, secrets.token_bytes)


@pytest.mark.parametrize("step", ["begin_epoch", "rewrap", "destroy_others"])
def test_a_rotation_that_is_cut_off_anywhere_loses_no_key(
    store: SqliteStore, plan: UUID, step: str, monkeypatch: pytest.MonkeyPatch
):
    """Everything stays readable, and the next rotation leaves one epoch key."""
    record = store.open()
    record.append([act(agreed(plan, 1), agreed(plan, 2))])
    whole = getattr(FileWrapper, step)

    def cut_off(*given: object) -> None:
        if step == "begin_epoch":
            whole(*given)
        raise ConnectionAbortedError

    with monkeypatch.context() as cut:
        cut.setattr(FileWrapper, step, cut_off)
        with pytest.raises(ConnectionAbortedError):
            record.keys.rotate()
    record.close()
    again = store.open()
    assert len(again.of_plan(plan)) == 2
    again.keys.rotate()
    assert len(json.loads((store.folder / EPOCHS_FILE).read_text())["keys"]) == 1
    assert len(again.of_plan(plan)) == 2
    again.close()


def test_a_destroyed_key_leaves_no_wrapped_copy_in_the_files(store: SqliteStore, plan: UUID):
    """Not in a free page and not in the write-ahead log."""
    record = store.open()
    person = uuid4()
    home = Compartment(Kind.ADDRESS, person)
    key = record.keys.ensure(plan, [home])[home]
    database = record.keys._database
    with database.transaction(commit=False) as cursor:
        cursor.execute("SELECT wrapped FROM data_key WHERE key_id = ?", (key.key_id,))
        wrapped = cursor.fetchone()[0]
    assert any(wrapped in content for _, content in store.bytes_at_rest())
    record.keys.destroy(plan, [home])
    assert not any(wrapped in content for _, content in store.bytes_at_rest())
    record.close()


def test_an_older_copy_of_the_keys_brings_nothing_back(store: SqliteStore, plan: UUID):
    """The list beside them does not go back with them; what was recorded since is left alone."""
    record = store.open()
    record.append([act(agreed(plan, 1), agreed(plan, 2))])
    first, second = record.of_plan(plan)
    old = Compartment(Kind.ITEM, first.event.item)
    record.close()
    copy = (store.folder / KEYS_FILE).read_bytes()

    record = store.open()
    record.keys.destroy(plan, [old])
    new = record.keys.ensure(plan, [old])[old]
    assert record.keys.agree_with_list() == 0
    assert record.keys.find(new.key_id) is not None
    record.close()
    (store.folder / KEYS_FILE).write_bytes(copy)

    again = store.open()
    first, second = again.of_plan(plan)
    assert again.sealer.open(first.event.words) is ERASED
    assert again.sealer.open(second.event.words) is not ERASED
    again.close()


def test_what_was_destroyed_before_there_was_a_list_comes_on_it(store: SqliteStore, plan: UUID):
    """An older version kept none, and somebody may have lost the file."""
    record = store.open()
    record.append([act(agreed(plan, 1))])
    record.keys.destroy_plan(plan)
    record.close()
    listed = ErasureList(store.folder / ERASURES_FILE)
    before = {(each.key_id, each.compartment) for each in listed.read()}
    assert len(before) > 1
    (store.folder / ERASURES_FILE).unlink()
    store.open().close()
    assert {(each.key_id, each.compartment) for each in listed.read()} == before


class CutOff(ErasureList):
    """A list after which the power goes."""

    def add(self, erasures: Iterable[Erasure]) -> None:
        super().add(erasures)
        raise ConnectionAbortedError


def test_a_key_is_on_the_list_before_it_is_destroyed(store: SqliteStore, plan: UUID):
    """Cut off in between, it is destroyed when the store is opened again."""
    record = store.open()
    record.append([act(agreed(plan, 1))])
    wrapper = FileWrapper(store.folder / EPOCHS_FILE, secrets.token_bytes)
    database, listed = SqliteDatabase(store.folder / KEYS_FILE), store.folder / ERASURES_FILE
    cut = SqlKeyStore(database, wrapper, CutOff(listed), secrets.token_bytes)
    with closing(cut), pytest.raises(ConnectionAbortedError):
        cut.destroy(plan, [CORE])
    assert record.of_plan(plan)[0].event.TOPIC != "record.erased"
    record.close()
    again = store.open()
    assert again.of_plan(plan)[0].event.TOPIC == "record.erased"
    again.close()


def test_a_folder_without_a_record_says_what_to_run(tmp_path: Path):
    """And makes nothing by itself."""
    with pytest.raises(SettingsError, match="vangnet migrate"):
        open_record(tmp_path, terms(clock=Clock()))
    assert list(tmp_path.iterdir()) == []


def test_a_record_of_an_older_version_says_what_to_run(store: SqliteStore):
    """Opening never migrates."""
    file = SqliteDatabase(store.folder / KEYS_FILE)
    with closing(file), file.transaction(commit=True) as cursor:
        cursor.execute("DELETE FROM migration")
    with pytest.raises(SettingsError, match="vangnet migrate"):
        store.open()


def test_a_record_belongs_to_the_log_it_was_begun_for(store: SqliteStore):
    """Its leaves name it."""
    store.open().close()
    with pytest.raises(SettingsError, match="elders"):
        open_record(store.folder, terms(origin="elders", clock=Clock()))
