"""The epoch keys by hand: their turn, and the export that backups need."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.integration.vangnet.conftest import Family, Run
from tests.integration.vangnet.family import PLANS, desk
from vangnet.assembly import SERVICES
from vangnet.hosting.lock import locked


def epochs(family: Family) -> dict[str, list[str]]:
    """The names of the epoch keys of each service."""
    files = {name: family.folder / name / "epoch.key" for name in SERVICES}
    return {name: list(json.loads(file.read_text())["keys"]) for name, file in files.items()}


def test_the_turn_is_taken_only_when_it_is_time(family: Family, run: Run):
    """Or at once when that is asked for; everything can be read afterwards."""
    before = epochs(family)
    result = run("epoch")
    assert result.exit_code == 0
    assert [line.split(";")[0] for line in result.stdout.splitlines()] == [
        f"{name}: nog niet nodig" for name in SERVICES
    ]
    assert epochs(family) == before
    result = run("epoch", "--now")
    assert "vangnet recovery" in result.stdout
    after = epochs(family)
    assert all(len(names) == 1 and names != before[service] for service, names in after.items())
    with desk(family.folder) as at:
        assert at.get(f"{PLANS}/dossiers/{family.plan_id}/geschiedenis")["gebeurtenissen"]


def test_one_service_is_turned_beside_the_others(family: Family, run: Run):
    """As when the key of one leaked."""
    before = epochs(family)
    assert run("epoch", "plans", "--now").exit_code == 0
    after = epochs(family)
    assert [name for name in SERVICES if after[name] != before[name]] == ["plans"]


def test_on_files_it_waits_for_whoever_has_them(family: Family, run: Run):
    """One process has the keys; it turns them by itself."""
    with locked(family.folder):
        result = run("epoch", "--now")
    assert (result.exit_code, "Stop dat eerst" in result.stderr) == (1, True)


def test_a_service_that_runs_turns_by_itself(family: Family):
    """When it leads, on its timer, once."""
    before = epochs(family)
    with desk(family.folder) as at:
        keys = at.town.by_name["plans"].acting.record.keys
        turn = at.town.by_name["plans"].timers[0]
        assert turn(keys.epoch_ends() - timedelta(days=4)) == 0
        assert turn(keys.epoch_ends() + timedelta(days=9)) == 1
    after = epochs(family)
    assert [name for name in SERVICES if after[name] != before[name]] == ["plans"]
    told = (family.folder / "vangnet.log").read_text()
    assert '"part":"te laat gewisseld"' in told and '"lag":9' in told


def test_the_export_holds_the_epoch_keys_and_when_they_are_worth_nothing(
    family: Family, run: Run, tmp_path: Path
):
    """For its owner only, of all services or of those that are named; over nothing else."""
    file = tmp_path / "herstel.json"
    result = run("recovery", file)
    assert result.exit_code == 0
    held = json.loads(file.read_text())
    assert {name: list(held["services"][name]["epochs"]["keys"]) for name in SERVICES} == (
        epochs(family)
    )
    assert set(held) == {"made", "until", "services"}
    until = datetime.fromisoformat(held["until"])
    assert until - datetime.now(UTC) <= timedelta(days=30)
    assert f"{until:%m-%Y}" in result.stdout and "apart" in result.stdout
    assert file.stat().st_mode & 0o777 == 0o600
    again = run("recovery", file)
    assert (again.exit_code, "bestaat al" in again.stderr) == (1, True)
    assert run("recovery", tmp_path / "een.json", "plans").exit_code == 0
    assert set(json.loads((tmp_path / "een.json").read_text())["services"]) == {"plans"}


def test_an_export_is_put_back_where_the_epoch_keys_are_lost(
    family: Family, run: Run, tmp_path: Path
):
    """For whoever puts databases back with other tools; never over epoch keys that are there."""
    file = tmp_path / "herstel.json"
    with desk(family.folder) as at:
        at.town.by_name["plans"].acting.record.keys.destroy_plan(family.plan_id)
    run("recovery", file)
    before = epochs(family)
    there = run("recovery", file, "--back")
    assert (there.exit_code, "staat er al" in there.stderr) == (1, True)
    listed = (family.folder / "plans" / "erased.list").read_text()
    for name in SERVICES:
        (family.folder / name / "epoch.key").unlink()
        (family.folder / name / "erased.list").unlink(missing_ok=True)
    assert run("recovery", file, "--back").exit_code == 0
    assert epochs(family) == before
    assert (family.folder / "plans" / "erased.list").read_text() == listed
    with desk(family.folder) as at:
        assert at.town.by_name["plans"].acting.record.last().seq


def test_without_epoch_keys_there_is_no_export(run: Run, tmp_path: Path):
    """Whoever has VAR wrong finds out now."""
    result = run("recovery", tmp_path / "herstel.json")
    assert (result.exit_code, "epoch.key ontbreekt" in result.stderr) == (1, True)
    assert not (tmp_path / "herstel.json").exists()


@pytest.mark.parametrize("days", ["0", "31", "maand"])
def test_an_epoch_lasts_a_month_at_most(run: Run, days: str, monkeypatch: pytest.MonkeyPatch):
    """Whoever asks for erasure may count on that."""
    monkeypatch.setenv("VANGNET_EPOCH_DAYS", days)
    result = run("epoch")
    assert (result.exit_code, "van 1 tot en met 30" in result.stderr) == (1, True)
