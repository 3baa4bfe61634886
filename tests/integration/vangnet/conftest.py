"""A folder with a family's data, and the command line on it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from shared.service.settings import Settings
from tests.integration.vangnet.family import begin, desk
from vangnet.assembly import migrate_town
from vangnet.cli import NAMES
from vangnet.cli.commands import Commands


class Family(NamedTuple):
    """Where a family's data are, and whom they are about."""

    folder: Path
    plan_id: UUID
    stefan: UUID


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Family:
    """Made once; nobody changes it."""
    folder = tmp_path_factory.mktemp("vangnet") / "var"
    migrate_town(Settings(folder=folder), os.urandom)
    with desk(folder) as at:
        plan_id, stefan = begin(at)
        at.town.step_all()
    return Family(folder, plan_id, stefan)


@pytest.fixture
def family(
    original: Family, plain_environment: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Family:
    """A copy to do anything with, which the environment points at."""
    folder = tmp_path / "var"
    shutil.copytree(original.folder, folder)
    monkeypatch.setenv("VAR", str(folder))
    return original._replace(folder=folder)


@pytest.fixture(autouse=True)
def plain_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of whoever runs the tests, and an empty folder unless a test says otherwise."""
    for name in [name for name in os.environ if name.startswith("VANGNET_")]:
        monkeypatch.delenv(name)
    for name, value in {"VAR": str(tmp_path / "leeg"), "PORT": "0", "DEMO": "0"}.items():
        monkeypatch.setenv(name, value)


Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Runs a command in this process."""
    group = Commands("vangnet", NAMES, help="")
    return lambda *words: CliRunner().invoke(group, [*map(str, words)], catch_exceptions=False)
