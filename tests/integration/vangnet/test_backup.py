"""A backup is a whole town, and what comes back is the town of that moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.integration.vangnet.conftest import Family, Run
from tests.integration.vangnet.family import PLANS, Desk, desk
from vangnet.hosting.lock import locked


def told(at: Desk, family: Family) -> int:
    """How many sentences the history of the family's dossier has."""
    history = at.get(f"{PLANS}/dossiers/{family.plan_id}/geschiedenis")
    return len(history["gebeurtenissen"])


def test_what_comes_back_is_what_was_there(
    family: Family, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Backup, more acts, restore: the acts after it are gone, and those who follow go on well."""
    assert run("backup", tmp_path / "kopie").exit_code == 0
    assert run("recovery", tmp_path / "herstel.json").exit_code == 0
    with desk(family.folder) as at:
        before, headers = told(at, family), at.headers()
        at.agree(family.plan_id, family.stefan)
        at.town.step_all()
        assert told(at, family) == before + 1

    monkeypatch.setenv("VAR", str(tmp_path / "terug"))
    refused = run("restore", tmp_path / "kopie")
    assert (refused.exit_code, "--recovery" in refused.stderr) == (1, True)
    assert not (tmp_path / "terug" / "plans").exists()
    recovery = "--recovery", tmp_path / "herstel.json"
    assert run("restore", tmp_path / "kopie", *recovery).exit_code == 0
    with desk(tmp_path / "terug") as at:
        assert told(at, family) == before
        # The development key came along: who had a token still has one.
        client = at.town.by_name["plans"].app.test_client()
        assert client.get(f"{PLANS}/dossiers", headers=headers).status_code == 200
        at.agree(family.plan_id, family.stefan)
        at.town.step_all()
        for service in at.town.services:
            assert service.acting.record.audit() == []
            for name in service.followers:
                upstream = at.town.by_name[name].source.read(0, 1).last
                assert service.inbox is not None
                assert service.inbox.place(name).position == upstream


def test_the_keys_of_the_town_come_along_for_their_owner_only(
    family: Family, run: Run, tmp_path: Path
):
    """The development key, and the secret that revisions and cursors are signed with."""
    run("backup", tmp_path / "kopie")
    for name in ("ontwikkel-sleutel.pem", "secret"):
        assert (tmp_path / "kopie" / name).read_bytes() == (family.folder / name).read_bytes()
        assert (tmp_path / "kopie" / name).stat().st_mode & 0o777 == 0o600


def test_it_waits_for_whoever_has_the_data(family: Family, run: Run, tmp_path: Path):
    """A copy of files that are being written in could be of no moment at all."""
    with locked(family.folder):
        for command in ("backup", "restore"):
            (tmp_path / "kopie").mkdir(exist_ok=True)
            result = run(command, tmp_path / "kopie")
            assert result.exit_code == 1
            assert "Stop dat eerst" in result.stderr


def test_nothing_is_ever_written_over(family: Family, run: Run, tmp_path: Path):
    """Neither an older backup nor data that are there."""
    run("backup", tmp_path / "kopie")
    again = run("backup", tmp_path / "kopie")
    assert (again.exit_code, "niet leeg" in again.stderr) == (1, True)
    over = run("restore", tmp_path / "kopie")
    assert (over.exit_code, "niet leeg" in over.stderr) == (1, True)


def test_an_incomplete_backup_is_not_put_back(family: Family, run: Run, tmp_path: Path):
    """A town without one of its services would start empty there, as if nothing had been."""
    run("backup", tmp_path / "kopie")
    (tmp_path / "kopie" / "evaluations" / "backup.json").unlink()
    family.folder.rename(tmp_path / "weg")
    result = run("restore", tmp_path / "kopie")
    assert (result.exit_code, "geen volledige" in result.stderr) == (1, True)
    assert not (family.folder / "plans").exists()


def test_an_empty_folder_is_not_backed_up(run: Run, tmp_path: Path):
    """Whoever has VAR wrong would find that out when it is too late."""
    result = run("backup", tmp_path / "kopie")
    assert (result.exit_code, "geen gegevens" in result.stderr) == (1, True)


def test_a_postgresql_that_is_away_is_no_empty_backup(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """What to look at is said, without an address or a password."""
    monkeypatch.setenv("VANGNET_DATABASE", "postgresql://vangnet:geheim@127.0.0.1:1/vangnet")
    monkeypatch.setenv("VANGNET_KEY_DATABASE", "postgresql://vangnet:geheim@127.0.0.1:1/sleutels")
    result = run("backup", tmp_path / "kopie")
    assert (result.exit_code, "VANGNET_DATABASE" in result.stderr) == (1, True)
    assert "geheim" not in result.output
    assert not (tmp_path / "kopie").exists()


def test_one_service_is_put_back_beside_the_others(family: Family, run: Run, tmp_path: Path):
    """Nothing of the others changes; what it follows, it follows again."""
    run("backup", tmp_path / "kopie", "evaluations")
    assert sorted(path.name for path in (tmp_path / "kopie").glob("*/")) == ["evaluations"]
    for database in (family.folder / "evaluations").glob("*.db*"):
        database.unlink()
    assert run("restore", tmp_path / "kopie", "evaluations").exit_code == 0
    over = run("restore", tmp_path / "kopie", "evaluations")
    assert (over.exit_code, "niet leeg" in over.stderr) == (1, True)
    with desk(family.folder) as at:
        at.agree(family.plan_id, family.stefan)
        at.town.step_all()
