"""What was destroyed is gone from every copy, and no copy that is put back brings it to light."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from shared.record.errors import KeyStoreError, SettingsError
from shared.record.filewrapper import FileWrapper
from shared.record.keys import Wrapped
from shared.service.settings import Settings
from tests.integration.operating.deployments import MADE, copied, opens_dossiers, recovery_of
from tests.integration.postgres.conftest import MakeSettings
from tests.integration.postgres.seeded import Seeded
from vangnet.assembly import SERVICES
from vangnet.backups.backup import back_up, restore
from vangnet.backups.recovery import export

SERVICE = "plans"
KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)]
pytestmark = pytest.mark.parametrize("kind", KINDS)


def destroy(at: Seeded, plan: str) -> None:
    """A whole dossier is destroyed, in plans."""
    at.town.by_name[SERVICE].acting.record.keys.destroy_plan(UUID(plan))


def lose_databases(settings: Settings, *, keys: bool) -> None:
    """Plans lost its events, and its keys too or not; what stands beside them is still there."""
    if settings.database is None:
        for path in settings.folder_of(SERVICE).glob("*.db*"):
            if keys or not path.name.startswith("keys"):
                path.unlink()
        return
    for address in (settings.database, settings.key_database)[: 2 if keys else 1]:
        with psycopg.connect(str(address), autocommit=True) as connection:
            connection.execute(f"DROP SCHEMA {SERVICE} CASCADE")


def topics(settings: Settings) -> dict[str, set[str]]:
    """Per plan what a process that starts now can still read in plans: the first read of all."""
    at = Seeded(settings, migrate=False)
    with closing(at.town):
        read = at.town.by_name[SERVICE].acting.record.after(0, 10_000)
        found: dict[str, set[str]] = {}
        for each in read:
            found.setdefault(str(each.stamp.plan_id), set()).add(each.event.TOPIC)
        return found


def wrapped(at: Seeded) -> Iterator[Wrapped]:
    """Every wrapped key of plans."""
    database = at.town.by_name[SERVICE].acting.record.keys._database
    with database.transaction(commit=False) as cursor:
        cursor.execute("SELECT epoch, wrapped FROM data_key WHERE wrapped IS NOT NULL")
        yield from [Wrapped(row[0], bytes(row[1])) for row in cursor.fetchall()]


def test_an_older_backup_is_put_back_beside_the_newer_list(
    settings_on: MakeSettings, tmp_path: Path, kind: str
) -> None:
    """The keys come back with it, and are destroyed again before anybody reads."""
    settings = settings_on(kind)
    at = Seeded(settings)
    gone, kept = opens_dossiers(at, 2)
    at.town.close()
    backup = copied(settings, tmp_path / "kopie", SERVICE)
    at.town = at.open()
    destroy(at, gone)
    at.town.close()
    lose_databases(settings, keys=True)
    restore(settings, backup, [SERVICE], os.environ)
    found = topics(settings)
    assert found[gone] == {"record.erased"}
    assert "record.erased" not in found[kept]


def test_a_newer_recovery_export_says_it_elsewhere(
    settings_on: MakeSettings, tmp_path: Path, kind: str
) -> None:
    """On a new machine nothing else knows; with the export of before it cannot be known."""
    settings = settings_on(kind)
    at = Seeded(settings)
    gone, _ = opens_dossiers(at, 2)
    at.town.close()
    backup = copied(settings, tmp_path / "kopie", *SERVICES)
    at.town = at.open()
    destroy(at, gone)
    at.town.close()
    export(settings, tmp_path / "nieuwer.json", SERVICES, MADE)
    for recovery, erased in ((tmp_path / "nieuwer.json", True), (recovery_of(backup), False)):
        elsewhere = settings_on(kind)
        restore(elsewhere, backup, SERVICES, os.environ, recovery)
        assert (topics(elsewhere)[gone] == {"record.erased"}) == erased


def test_events_of_before_the_turn_are_read_with_keys_of_after_it(
    settings_on: MakeSettings, tmp_path: Path, kind: str
) -> None:
    """Those of a newer backup, or those that are there; never with the keys of then."""
    settings = settings_on(kind)
    at = Seeded(settings)
    gone, kept = opens_dossiers(at, 2)
    at.town.close()
    old = copied(settings, tmp_path / "oud", SERVICE)
    at.town = at.open()
    before = topics_of(at, kept)
    destroy(at, gone)
    at.town.by_name[SERVICE].acting.record.keys.rotate()
    at.town.close()
    new = tmp_path / "nieuw"
    back_up(settings, new, [SERVICE], os.environ, MADE + timedelta(days=1))

    for keys, lost in ((new, True), (settings.folder, False)):
        lose_databases(settings, keys=lost)
        if lost:
            with pytest.raises(SettingsError, match="andere epoch"):
                restore(settings, old, [SERVICE], os.environ)
            with pytest.raises(SettingsError, match="Verplaats"):
                restore(settings, old, [SERVICE], os.environ, recovery_of(old))
        restore(settings, old, [SERVICE], os.environ, keys=keys)
        assert topics(settings) == {gone: {"record.erased"}, kept: before}
    lose_databases(settings, keys=True)
    with pytest.raises(SettingsError, match="zijn ouder dan"):
        restore(settings, new, [SERVICE], os.environ, keys=old)


def topics_of(at: Seeded, plan: str) -> set[str]:
    record = at.town.by_name[SERVICE].acting.record
    return {each.event.TOPIC for each in record.of_plan(UUID(plan))}


def test_after_the_turn_nothing_that_exists_opens_the_keys_in_an_older_backup(
    settings_on: MakeSettings, tmp_path: Path, kind: str
) -> None:
    """Every file that is left is tried; of a backup made later none holds the wrapped keys."""
    settings = settings_on(kind)
    at = Seeded(settings)
    gone, _ = opens_dossiers(at, 2)
    stolen = list(wrapped(at))
    at.town.close()
    backup = tmp_path / "kopie"
    back_up(settings, backup, [SERVICE], os.environ, MADE)
    if kind == "sqlite":
        assert all(found_in(backup, each.blob) for each in stolen)
    assert not found_in(backup, b'"keys"')

    at.town = at.open()
    destroy(at, gone)
    at.town.by_name[SERVICE].acting.record.keys.rotate()
    at.town.close()
    back_up(settings, tmp_path / "later", [SERVICE], os.environ, MADE)
    epochs = FileWrapper(settings.folder_of(SERVICE) / "epoch.key", os.urandom)
    for each in stolen:
        assert not found_in(settings.folder, each.blob)
        assert not found_in(tmp_path / "later", each.blob)
        for name in (each.epoch, epochs.present_epoch()):
            with pytest.raises(KeyStoreError):
                epochs.unwrap(Wrapped(name, each.blob))
    shutil.rmtree(backup)


def found_in(folder: Path, content: bytes) -> bool:
    """Whether any file in it holds these bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return any(content in path.read_bytes() for path in files)


def test_without_epoch_keys_nothing_is_put_back(
    settings_on: MakeSettings, tmp_path: Path, kind: str
) -> None:
    """It would be a town that nobody can read; and a file that is none is no recovery export."""
    settings, elsewhere = settings_on(kind), settings_on(kind)
    Seeded(settings).town.close()
    backup = copied(settings, tmp_path / "kopie", *SERVICES)
    with pytest.raises(SettingsError, match="zit in geen back-up"):
        restore(elsewhere, backup, SERVICES, os.environ)
    (tmp_path / "iets").write_text("{}")
    with pytest.raises(SettingsError, match="geen herstelbestand"):
        restore(elsewhere, backup, SERVICES, os.environ, tmp_path / "iets")
    assert not (elsewhere.folder / SERVICE / "epoch.key").exists()
