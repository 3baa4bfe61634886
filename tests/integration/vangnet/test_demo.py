"""The example families: loaded whole, once, and into an empty folder only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from shared.record.errors import SettingsError
from shared.service.settings import Settings
from vangnet import demo
from vangnet.assembly import has_stores, migrate_town
from vangnet.journey.demo import CannotLoad


class Loading:
    """A way to load that makes stores, and may break off."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = 0
        self.breaks: type[BaseException] | None = None
        monkeypatch.setattr("vangnet.journey.demo.load_demo", self)

    def __call__(self, settings: Settings) -> None:
        """Makes stores."""
        self.times += 1
        migrate_town(settings, os.urandom)
        if self.breaks is not None:
            raise self.breaks("rij 3")


@pytest.fixture
def loading(monkeypatch: pytest.MonkeyPatch) -> Loading:
    """Takes the place of the real one, which takes its time."""
    return Loading(monkeypatch)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A town in an empty folder."""
    return Settings(folder=tmp_path)


def test_it_is_loaded_once(loading: Loading, settings: Settings):
    """A folder with data stays as it is."""
    assert [demo.fill(settings), demo.fill(settings)] == [True, False]
    assert loading.times == 1


def test_a_failure_is_told_and_leaves_nothing(loading: Loading, settings: Settings):
    """With the way to start all the same."""
    loading.breaks = CannotLoad
    with pytest.raises(SettingsError, match=r"rij 3.*DEMO=0"):
        demo.fill(settings)
    assert not has_stores(settings)


def test_an_interruption_leaves_nothing_either(loading: Loading, settings: Settings):
    """Ctrl-C halfway: half a history would look like a real one."""
    loading.breaks = KeyboardInterrupt
    with pytest.raises(KeyboardInterrupt):
        demo.fill(settings)
    assert not has_stores(settings)


def test_after_a_kill_halfway_it_begins_anew(loading: Loading, settings: Settings):
    """What was half there is thrown away first."""
    demo.fill(settings)
    (settings.folder / "voorbeeld-wordt-geladen").touch()
    stray = settings.folder_of("plans") / "half"
    stray.touch()
    assert demo.fill(settings)
    assert loading.times == 2
    assert not stray.exists()
