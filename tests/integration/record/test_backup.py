"""A copy that is made while the record is in use, and put back elsewhere."""

from __future__ import annotations

import threading
from pathlib import Path
from uuid import UUID

import pytest

from shared.record.durable import write_new
from shared.record.errors import SettingsError
from shared.record.opening import EPOCHS_FILE
from shared.record.sqlite.backup import copy_store, epochs_of
from tests.contract.record.family import act, agreed
from tests.contract.record.stores import SqliteStore


def test_a_copy_made_while_writing_and_rotating_can_be_put_back_and_read(
    store: SqliteStore, plan: UUID, tmp_path: Path
):
    """It is whole up to some event, every key is in it, and the audit is clean."""
    record = store.open()
    record.append([act(agreed(plan, 1))])
    exports = [(store.folder / EPOCHS_FILE).read_text()]
    stop = threading.Event()

    def use() -> None:
        version = 1
        while not stop.is_set():
            version += 1
            record.append([act(agreed(plan, version))])
            if version % 20 == 0:
                record.keys.rotate()
                exports.append((store.folder / EPOCHS_FILE).read_text())

    user = threading.Thread(target=use)
    user.start()
    copies = [copy_store(store.folder, tmp_path / f"backup-{n}") for n in range(5)]
    stop.set()
    user.join()
    record.close()
    assert [p.name for p in copies[0]] == ["events.db", "keys.db"]
    for number in range(5):
        copy_store(tmp_path / f"backup-{number}", tmp_path / f"restored-{number}")
        [epoch] = epochs_of(tmp_path / f"restored-{number}")
        [export] = [each for each in exports if f'"present": "{epoch}"' in each]
        write_new(tmp_path / f"restored-{number}" / EPOCHS_FILE, export.encode())
        restored = SqliteStore(tmp_path / f"restored-{number}").open()
        read = restored.of_plan(plan)
        assert [r.stamp.seq for r in read] == list(range(1, restored.last().seq + 1))
        assert all(restored.sealer.open(r.event.words).text == "Oma haalt op" for r in read)
        assert restored.audit() == []
        restored.close()


def test_nothing_is_ever_overwritten(store: SqliteStore, tmp_path: Path):
    """Putting a copy back over a store would lose what came after it."""
    copy_store(store.folder, tmp_path / "backup")
    before = {p.name: p.read_bytes() for p in store.folder.iterdir()}
    with pytest.raises(SettingsError, match="doelmap"):
        copy_store(tmp_path / "backup", store.folder)
    assert {p.name: p.read_bytes() for p in store.folder.iterdir()} == before
